package lockstep.sync;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.Turn;

/**
 * Limits how many lanes run at once: a fair counting semaphore whose permits lanes hold while they run. With one permit it works
 * like CPython's global interpreter lock: threads take turns, and no two run at the same time.
 *
 * <p>A lane holds a permit from its start to its end, except while it waits (for a guard, at the barrier), sleeps, reads a file
 * or swaps buffers. At checkpoints inside long work it gives way to a lane that has asked for 5 ms, counted from when that lane
 * began to ask or from the last change. That is CPython's rule: {@code gil_drop_request} after {@code DEFAULT_INTERVAL} 5000 µs,
 * and whoever dropped it waits until another has had it (Python/ceval_gil.h, A. Pitrou, 2009). Here that follows from the order:
 * permits are given out by ticket, first come, first served.
 *
 * <p>It cannot deadlock, whatever guards lanes hold while they wait for a permit. A lane with a permit waits for nothing: every
 * wait gives the permit up first. So it runs until it waits, ends or reaches a checkpoint, and then the permit goes to the oldest
 * ticket. Every ticket is served after finitely many such runs. Hence no wait for a permit is part of a cycle: a lane that holds
 * a guard and wants a permit gets it and can give the guard back, and lanes that wait for that guard hold no permit. Cycles of
 * guards are the same as without permits.
 *
 * <p>Not a guard: it orders what lanes do only in that a permit's release happens before the next take of it, all inside one
 * monitor, and with several permits not even that. Waiting for a permit cannot be interrupted; an interrupt is kept, and
 * {@link #close} ends all waits. Allocates nothing.
 */
public final class Permits {
    /** How long a lane may keep running while another asks for a permit, ns. */
    public static final long SWITCH_NS = 5_000_000;

    @GuardedBy("this")
    private final boolean[] running = new boolean[SpanRing.NOBODY];
    @GuardedBy("this")
    private final byte[] laneOfTicket = new byte[SpanRing.NOBODY + 1];
    @GuardedBy("this")
    private long asked;
    @GuardedBy("this")
    private long granted;
    @GuardedBy("this")
    private boolean closed;
    private volatile int waiting;
    private volatile long sinceNs;

    /** Lets {@code count} lanes run at once. */
    public Permits(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one lane must be able to run, not " + count);
        }
        granted = count;
    }

    /** The turn of a lane that does not hold a permit yet; one for each lane. */
    public Turn turn(LaneRecorder me) {
        return new LaneTurn(me);
    }

    /** Ends all waits; from now on all lanes may run. Any thread. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** How many lanes wait for a permit; any thread. */
    int waiting() {
        return waiting;
    }

    private void take(LaneRecorder me) {
        long start = 0;
        int whom = SpanRing.NOBODY;
        boolean waited = false;
        boolean interrupted = false;
        synchronized (this) {
            long ticket = asked++;
            laneOfTicket[(int) ticket & SpanRing.NOBODY] = (byte) me.lane();
            if (ticket >= granted && !closed) {
                waited = true;
                start = me.now();
                whom = holder();
                if (waiting == 0) {
                    sinceNs = start;
                }
                waiting = waiting + 1;
                me.waiting().begin(SpanKind.PERMIT_WAIT, 0, 0, whom, start, false);
                while (ticket >= granted && !closed) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                me.waiting().end();
                waiting = waiting - 1;
            }
            running[me.lane()] = true;
        }
        if (waited) {
            me.span(SpanKind.PERMIT_WAIT, start, me.now(), whom, 0, 0);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @GuardedBy("this")
    private int holder() {
        for (int lane = 0; lane < running.length; lane++) {
            if (running[lane]) {
                return lane;
            }
        }
        return SpanRing.NOBODY;
    }

    private synchronized void give(LaneRecorder me) {
        running[me.lane()] = false;
        long ticket = granted++;
        if (ticket < asked) {
            running[laneOfTicket[(int) ticket & SpanRing.NOBODY] & 0xff] = true;
            sinceNs = me.now();
            notifyAll();
        }
    }

    /** One lane's turn; only its thread calls it. */
    private final class LaneTurn implements Turn {
        private final LaneRecorder me;
        private int away = 1;
        private long takenNs;

        LaneTurn(LaneRecorder me) {
            this.me = me;
        }

        @Override
        public void giveUp() {
            if (away++ == 0) {
                give(me);
            }
        }

        @Override
        public void take() {
            if (away == 1) {
                Permits.this.take(me);
                takenNs = me.now();
            }
            away--;
        }

        @Override
        public void checkpoint() {
            if (waiting > 0 && away == 0 && me.now() - Math.max(takenNs, sinceNs) >= SWITCH_NS) {
                giveUp();
                take();
            }
        }
    }
}
