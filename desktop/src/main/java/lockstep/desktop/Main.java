package lockstep.desktop;

import java.io.PrintWriter;
import lockstep.roles.Registry;
import lockstep.sync.FaultSpec;
import lockstep.sync.Guards;

/** The program's entry point. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        UnsafeWarning.keepQuiet();
        System.exit(new Cli(wiring()).run(args));
    }

    private static Wiring wiring() {
        return new Wiring(new GameLauncher(System.out, System.err), Registry.names(), Guards.names(), FaultSpec::parse,
                Machine.checks(() -> Machine.display(System.getProperty("os.name"), System.getenv()),
                        Machine::notChecked, Machine::notChecked, Machine::notChecked),
                new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }
}
