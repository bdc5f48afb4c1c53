package lockstep.time;

/**
 * Frames of {@value #STRIDE} longs each; only this class packs and unpacks them. Index 0 is the oldest. All times are ns; moments
 * are on the run's clock. The subclasses say which threads may read.
 */
public abstract class FrameRecords {
    /** Longs a frame. */
    public static final int STRIDE = 7;
    static final int START = 0, END = 1, SWAP = 2, SIM = 3, INPUT = 4, BUDGET = 5, TAG = 6;
    static final long LATE = 1L << 8, NOT_JUDGED = 1L << 9;
    private static final int NUMBER_SHIFT = 10;

    /** Packs a frame's number, 8 bits of its lane, and whether it was late and judged. */
    static long tag(long number, int lane, boolean late, boolean judged) {
        return number << NUMBER_SHIFT | (judged ? 0 : NOT_JUDGED) | (late ? LATE : 0) | lane;
    }

    static void put(long[] into, int at, long startNs, long endNs, long swapNs, long simNs, long inputNs, long budgetNs,
                    long tag) {
        into[at + START] = startNs;
        into[at + END] = endNs;
        into[at + SWAP] = swapNs;
        into[at + SIM] = simNs;
        into[at + INPUT] = inputNs;
        into[at + BUDGET] = budgetNs;
        into[at + TAG] = tag;
    }

    /** Long number {@code field} of frame {@code i}. */
    protected abstract long get(int i, int field);

    /** How many frames these are. */
    public abstract int count();

    /** The frame's number in the run, from 1. */
    public final long number(int i) {
        return get(i, TAG) >>> NUMBER_SHIFT;
    }

    /** When the frame began: at the end of the previous swap, or when its lane resumed after a pause. */
    public final long startNs(int i) {
        return get(i, START);
    }

    /** When the frame ended: at the end of its own swap. */
    public final long endNs(int i) {
        return get(i, END);
    }

    /** Duration from swap to swap. */
    public final long ns(int i) {
        return endNs(i) - startNs(i);
    }

    /** Time inside the swap. */
    public final long swapNs(int i) {
        return get(i, SWAP);
    }

    /** The simulation time that the frame showed, on the clock by which ticks are due. */
    public final long simNs(int i) {
        return get(i, SIM);
    }

    /**
     * Time from the pump that found an event to the end of this frame's swap, pauses excluded, if this frame was the first to
     * show the event's effect; else -1.
     */
    public final long inputNs(int i) {
        return get(i, INPUT);
    }

    /** The frame's budget; 0 for no cap. */
    public final long budgetNs(int i) {
        return get(i, BUDGET);
    }

    /** True if the frame was late by the rule in force when it was added. */
    public final boolean late(int i) {
        return (get(i, TAG) & LATE) != 0;
    }

    /** True if the rule judged the frame: it has a budget, and enough frames precede it. */
    public final boolean judged(int i) {
        return (get(i, TAG) & NOT_JUDGED) == 0;
    }

    /** True if the frame was over budget. */
    public final boolean overBudget(int i) {
        return OverBudget.is(ns(i), budgetNs(i));
    }

    /** Number of the lane that drew the frame. */
    public final int lane(int i) {
        return (int) get(i, TAG) & 0xff;
    }
}
