package lockstep.time;

import java.util.Arrays;

/**
 * For each lane, the number of its last step that happens before. Not thread-safe: a shared clock must be protected by a lock.
 *
 * <p>A step of one lane is an <em>epoch</em>: one long that packs the step's number and the lane, so that most questions need one
 * comparison instead of one for each lane (C. Flanagan and S. Freund, "FastTrack: Efficient and Precise Dynamic Race Detection",
 * PLDI 2009; CACM 53(11), 2010). Epoch 0 is before everything.
 */
public final class VectorClock {
    /** The largest number of lanes; lane numbers are smaller. */
    public static final int LANES = 64;

    private static final int LANE_BITS = 8;

    private final long[] steps = new long[LANES];
    /** Lanes from this number on have step 0. */
    private int used;

    /** The epoch of a lane's step. */
    static long epoch(int lane, long step) {
        return step << LANE_BITS | lane;
    }

    /** The lane of an epoch. */
    public static int laneOf(long epoch) {
        return (int) epoch & (1 << LANE_BITS) - 1;
    }

    /** True if {@code epoch} happens before. */
    public boolean knows(long epoch) {
        return epoch >>> LANE_BITS <= steps[laneOf(epoch)];
    }

    /** The last step of {@code lane} that happens before. */
    public long stepOf(int lane) {
        return steps[lane];
    }

    void step(int lane) {
        steps[lane]++;
        used = Math.max(used, lane + 1);
    }

    /** Adds all that {@code other} knows. */
    public void join(VectorClock other) {
        used = Math.max(used, other.used);
        for (int i = 0; i < other.used; i++) {
            steps[i] = Math.max(steps[i], other.steps[i]);
        }
    }

    /** Makes this clock equal to {@code other}. */
    public void set(VectorClock other) {
        int n = Math.max(used, other.used);
        System.arraycopy(other.steps, 0, steps, 0, n);
        used = other.used;
    }

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(steps, 0, used, 0);
        used = 0;
    }
}
