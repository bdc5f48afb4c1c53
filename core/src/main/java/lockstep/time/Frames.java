package lockstep.time;

/**
 * One reader's copy of frames from a {@link FrameLog}. Preallocated and reused; belongs to one thread. Index 0 is the oldest
 * frame of the last {@link #read}. All times are ns, those called "at" of the run's clock.
 */
public final class Frames {
    static final int START = 0, END = 1, SWAP = 2, SIM = 3, INPUT = 4, BUDGET = 5, FLAGS = 6, STRIDE = 7;
    static final long LATE = 1L << 8, NOT_JUDGED = 1L << 9;

    private final LongCopy copy;

    /** Room for {@code max} frames a read. */
    public Frames(int max) {
        copy = new LongCopy(max, STRIDE);
    }

    /** Copies the frames from index {@code from} (the first frame is 0) on; what is not kept any more is counted as lost. */
    public void read(FrameLog log, long from) {
        copy.read(log.ring, from);
    }

    /** Frames in this copy. */
    public int count() {
        return copy.count();
    }

    /** The index to go on reading from. */
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

    /** At the end of the swap before, or when its lane went on after a pause. */
    public long startNs(int i) {
        return copy.get(i, START);
    }

    /** At the end of its own swap. */
    public long endNs(int i) {
        return copy.get(i, END);
    }

    /** From swap to swap. */
    public long ns(int i) {
        return endNs(i) - startNs(i);
    }

    /** Time inside the swap. */
    public long swapNs(int i) {
        return copy.get(i, SWAP);
    }

    /** The moment of the simulation that the frame showed, on the clock that its ticks are due by. */
    public long simNs(int i) {
        return copy.get(i, SIM);
    }

    /** From the pump that found an event to the end of this frame's swap, less a pause between, if it was the first to show its effect; else -1. */
    public long inputNs(int i) {
        return copy.get(i, INPUT);
    }

    /** What it was allowed to take; 0 for no cap. */
    public long budgetNs(int i) {
        return copy.get(i, BUDGET);
    }

    /** True if it was late by the rule in force. */
    public boolean late(int i) {
        return (copy.get(i, FLAGS) & LATE) != 0;
    }

    /** True if the rule judged it: it has a budget, and enough frames came before it. */
    public boolean judged(int i) {
        return (copy.get(i, FLAGS) & NOT_JUDGED) == 0;
    }

    /** True if it was over budget. */
    public boolean overBudget(int i) {
        return OverBudget.is(ns(i), budgetNs(i));
    }

    /** Number of the lane that drew it. */
    public int lane(int i) {
        return (int) copy.get(i, FLAGS) & 0xff;
    }
}
