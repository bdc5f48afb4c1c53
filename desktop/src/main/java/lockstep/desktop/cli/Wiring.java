package lockstep.desktop.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the command line calls and checks against.
 *
 * @param launcher    runs the game
 * @param roles       names of the registered roles
 * @param guards      names of the guards there are
 * @param injectCheck throws {@link IllegalArgumentException} for a bad {@code --inject}
 * @param checks      what the doctor looks at, in the order of its report
 * @param cost        measures what watching the lanes costs and writes it down
 * @param out         what a program reads
 * @param err         what a person reads
 */
public record Wiring(Launcher launcher, Set<String> roles, Set<String> guards, Consumer<String> injectCheck,
                     List<Check> checks, Report cost, PrintWriter out, PrintWriter err) {
    /** Writes what it measures. */
    public interface Report {
        void print(PrintWriter to) throws Exception;
    }

    public Wiring {
        roles = Set.copyOf(roles);
        guards = Set.copyOf(guards);
        checks = List.copyOf(checks);
    }
}
