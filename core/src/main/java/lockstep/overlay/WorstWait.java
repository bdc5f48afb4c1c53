package lockstep.overlay;

import java.util.Arrays;
import lockstep.time.SpanRing;

/** The longest wait of the last {@value #STEPS} steps. For one thread; allocates nothing. */
final class WorstWait {
    private static final int STEPS = 10;

    private final long[] ns = new long[STEPS];
    private final int[] who = new int[STEPS];
    private final int[] whom = new int[STEPS];
    private final int[] what = new int[STEPS];
    private int step;

    /** Begins a new step and forgets the oldest. */
    void step() {
        step = (step + 1) % STEPS;
        ns[step] = 0;
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(ns, 0);
    }

    /** Lane {@code who} waited {@code waitNs} for lane {@code whom} (or {@link SpanRing#NOBODY}) at guard {@code what}. */
    void add(long waitNs, int who, int whom, int what) {
        if (waitNs > ns[step]) {
            ns[step] = waitNs;
            this.who[step] = who;
            this.whom[step] = whom;
            this.what[step] = what;
        }
    }

    private int worst() {
        int worst = 0;
        for (int i = 1; i < STEPS; i++) {
            if (ns[i] > ns[worst]) {
                worst = i;
            }
        }
        return worst;
    }

    /** Ns of the longest wait, 0 if there was none. */
    long ns() {
        return ns[worst()];
    }

    /** The lane that waited. */
    int who() {
        return who[worst()];
    }

    /** The lane waited for, or {@link SpanRing#NOBODY}. */
    int whom() {
        return whom[worst()];
    }

    /** The guard waited for. */
    int what() {
        return what[worst()];
    }
}
