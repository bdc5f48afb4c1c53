package lockstep.sync;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.TimeUnit;
import lockstep.time.LaneOrder;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.VectorClock;
import lockstep.time.Waiting;

/**
 * A growing number that lanes can wait for: "batch 812 is published", "frame 811 was swapped".
 *
 * <p>One lane at a time calls {@link #reach}; any lane may wait. Blocking: a waiter sleeps until the number is reached,
 * its time limit passes, the milestone is closed, or it is interrupted. A wait is recorded as a barrier wait on the
 * lane that reaches it, which is known before it comes. Waiting allocates nothing, which is why this is a monitor: a
 * condition of a lock makes a node for each wait, and physics and render wait here in every frame.
 *
 * <p>Ordering: {@code value} is volatile, so everything before {@code reach(n)} happens before whatever follows an
 * {@code await(n)} that returned true, on the fast path too.
 */
public final class Milestone {
    /** How a wait ended. */
    public enum Outcome {
        /** The number was reached. */
        REACHED,
        /** The time limit passed first. */
        LATE,
        /** The milestone was closed or paused first. */
        LET_GO
    }

    /** What a milestone counts. */
    public enum Counted {
        /** Batches of physics that are published. */
        BATCH("batch"),
        /** Frames whose snapshot is taken, or that were swapped. */
        FRAME("frame"),
        /** Ticks whose recorded intents were handed over. */
        TICK("tick");

        private final String word;

        Counted(String word) {
            this.word = word;
        }
    }

    private static final Counted[] COUNTED = Counted.values();

    private final Counted counted;
    private final Object moved = new Object();
    @GuardedBy("moved")
    private final VectorClock before = new VectorClock();
    private volatile long value;
    private volatile int reacher;
    private volatile boolean closed;
    private volatile boolean paused;

    /** A milestone at 0 that lane number {@code reacher} will move. */
    public Milestone(Counted counted, int reacher) {
        this.counted = counted;
        this.reacher = reacher;
    }

    /** What a lane in a barrier wait waits for, for people: {@code frame 811}. */
    public static String awaited(Waiting.Wait wait) {
        return COUNTED[wait.what()].word + " " + wait.number();
    }

    /** Raises the number to {@code n} and wakes those who wait for it. Does nothing if the number is already higher. */
    public void reach(LaneRecorder me, long n) {
        synchronized (moved) {
            reacher = me.lane();
            if (n > value) {
                LaneOrder order = me.order();
                if (order != null) {
                    before.set(order.clock());
                    order.step();
                }
                value = n;
                moved.notifyAll();
            }
        }
    }

    /**
     * Waits until the number is at least {@code n}.
     *
     * @return false if the milestone was closed or paused first
     * @throws InterruptedException if the lane was interrupted while waiting
     */
    public boolean await(LaneRecorder me, long n) throws InterruptedException {
        return await(me, n, Guard.NO_LIMIT) == Outcome.REACHED;
    }

    /**
     * Waits until the number is at least {@code n}, for at most {@code limitNs}.
     *
     * @param limitNs longest wait in ns, or {@link Guard#NO_LIMIT}
     * @throws InterruptedException if the lane was interrupted while waiting
     */
    public Outcome await(LaneRecorder me, long n, long limitNs) throws InterruptedException {
        if (isReached(me, n)) {
            return Outcome.REACHED;
        }
        long start = me.now();
        boolean late;
        me.giveUpTurn();
        me.waiting().begin(SpanKind.BARRIER_WAIT, counted.ordinal(), n, reacher, start, limitNs != Guard.NO_LIMIT);
        try {
            late = sleep(me, n, start, limitNs);
        } finally {
            me.waiting().end();
            me.span(SpanKind.BARRIER_WAIT, start, me.now(), reacher, 0, n);
            me.takeTurn();
        }
        return isReached(me, n) ? Outcome.REACHED : late ? Outcome.LATE : Outcome.LET_GO;
    }

    /** Returns true if the time limit passed first. */
    private boolean sleep(LaneRecorder me, long n, long start, long limitNs) throws InterruptedException {
        synchronized (moved) {
            while (value < n && !closed && !paused) {
                if (limitNs == Guard.NO_LIMIT) {
                    moved.wait();
                    continue;
                }
                long left = limitNs - (me.now() - start);
                if (left <= 0) {
                    return true;
                }
                TimeUnit.NANOSECONDS.timedWait(moved, left);
            }
            return false;
        }
    }

    /**
     * True if the number is at least {@code n}; then everything before {@code reach(n)} happens before what the lane does next.
     */
    public boolean isReached(LaneRecorder me, long n) {
        LaneOrder order = me.order();
        if (order == null) {
            return value >= n;
        }
        synchronized (moved) {
            boolean reached = value >= n;
            if (reached) {
                order.clock().join(before);
            }
            return reached;
        }
    }

    /** The number so far. */
    public long value() {
        return value;
    }

    /** Resets the number to 0, to be moved by lane {@code reacher}; only while nobody waits or moves it, as at a safe point. */
    void reset(int reacher) {
        this.reacher = reacher;
        value = 0;
    }

    /** Pauses the milestone or ends the pause; while paused nobody waits. Any thread. */
    public void pause(boolean on) {
        synchronized (moved) {
            paused = on;
            moved.notifyAll();
        }
    }

    /** Ends all waits, now and later. */
    public void close() {
        synchronized (moved) {
            closed = true;
            moved.notifyAll();
        }
    }
}
