package lockstep.sync;

import lockstep.time.LaneTimer;

/**
 * How a lane gets at a region. One guard may stand for several regions. Lanes call it through a scope only, which pairs
 * each acquisition with a release and records the hold.
 *
 * <p>Contract of every guard but {@code none}: what a lane did before {@link #release} happens before whatever a lane
 * does after a later {@link #acquire} that returned true, unless both only read; no two lanes hold it at once if one
 * may write. Not reentrant.
 */
public interface Guard {
    /** Time limit meaning: wait as long as it takes. */
    long NO_LIMIT = 0;

    /** The guard's number, unique in a run: spans name it. */
    int number();

    /** What it guards, for people: {@code world}, or a region's name. */
    String name();

    /**
     * Takes the guard, recording a wait and the lane waited for if it was not free.
     *
     * @param write true if the lane may write what is guarded
     * @param limitNs longest wait in ns, or {@link #NO_LIMIT}
     * @return false if the limit passed first; then the guard is not held
     * @throws InterruptedException if the lane was interrupted while waiting; then the guard is not held
     */
    boolean acquire(LaneTimer me, boolean write, long limitNs) throws InterruptedException;

    /** Gives the guard back. Only the lane that holds it may. */
    void release(LaneTimer me, boolean write);

    /** False for {@code none}: such a guard keeps nobody out. */
    default boolean excludes() {
        return true;
    }

    /** What this guard saw so far; see {@link GuardStats} for who may read it. */
    GuardStats stats();
}
