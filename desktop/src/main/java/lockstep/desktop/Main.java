package lockstep.desktop;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import lockstep.engine.Topology;
import lockstep.roles.RunConfig;
import lockstep.sync.FaultSpec;
import lockstep.sync.Guards;

/** The program's entry point. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.exit(new Cli(wiring()).run(args));
    }

    private static Wiring wiring() {
        return new Wiring(new NoGame(), Set.copyOf(Topology.STANDARD_ROLES), Guards.names(), FaultSpec::parse,
                Machine.checks(() -> Machine.display(System.getProperty("os.name"), System.getenv()),
                        Machine::notChecked, Machine::notChecked, Machine::notChecked),
                new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }

    /** Stands where the game will be. */
    private static final class NoGame implements Launcher {
        @Override
        public int play(RunConfig config) throws IOException {
            throw new IOException("this build has no game yet");
        }

        @Override
        public int replay(RunConfig config) throws IOException {
            return play(config);
        }
    }
}
