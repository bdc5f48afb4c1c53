package lockstep.world;

import lockstep.sync.Variable;
import lockstep.time.LaneOrder;
import lockstep.time.VectorClock;

/**
 * One role's accesses to the regions, as the race detector sees them. Only the role's lane calls it, and only while races
 * are looked for. Allocates nothing.
 *
 * <p>A read without holding the guard counts only once it is known that no writer came. What it is to be compared with,
 * the last write and what the last writer to give the guard back knew, is therefore copied before the guard is asked
 * ({@link #peek}); if the guard then says that nobody came, the copies were the last all the while, and if not they are
 * thrown away with the read ({@link #forget}).
 */
final class Trace {
    private final World world;
    private final long[] lastWrite = new long[Region.values().length];
    private final boolean[] unsure = new boolean[Region.values().length];
    private final VectorClock learnt = new VectorClock();
    private boolean any;

    Trace(World world) {
        this.world = world;
    }

    /** The lane reads a region; {@code sure} if it holds what keeps writers out, or nothing does. */
    void reads(LaneOrder me, Region region, boolean sure) {
        Variable v = world.variableOf(region);
        if (v == null) {
            return;
        }
        if (sure) {
            v.read(me);
        } else {
            unsure[region.ordinal()] = true;
            any = true;
        }
    }

    /** The lane writes a region. */
    void writes(LaneOrder me, Region region) {
        Variable v = world.variableOf(region);
        if (v != null) {
            v.write(me);
        }
    }

    /** The lane is about to ask whether what it read is good. Call {@link #learn} for each guard it did not take after this. */
    void peek() {
        learnt.clear();
        for (int i = 0; any && i < unsure.length; i++) {
            if (unsure[i]) {
                lastWrite[i] = world.variableOf(Region.of(i)).lastWrite();
            }
        }
    }

    /** What the last lane that gave back the guard with this number knew. */
    void learn(int guard) {
        world.edgeOf(guard).peek(learnt);
    }

    /** What was read is good. */
    void confirm(LaneOrder me) {
        me.clock().join(learnt);
        for (int i = 0; any && i < unsure.length; i++) {
            if (unsure[i]) {
                world.variableOf(Region.of(i)).readUnheld(me, lastWrite[i]);
            }
        }
    }

    /** What was read is thrown away. */
    void forget() {
        for (int i = 0; any && i < unsure.length; i++) {
            unsure[i] = false;
        }
        any = false;
    }
}
