package lockstep.sync;

import lockstep.time.LaneOrder;
import lockstep.time.VectorClock;

/**
 * The happens-before order that a guard or a meeting of lanes creates: what a lane did before {@link #release} happens before
 * what a lane does after a later {@link #acquire}, unless both only read and the guard admits readers together.
 *
 * <p>Any lane may call it: release just before it really gives the guard back, acquire just after it really got it. The monitor
 * inside only protects the clocks. Entering it adds nothing to any vector clock, so it hides no race. It is held for some tens of
 * ns, and nothing else is taken inside. Allocates nothing.
 */
public final class Edge {
    private final boolean readersTogether;
    private final VectorClock afterWrites = new VectorClock();
    private final VectorClock afterReads;

    /**
     * @param readersTogether true if lanes that only read are not ordered with each other
     */
    public Edge(boolean readersTogether) {
        this.readersTogether = readersTogether;
        afterReads = readersTogether ? new VectorClock() : null;
    }

    /** The lane has got the guard. */
    public synchronized void acquire(LaneOrder me, boolean write) {
        me.clock().join(afterWrites);
        if (readersTogether && write) {
            me.clock().join(afterReads);
        }
    }

    /** The lane is about to give the guard back. Its next access must be in a later step. */
    public synchronized void release(LaneOrder me, boolean write) {
        (readersTogether && !write ? afterReads : afterWrites).join(me.clock());
    }

    /** Adds what the last writer knew to {@code into}, for a lane that reads without holding the guard. */
    public synchronized void peek(VectorClock into) {
        into.join(afterWrites);
    }
}
