package lockstep.sync;

import lockstep.time.LaneRecorder;
import lockstep.time.SpanRing;

/**
 * How a lane gets at a region. One guard may stand for several regions. Lanes call it through a scope only, which pairs
 * each acquisition with a release and records the hold.
 *
 * <p>Contract of every guard that is a lock: what a lane did before {@link #release} happens before whatever a lane does
 * after a later {@link #acquire} that returned true, unless both only read; no two lanes hold it at once if one may
 * write. Not reentrant. What the other kinds promise, their own pages say.
 */
public interface Guard {
    /** What sort of guard it is; there are no others. */
    enum Kind {
        /** Keeps lanes out while one is in. */
        LOCK,
        /** Keeps nobody out: whoever writes publishes copies, whoever reads takes the newest. */
        EXCHANGE,
        /** Does nothing at all. */
        NONE
    }

    /** Time limit meaning: wait as long as it takes. */
    long NO_LIMIT = 0;

    /** What {@link #tryRead} gives when there is no reading without keeping others out. */
    long NO_STAMP = 0;

    /** The guard's number, unique in a run: spans name it. */
    int number();

    /** What it guards, for people: {@code world}, or a region's name. */
    String name();

    /** What sort of guard it is: a lock unless it says otherwise. */
    default Kind kind() {
        return Kind.LOCK;
    }

    /** True if lanes that only read may hold it together: then they are not ordered among each other. */
    default boolean letsReadersTogether() {
        return false;
    }

    /**
     * Takes the guard, recording a wait and the lane waited for if it was not free.
     *
     * @param write true if the lane may write what is guarded
     * @param limitNs longest wait in ns, or {@link #NO_LIMIT}
     * @return false if the limit passed first; then the guard is not held
     * @throws WaitBroken if the wait was broken off because of a deadlock; then the guard is not held
     * @throws InterruptedException if the lane was interrupted while waiting; then the guard is not held
     */
    boolean acquire(LaneRecorder me, boolean write, long limitNs) throws InterruptedException;

    /** Gives the guard back. Only the lane that holds it may, in the mode in which it took it. */
    void release(LaneRecorder me, boolean write);

    /**
     * Begins to read without holding anything and without keeping a writer out: what is read may be a mix of
     * publications until {@link #validate} has said otherwise.
     *
     * @return a stamp for {@link #validate}; {@link #NO_STAMP} if this guard does not do that, or not now
     */
    default long tryRead() {
        return NO_STAMP;
    }

    /** True if nobody can have written since {@link #tryRead} gave {@code stamp}: then what was read is one publication. */
    default boolean validate(long stamp) {
        return false;
    }

    /** A lane that holds the guard at this moment, or {@link SpanRing#NOBODY}; any thread. Of several readers one. */
    default int holder() {
        return SpanRing.NOBODY;
    }

    /** True if that lane holds the guard at this moment; any thread. A lane that has just got it may not have signed yet. */
    default boolean isHeldBy(int lane) {
        return false;
    }

    /** True if it is only a limit: several lanes may be inside, and any one of them that leaves lets another in. */
    default boolean admitsSeveral() {
        return false;
    }

    /** What this guard saw so far; see {@link GuardStats} for who may read it. */
    GuardStats stats();
}
