package lockstep.world;

import lockstep.sync.Variable;
import lockstep.time.LaneOrder;
import lockstep.time.VectorClock;

/**
 * One role's accesses to the regions, as the race detector sees them. Only the role's lane calls it, and only while races are
 * looked for. Allocates nothing.
 *
 * <p>An optimistic read counts only once it is known that no writer came. What it is compared with, the last write and what the
 * last writer to give the guard back knew, is therefore copied before the guard is asked ({@link #peek}). If no writer came, the
 * copies were current the whole time; otherwise they are discarded with the read ({@link #forget}).
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

    /** Records that the lane reads a region; {@code sure} is false for an optimistic read. */
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

    /** Records that the lane writes a region. */
    void writes(LaneOrder me, Region region) {
        Variable v = world.variableOf(region);
        if (v != null) {
            v.write(me);
        }
    }

    /**
     * Called before the lane asks whether its optimistic read is valid; then {@link #learn} is called for each guard that it did
     * not take.
     */
    void peek() {
        learnt.clear();
        for (int i = 0; any && i < unsure.length; i++) {
            if (unsure[i]) {
                lastWrite[i] = world.variableOf(Region.of(i)).lastWrite();
            }
        }
    }

    /** Copies what the last lane to give back guard number {@code guard} knew. */
    void learn(int guard) {
        world.edgeOf(guard).peek(learnt);
    }

    /** The optimistic read is valid: records it. */
    void confirm(LaneOrder me) {
        me.clock().join(learnt);
        for (int i = 0; any && i < unsure.length; i++) {
            if (unsure[i]) {
                world.variableOf(Region.of(i)).readUnheld(me, lastWrite[i]);
            }
        }
    }

    /** Discards the optimistic read. */
    void forget() {
        for (int i = 0; any && i < unsure.length; i++) {
            unsure[i] = false;
        }
        any = false;
    }
}
