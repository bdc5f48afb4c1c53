package lockstep.topology;

import java.util.List;

/**
 * One lane as a topology plans it.
 *
 * @param name  the lane's name, which its thread carries
 * @param roles the roles it runs, in the order it runs them
 */
public record LaneSpec(String name, List<String> roles) {
    public LaneSpec {
        roles = List.copyOf(roles);
    }

    /** True if this lane runs the role. */
    public boolean runs(String role) {
        return roles.contains(role);
    }
}
