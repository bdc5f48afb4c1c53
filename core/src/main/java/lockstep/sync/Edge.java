package lockstep.sync;

import lockstep.time.LaneOrder;
import lockstep.time.VectorClock;

/**
 * The order that one guard, or one meeting of lanes, makes: what a lane did before {@link #release} comes before what a
 * lane does after a later {@link #acquire}, unless both only read where the guard lets readers in together.
 *
 * <p>Any lane calls it: release just before it really gives the guard back, acquire just after it really got it. The
 * monitor inside only keeps two lanes from mixing one clock; that a lane has been in it adds nothing to any vector clock,
 * so it hides no race. It is held for some tens of ns and nothing else is taken inside. Allocates nothing.
 */
public final class Edge {
    private final boolean readersTogether;
    private final VectorClock afterWrites = new VectorClock();
    private final VectorClock afterReads;

    /** @param readersTogether true if lanes that only read are not ordered among each other */
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

    /** Adds what the last lane that wrote knew, for a lane that reads without holding the guard. */
    public synchronized void peek(VectorClock into) {
        into.join(afterWrites);
    }
}
