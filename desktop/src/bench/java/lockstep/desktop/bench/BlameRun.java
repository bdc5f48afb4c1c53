package lockstep.desktop.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lockstep.desktop.cli.Cli;
import lockstep.desktop.cli.Launcher;
import lockstep.desktop.cli.Wiring;
import lockstep.desktop.doctor.ObservingCost;
import lockstep.desktop.game.GameLauncher;
import lockstep.roles.Registry;
import lockstep.sync.FaultSpec;
import lockstep.sync.Guards;

/** The program, which also writes what its judge said: {@code BlameRun FILE OPTIONS...}, the options those of {@code play}. */
final class BlameRun {
    private BlameRun() {
    }

    public static void main(String[] args) {
        Launcher launcher = new GameLauncher(System.out, System.err, List.of(new BlameWatch(Path.of(args[0]))));
        Wiring wiring = new Wiring(launcher, Registry.names(), Guards.names(), FaultSpec::parse, List.of(), ObservingCost::print,
            new PrintWriter(System.out, true), new PrintWriter(System.err, true));
        System.exit(new Cli(wiring).run(Arrays.copyOfRange(args, 1, args.length)));
    }
}
