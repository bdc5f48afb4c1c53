package lockstep.desktop.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the command line calls, and the names it accepts.
 *
 * @param launcher runs the game
 * @param roles names of the registered roles
 * @param guards names of the guards
 * @param injectCheck throws {@link IllegalArgumentException} for a bad {@code --inject}
 * @param checks the doctor's checks, in the order of its report
 * @param cost measures and reports the cost of watching the lanes
 * @param out output for programs
 * @param err output for people
 */
public record Wiring(Launcher launcher, Set<String> roles, Set<String> guards, Consumer<String> injectCheck,
                     List<Check> checks, Report cost, PrintWriter out, PrintWriter err) {
    /** Measures something and prints the result. */
    public interface Report {
        void print(PrintWriter to) throws Exception;
    }

    public Wiring {
        roles = Set.copyOf(roles);
        guards = Set.copyOf(guards);
        checks = List.copyOf(checks);
    }
}
