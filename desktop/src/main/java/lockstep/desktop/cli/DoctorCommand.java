package lockstep.desktop.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lockstep doctor}: what this machine can do, what is missing, and how to install it. */
@Command(name = "doctor", description = "Say what this machine can do and what is missing.")
final class DoctorCommand implements Callable<Integer> {
    private final Wiring wiring;
    @Option(names = "--cost", description = "measure what it costs to watch the lanes; takes less than a minute")
    private boolean cost;

    DoctorCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter err = wiring.err();
        if (cost) {
            wiring.cost().print(err);
            return 0;
        }
        List<String> missing = new ArrayList<>();
        int width = wiring.checks().stream().mapToInt(check -> check.name().length()).max().orElse(1);
        for (Check check : wiring.checks()) {
            Check.Finding finding = check.look();
            err.printf("%-" + width + "s  %s%n", check.name(), finding.text());
            err.flush();
            if (finding.fix() != null) {
                missing.add(finding.fix());
            }
        }
        err.println(missing.isEmpty() ? "nothing is missing" : "missing:");
        missing.forEach(fix -> err.println("  " + fix));
        err.flush();
        return 0;
    }
}
