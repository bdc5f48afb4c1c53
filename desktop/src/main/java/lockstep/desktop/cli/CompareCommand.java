package lockstep.desktop.cli;

import java.util.concurrent.Callable;
import lockstep.files.OneLine;
import lockstep.trace.compare.BadSummaryException;
import lockstep.trace.compare.CompareTable;
import lockstep.trace.compare.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockstep compare A.json B.json}: two runs side by side. */
@Command(name = "compare", description = "Compare two runs: figures side by side, their ratio and its confidence interval.")
final class CompareCommand implements Callable<Integer> {
    private final Wiring wiring;
    @Parameters(index = "0", paramLabel = "A.json", description = "the summary of a run, which play --json wrote")
    private String a;
    @Parameters(index = "1", paramLabel = "B.json", description = "the summary of the run to compare with it")
    private String b;
    @Option(names = "--skip", paramLabel = "SECONDS", description = "leave out the start of both runs, while code is compiled and"
        + " pictures are loaded")
    private String skip = "0";

    CompareCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        double seconds = Values.decimal("--skip", skip, 0, 1_000_000, "seconds from 0 to 1000000");
        try {
            RunFile first = RunFile.read(Values.path("A.json", a), seconds);
            RunFile second = RunFile.read(Values.path("B.json", b), seconds);
            CompareTable.lines(first, second).forEach(line -> wiring.out().println(OneLine.of(line)));
        } catch (BadSummaryException e) {
            throw new UsageException(e.getMessage());
        }
        return 0;
    }
}
