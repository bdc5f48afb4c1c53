package lockstep.sync;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/**
 * What the locks share: refusing second takes and strangers, measuring waits, and knowing who was waited for. A lock
 * itself is {@link #tryTake}, {@link #awaitTake} and {@link #give}, and all ordering is its own.
 *
 * <p>Any lane calls it. Each has a cell here that says how it holds the guard; only the lane writes it, so to a lane
 * itself it is exact, and it is opaque because waiters look over all cells to name one that holds. A lane that has just
 * got the lock may not have signed yet: then a waiter names the one that held it last. A wait gives the lane's turn to
 * run back while it lasts ({@link lockstep.time.Turn}), so nobody waits here with a permit in hand.
 */
abstract class LockGuard extends NamedGuard {
    /** Lane numbers are below. */
    private static final int LANES = SpanRing.NOBODY;
    private static final int NOT_HELD = 0, READING = 1, WRITING = 2;

    private final AtomicIntegerArray cells = new AtomicIntegerArray(LANES);
    private final AtomicInteger last = new AtomicInteger(SpanRing.NOBODY);

    LockGuard(int number, String name) {
        super(number, name);
    }

    /** Takes the lock if that is possible at once. */
    abstract boolean tryTake(boolean write);

    /** Waits for the lock and takes it; as {@link #acquire}. */
    abstract boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException;

    /** Gives the lock back, which the caller holds. */
    abstract void give(boolean write);

    @Override
    public final boolean acquire(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
        int lane = me.lane();
        if (cells.getPlain(lane) != NOT_HELD) {
            throw new IllegalStateException("lane '" + me.name() + "' takes guard '" + name() + "', which it holds");
        }
        if (!tryTake(write) && !measured(me, write, limitNs)) {
            return false;
        }
        cells.setOpaque(lane, write ? WRITING : READING);
        last.setOpaque(lane);
        return true;
    }

    private boolean measured(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
        long start = me.now();
        int whom = holderButMe(me.lane());
        me.giveUpTurn();
        me.waiting().begin(SpanKind.GUARD_WAIT, number(), 0, whom, start, limitNs != NO_LIMIT);
        try {
            boolean taken = awaitTake(me, write, limitNs);
            if (me.waiting().end()) {
                Thread.interrupted();
            }
            return taken;
        } catch (InterruptedException e) {
            throw me.waiting().end() ? new WaitBroken(name()) : e;
        } finally {
            me.waiting().end();
            long end = me.now();
            if (whom == SpanRing.NOBODY) {
                whom = holderButMe(me.lane());
            }
            me.span(SpanKind.GUARD_WAIT, start, end, whom, number(), 0);
            stats().waited(me.lane(), end - start);
            me.takeTurn();
        }
    }

    /** A lane other than {@code me} that holds the guard, or else held it last. */
    private int holderButMe(int me) {
        for (int lane = 0; lane < LANES; lane++) {
            if (lane != me && cells.getOpaque(lane) != NOT_HELD) {
                return lane;
            }
        }
        int lane = last.getOpaque();
        return lane == me ? SpanRing.NOBODY : lane;
    }

    @Override
    public final int holder() {
        for (int lane = 0; lane < LANES; lane++) {
            if (isHeldBy(lane)) {
                return lane;
            }
        }
        return SpanRing.NOBODY;
    }

    @Override
    public final boolean isHeldBy(int lane) {
        return cells.getOpaque(lane) != NOT_HELD;
    }

    @Override
    public final void release(LaneRecorder me, boolean write) {
        int lane = me.lane();
        if (cells.getPlain(lane) != (write ? WRITING : READING)) {
            throw new IllegalMonitorStateException(
                "lane '" + me.name() + "' gives back guard '" + name() + "', which it does not hold for "
                    + (write ? "writing" : "reading"));
        }
        cells.setOpaque(lane, NOT_HELD);
        give(write);
    }
}
