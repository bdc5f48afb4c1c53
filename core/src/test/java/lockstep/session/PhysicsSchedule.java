package lockstep.session;

import lockstep.engine.Role;
import lockstep.roles.PhysicsRole;

/** When physics makes its next tick; exact only while its lane is paused. */
public final class PhysicsSchedule {
    private PhysicsSchedule() {
    }

    /** How long it is from {@code nowNs} until a role's next tick is due, in ns; 0 for a role that is not physics. */
    public static long aheadNs(Role role, long nowNs) {
        return role instanceof PhysicsRole physics ? physics.nextTickNs() - nowNs : 0;
    }
}
