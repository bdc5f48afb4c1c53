package lockstep.engine;

import java.util.ArrayList;
import java.util.List;

/** When the roles of a lane are to run next; exact only while the lane is paused. */
public final class Schedule {
    /** A role on a lane: how long it may be until its next run, in ns, 0 if it has no rate, and how long it will be. */
    public record Due(Role role, Lane lane, long periodNs, long aheadNs) {
    }

    private Schedule() {
    }

    /** Every role on these lanes, as of {@code nowNs}. */
    public static List<Due> of(List<Lane> lanes, long nowNs) {
        List<Due> all = new ArrayList<>();
        for (Lane lane : lanes) {
            for (RoleSlot s : lane.slots().all()) {
                all.add(new Due(s.role, lane, s.periodNs, s.periodNs == 0 ? 0 : s.nextNs - nowNs));
            }
        }
        return all;
    }
}
