package lockstep.desktop.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lockstep.roles.RunConfigBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockstep replay FILE}: runs a recording again, headless. */
@Command(name = "replay", description = "Run a recording again, headless, and print its hashes.")
final class ReplayCommand implements Callable<Integer> {
    private final Wiring wiring;
    @Parameters(paramLabel = "FILE", description = "a recording that play --record wrote")
    private String file;
    @Mixin
    private RunOptions run = new RunOptions();
    @Option(names = "--expect", paramLabel = "HASH", description = "exit 1 if the run ends with another hash")
    private String expect;

    ReplayCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        Path recording = recording();
        Outputs outputs = new Outputs();
        outputs.reads("the recording", recording);
        RunConfigBuilder config = run.resolve(wiring, outputs);
        return wiring.launcher().replay(config.replay(recording).headless(true).mute(true)
            .expectHash(Values.hash("--expect", expect)).build());
    }

    private Path recording() {
        Path path = Values.path("FILE", file);
        String fault = !Files.exists(path) ? "no such recording"
            : Files.isDirectory(path) ? "is a folder, not a recording"
            : !Files.isRegularFile(path) ? "is not a regular file"
            : !Files.isReadable(path) ? "cannot be read; permission denied" : null;
        if (fault != null) {
            throw new UsageException("'" + path + "': " + fault + "; play --record FILE writes one");
        }
        return path;
    }
}
