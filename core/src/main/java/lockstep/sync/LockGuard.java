package lockstep.sync;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/**
 * What all locks share: they refuse to be taken twice or released by a lane that does not hold them, measure waits, and know who
 * was waited for. A lock implements {@link #tryTake}, {@link #awaitTake} and {@link #give}, and provides all ordering.
 *
 * <p>Any lane may call it. Each lane has a cell that says how it holds the guard. Only that lane writes its cell, so its own view
 * is exact. Cells are opaque because waiters read all of them to name a holder. A lane that has just got the lock may not have
 * set its cell yet; a waiter then names the lane that held it last. A lane gives its turn to run back while it waits ({@link
 * lockstep.time.Turn}), so no lane waits here with a permit.
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

    /** Takes the lock if that is possible without waiting. */
    abstract boolean tryTake(boolean write);

    /** Waits for the lock and takes it; as {@link #acquire}. */
    abstract boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException;

    /** Releases the lock, which the caller holds. */
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

    /** A lane other than {@code me} that holds the guard or, if there is none, held it last. */
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
