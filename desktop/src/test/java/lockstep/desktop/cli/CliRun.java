package lockstep.desktop.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import lockstep.roles.RunConfig;
import lockstep.sync.FaultSpec;
import lockstep.sync.Guards;
import lockstep.topology.Topology;

/** Runs the command line in process and keeps what it printed and what it would have started. */
final class CliRun {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    RunConfig played;
    RunConfig replayed;
    Exception failure;

    int run(String... args) {
        Launcher launcher = new Launcher() {
            @Override
            public int play(RunConfig config) throws Exception {
                played = config;
                if (failure != null) {
                    throw failure;
                }
                return 0;
            }

            @Override
            public int replay(RunConfig config) {
                replayed = config;
                return 7;
            }
        };
        List<Check> checks = List.of(new Check("java", () -> Check.Finding.ok("21")),
            new Check("gl", () -> new Check.Finding("none", "gl: apt install mesa")),
            new Check("sound", () -> {
                throw new UnsatisfiedLinkError("no openal");
            }));
        Wiring wiring = new Wiring(launcher, Set.copyOf(Topology.STANDARD_ROLES), Guards.names(), FaultSpec::parse,
            checks, to -> to.println("what it costs"), new PrintWriter(out), new PrintWriter(err));
        return new Cli(wiring).run(args);
    }
}
