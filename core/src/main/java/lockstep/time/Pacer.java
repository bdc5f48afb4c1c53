package lockstep.time;

import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps a lane until a deadline. For slow rates it parks and spins only the last 200 µs, which hits a deadline within
 * a microsecond for 1.5 % of a core at 120 Hz; for rates above 250 Hz it only parks, some 90 µs late, because spinning
 * there would steal a core. Belongs to one lane; an unpark or interrupt ends a sleep early.
 */
public final class Pacer {
    /** What a pacing span says when the lane stood at a safe point rather than slept for its deadline. */
    public static final int STOOD = 1;

    private static final long SPIN_NS = 200_000;
    private static final long SPIN_PERIOD_NS = 4_000_000;

    private final LaneRecorder recorder;

    public Pacer(LaneRecorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Sleeps until {@code deadlineNs} and records it as pacing, with the deadline as detail.
     *
     * @param periodNs the period that is kept; decides whether the last stretch is spun
     * @return the time on waking, before the deadline only if the lane was woken
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
