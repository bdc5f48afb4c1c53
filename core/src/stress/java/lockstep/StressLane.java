package lockstep;

import lockstep.time.Clock;
import lockstep.time.LaneRecorder;

/**
 * Lane recorders for actors: one for each thread and lane number, so that several pairs of actors may run at once and making
 * a state does not make a ring of spans.
 */
public final class StressLane {
    private static final int LANES = 3;
    private static final ThreadLocal<LaneRecorder[]> TIMERS = ThreadLocal.withInitial(() -> {
        LaneRecorder[] recorders = new LaneRecorder[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            recorders[lane] = new LaneRecorder(lane, "lane " + lane, Clock.SYSTEM);
        }
        return recorders;
    });

    private StressLane() {
    }

    /** The calling thread's recorder for lane {@code lane}. */
    public static LaneRecorder of(int lane) {
        return TIMERS.get()[lane];
    }
}
