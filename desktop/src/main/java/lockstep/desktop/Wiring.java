package lockstep.desktop;

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
 * @param out         what a program reads
 * @param err         what a person reads
 */
record Wiring(Launcher launcher, Set<String> roles, Set<String> guards, Consumer<String> injectCheck,
        List<Check> checks, PrintWriter out, PrintWriter err) {
    Wiring {
        roles = Set.copyOf(roles);
        guards = Set.copyOf(guards);
        checks = List.copyOf(checks);
    }
}
