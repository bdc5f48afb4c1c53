package lockstep.topology;

import java.util.List;

/**
 * One lane as a topology plans it.
 *
 * @param name the lane's name, which is also its thread's
 * @param roles its roles, in the order in which it runs them
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
