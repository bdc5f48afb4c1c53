package lockstep.engine;

import lockstep.sync.Faults;
import lockstep.time.Clock;
import lockstep.world.World;

/** Lanes of no session. */
public final class TestLanes {
    private static final long SEED = 7;

    private TestLanes() {
    }

    /** A lane whose roles share no world. */
    public static Lane lane(int number, String name, Clock clock, Faults faults, boolean unpaced) {
        return new Lane(number, name, new LaneSetup(clock, faults, new SafePoint(), unpaced, null, SEED, new Notes()));
    }

    /** A lane that can be made to pause at {@code safePoint}. */
    static Lane lane(int number, String name, Clock clock, SafePoint safePoint) {
        return new Lane(number, name, new LaneSetup(clock, Faults.NONE, safePoint, false, null, SEED, new Notes()));
    }

    /** A lane whose roles share a world. */
    public static Lane lane(int number, String name, Clock clock, Faults faults, World world) {
        return new Lane(number, name, new LaneSetup(clock, faults, new SafePoint(), false, world, SEED, new Notes()));
    }

    /** Something that a role on that lane notes. */
    public static Note note(String role, Lane lane, String name, double value) {
        Note note = new Note(role, lane, name);
        note.set(value);
        return note;
    }

    /** Starts a role as {@code lane} would, on the calling thread. */
    public static void start(Role role, Lane lane) throws Exception {
        lane.add(role, 0, 0, false);
        lane.slots().of(role).start();
    }
}
