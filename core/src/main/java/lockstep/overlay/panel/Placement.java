package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import lockstep.topology.LaneSpec;
import lockstep.topology.Topology;

/**
 * Moves roles to other lanes of a topology. The result is either a topology that can run or a sentence that says why not. Pure
 * functions.
 */
final class Placement {
    /** A topology, or why there is none; the other is null. */
    record Result(Topology topology, String why) {
    }

    private Placement() {
    }

    /** The name of a new lane for a role: the role's name, with a number if a lane of that name exists. */
    static String newLane(Topology t, String role) {
        String name = role;
        for (int n = 2; has(t, name); n++) {
            name = role + "-" + n;
        }
        return name;
    }

    private static boolean has(Topology t, String lane) {
        return t.lanes().stream().anyMatch(l -> l.name().equals(lane));
    }

    /** As {@link #place}, on a lane of its own. */
    static Result onNewLane(Topology t, String role) {
        if (t.lanes().size() >= Topology.MAX_LANES) {
            return no("there are " + Topology.MAX_LANES + " lanes, and there can be no more");
        }
        List<LaneSpec> with = new ArrayList<>(t.lanes());
        String lane = newLane(t, role);
        with.add(new LaneSpec(lane, List.of()));
        return place(new Topology(t.name(), t.about(), with, t.hz(), t.sync()), role, lane);
    }

    /** Moves a role to a lane or, if it may run on several, adds it there or removes it. */
    static Result place(Topology t, String role, String lane) {
        boolean there = t.lanes().stream().anyMatch(l -> l.name().equals(lane) && l.runs(role));
        boolean many = role.equals(Topology.ASSETS);
        if (there && !many) {
            return no("'" + role + "' is on lane '" + lane + "' already; choose another lane for it");
        }
        if (role.equals(Topology.INPUT)) {
            return no("'input' stays on lane '" + t.mainLane().name()
                + "': window systems give events to the process main thread only. Move the other roles there instead");
        }
        if (there && t.lanes().stream().filter(l -> l.runs(role)).count() == 1) {
            return no("'" + role + "' would be on no lane; put it on another one first");
        }
        List<LaneSpec> next = new ArrayList<>();
        for (LaneSpec l : t.lanes()) {
            List<String> roles = new ArrayList<>(l.roles());
            if (l.name().equals(lane) && !there) {
                roles.add(role);
                roles.sort((a, b) -> Integer.compare(rank(a), rank(b)));
            } else if (!many || l.name().equals(lane)) {
                roles.remove(role);
            }
            if (!roles.isEmpty()) {
                next.add(new LaneSpec(l.name(), roles));
            }
        }
        return new Result(new Topology(t.name(), t.about(), next, t.hz(), t.sync()), null);
    }

    /** The order of roles on a lane: the four standard roles in the order in which they handle a key press, others after them. */
    private static int rank(String role) {
        int at = Topology.STANDARD_ROLES.indexOf(role);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private static Result no(String why) {
        return new Result(null, why);
    }
}
