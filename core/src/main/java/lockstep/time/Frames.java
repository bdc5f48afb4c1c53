package lockstep.time;

/**
 * One reader's copy of frames from a {@link FrameLog}. Preallocated and reused; for one thread. Index 0 is the oldest frame of
 * the last {@link #read}. All times are ns; moments are on the run's clock.
 */
public final class Frames {
    static final int START = 0, END = 1, SWAP = 2, SIM = 3, INPUT = 4, BUDGET = 5, FLAGS = 6, STRIDE = 7;
    static final long LATE = 1L << 8, NOT_JUDGED = 1L << 9;

    private final LongCopy copy;

    /** Makes room for {@code max} frames per read. */
    public Frames(int max) {
        copy = new LongCopy(max, STRIDE);
    }

    /** Copies the frames from index {@code from} on (the first frame is 0); those no longer kept are counted as lost. */
    public void read(FrameLog log, long from) {
        copy.read(log.ring, from);
    }

    /** Frames in this copy. */
    public int count() {
        return copy.count();
    }

    /** The index to continue reading from. */
    public long next() {
        return copy.next();
    }

    /** Frames that were overwritten before this reader came, over all reads. */
    public long lost() {
        return copy.lost();
    }

    /** The frame's number, from 1. */
    public long number(int i) {
        return copy.next() - copy.count() + i + 1;
    }

    /** When the frame began: at the end of the previous swap, or when its lane resumed after a pause. */
    public long startNs(int i) {
        return copy.get(i, START);
    }

    /** When the frame ended: at the end of its own swap. */
    public long endNs(int i) {
        return copy.get(i, END);
    }

    /** Duration from swap to swap. */
    public long ns(int i) {
        return endNs(i) - startNs(i);
    }

    /** Time inside the swap. */
    public long swapNs(int i) {
        return copy.get(i, SWAP);
    }

    /** The simulation time that the frame showed, on the clock by which ticks are due. */
    public long simNs(int i) {
        return copy.get(i, SIM);
    }

    /**
     * Time from the pump that found an event to the end of this frame's swap, pauses excluded, if this frame was the first to
     * show the event's effect; else -1.
     */
    public long inputNs(int i) {
        return copy.get(i, INPUT);
    }

    /** The frame's budget; 0 for no cap. */
    public long budgetNs(int i) {
        return copy.get(i, BUDGET);
    }

    /** True if the frame was late by the rule in force when it was added. */
    public boolean late(int i) {
        return (copy.get(i, FLAGS) & LATE) != 0;
    }

    /** True if the rule judged the frame: it has a budget, and enough frames precede it. */
    public boolean judged(int i) {
        return (copy.get(i, FLAGS) & NOT_JUDGED) == 0;
    }

    /** True if the frame was over budget. */
    public boolean overBudget(int i) {
        return OverBudget.is(ns(i), budgetNs(i));
    }

    /** Number of the lane that drew the frame. */
    public int lane(int i) {
        return (int) copy.get(i, FLAGS) & 0xff;
    }
}
