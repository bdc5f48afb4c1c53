package lockstep.desktop.doctor;

import java.util.Arrays;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;

/**
 * What recording costs a lane, in ns, each the median of many short rounds. Takes about two seconds.
 *
 * @param spanNs one span: two clock readings, the record in the ring, the totals
 * @param plainNs two clock readings and five plain stores
 * @param ratio the ratio of the two, median over pairs of neighbouring rounds
 * @param runNs one run of a role: a span with two readings of the thread's CPU time
 */
record SpanCost(double spanNs, double plainNs, double ratio, double runNs) {
    private static final int SPANS = 500;
    private static final int ROUNDS = 4_000;
    private static final int WARM_ROUNDS = 4_000;
    /** As many as a lane's ring has. */
    private static final int SLOTS = 16_384;
    private static final int STORES = 5;
    /** Keeps the compiler from removing results as unused. */
    private static volatile long consumed;

    static SpanCost measure() {
        LaneRecorder recorder = new LaneRecorder(0, "cost", Clock.SYSTEM);
        long[] slots = new long[SLOTS * STORES];
        double[] spans = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        double[] runs = new double[ROUNDS];
        for (int i = -WARM_ROUNDS; i < ROUNDS; i++) {
            int round = Math.max(0, i);
            if (i % 2 == 0) {
                spans[round] = spans(recorder);
                plain[round] = plain(slots, i);
            } else {
                plain[round] = plain(slots, i);
                spans[round] = spans(recorder);
            }
            runs[round] = runs(recorder);
            ratios[round] = spans[round] / plain[round];
        }
        consumed = recorder.totalNs(SpanKind.HOLD) + slots[SLOTS / 2] + recorder.workedNs();
        return new SpanCost(median(spans), median(plain), median(ratios), median(runs));
    }

    private static double spans(LaneRecorder recorder) {
        long begin = System.nanoTime();
        for (int i = 0; i < SPANS; i++) {
            long start = recorder.now();
            recorder.span(SpanKind.HOLD, start, recorder.now(), i & 3, i & 7, i);
        }
        return (System.nanoTime() - begin) / (double) SPANS;
    }

    private static double plain(long[] slots, int round) {
        int first = (round & 15) * SPANS;
        long begin = System.nanoTime();
        for (int i = 0; i < SPANS; i++) {
            int at = (first + i & SLOTS - 1) * STORES;
            slots[at] = System.nanoTime();
            slots[at + 1] = System.nanoTime();
            slots[at + 2] = i & 3;
            slots[at + 3] = i & 7;
            slots[at + 4] = i;
        }
        return (System.nanoTime() - begin) / (double) SPANS;
    }

    private static double runs(LaneRecorder recorder) {
        int runs = SPANS / 10;
        long begin = System.nanoTime();
        for (int i = 0; i < runs; i++) {
            recorder.beginRun(1);
            long start = recorder.now();
            recorder.endRun(start, recorder.now(), i);
        }
        return (System.nanoTime() - begin) / (double) runs;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
