package lockstep.sync;

import lockstep.time.LaneRecorder;
import lockstep.time.SpanRing;

/**
 * How a lane gets access to a region. One guard may cover several regions. Lanes call it only through a scope, which pairs each
 * acquisition with a release and records the hold.
 *
 * <p>Contract of every guard that is a lock: what a lane did before {@link #release} happens before whatever a lane does after a
 * later {@link #acquire} that returned true, unless both only read; no two lanes hold it at once if one may write. Not reentrant.
 * The guards of the other kinds document their own guarantees.
 */
public interface Guard {
    /** The three kinds of guard. */
    enum Kind {
        /** Excludes other lanes while one holds it. */
        LOCK,
        /** Excludes nobody: a writer publishes copies, a reader takes the newest. */
        EXCHANGE,
        /** Does nothing. */
        NONE
    }

    /** A time limit that means none. */
    long NO_LIMIT = 0;

    /** What {@link #tryRead} returns if an optimistic read is not possible. */
    long NO_STAMP = 0;

    /** The guard's number, unique in a run: spans name it. */
    int number();

    /** What it guards, for people: {@code world}, or a region's name. */
    String name();

    /** The kind of guard; a lock by default. */
    default Kind kind() {
        return Kind.LOCK;
    }

    /** True if lanes that only read may hold it together, so that they are not ordered with each other. */
    default boolean letsReadersTogether() {
        return false;
    }

    /**
     * Takes the guard, recording a wait and the lane waited for if it was not free.
     *
     * @param write true if the lane may write what is guarded
     * @param limitNs longest wait in ns, or {@link #NO_LIMIT}
     * @return false if the limit passed first; then the guard is not held
     * @throws WaitBroken if the wait was broken because of a deadlock; then the guard is not held
     * @throws InterruptedException if the lane was interrupted while waiting; then the guard is not held
     */
    boolean acquire(LaneRecorder me, boolean write, long limitNs) throws InterruptedException;

    /** Gives the guard back. Only the lane that holds it may, in the mode in which it took it. */
    void release(LaneRecorder me, boolean write);

    /**
     * Begins an optimistic read, which holds nothing and does not exclude a writer: what is read may mix publications until
     * {@link #validate} has confirmed it.
     *
     * @return a stamp for {@link #validate}; {@link #NO_STAMP} if this guard cannot do that, or not now
     */
    default long tryRead() {
        return NO_STAMP;
    }

    /** True if nobody has written since {@link #tryRead} returned {@code stamp}; then what was read is one publication. */
    default boolean validate(long stamp) {
        return false;
    }

    /** A lane that holds the guard at this moment (one of several readers), or {@link SpanRing#NOBODY}; any thread. */
    default int holder() {
        return SpanRing.NOBODY;
    }

    /** True if {@code lane} holds the guard at this moment; any thread. A lane that has just got it may not be recorded yet. */
    default boolean isHeldBy(int lane) {
        return false;
    }

    /** True if it is only a limit: several lanes may be inside, and any lane that leaves lets another in. */
    default boolean admitsSeveral() {
        return false;
    }

    /** The waits and holds so far; {@link GuardStats} says who may read them. */
    GuardStats stats();
}
