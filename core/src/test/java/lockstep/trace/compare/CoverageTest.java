package lockstep.trace.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether intervals hold what they promise: over many made-up pairs of runs the true ratio lies in 95 % of them. */
@Tag("slow")
class CoverageTest {
    private static final int TRIALS = 200;

    /** The share of trials in which the interval is right. */
    private static double share(int trials, ToDoubleFunction<Random> right) {
        return LongStream.range(0, trials).parallel().mapToDouble(t -> right.applyAsDouble(new Random(1_000 + t))).average()
            .orElseThrow();
    }

    private static double holds(Interval i, double ratio) {
        return i.low() <= ratio && ratio <= i.high() ? 1 : 0;
    }

    private static Interval ratio(Sample a, Sample b, int figure) {
        return Interval.ofRatio(BlockBootstrap.of(a, 1), BlockBootstrap.of(b, 2), figure, 0);
    }

    private static Distribution times(Random r, int n, double ms) {
        return new Distribution(Series.frames(r, n, ms), new double[] {0.5, 0.99}, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 60, 300})
    void theRatioOfTwoRatesIsHeld(int n) {
        double share = share(TRIALS, r -> holds(ratio(Series.rate(r, n, 5, 0), Series.rate(r, n, 5, 0), 0), 1));
        assertTrue(share >= 0.92, "held in " + share);
        assertTrue(n < 60 || share <= 0.99, "held in " + share + ": wider than promised");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theRatioOfMedianP99AndOnePercentLowIsHeld(int figure) {
        double share = share(60, r -> holds(ratio(times(r, 60, 16), times(r, 60, 16), figure), 1));
        assertTrue(share >= 0.88, "held in " + share);
    }

    @Test
    void aTwentyPercentShiftIsFoundAndHasTheRightSize() {
        double found = share(60, r -> {
            Interval i = ratio(times(r, 30, 16), times(r, 30, 16 * 1.2), 0);
            return i.low() > 1 && i.low() <= 1.2 + 0.03 && i.high() >= 1.2 - 0.03 ? 1 : 0;
        });
        assertTrue(found >= 0.98, "found in " + found);
    }

    /** The canary: single intervals drawn as if they were independent promise 95 % and hold far less. */
    @Test
    void whereNeighboursAreAlikeBlocksHoldAndSingleIntervalsDoNot() {
        double blocks = share(TRIALS, r -> holds(ratio(Series.rate(r, 300, 5, 0.8), Series.rate(r, 300, 5, 0.8), 0), 1));
        double singles = share(TRIALS, r -> holds(Interval.ofRatio(BlockBootstrap.of(Series.rate(r, 300, 5, 0.8), 1, 1),
            BlockBootstrap.of(Series.rate(r, 300, 5, 0.8), 1, 2), 0, 0), 1));
        assertTrue(blocks >= 0.9, "blocks hold in " + blocks);
        assertTrue(singles <= 0.7, "single intervals hold in " + singles);
    }

    @Test
    void theRatioOfRareEventsIsHeldEvenIfTheyComeInBursts() {
        double even = share(TRIALS, r -> holds(events(r, 0.1, 1), 1));
        double bursts = share(TRIALS, r -> holds(events(r, 0.1, 5), 1));
        assertTrue(even >= 0.93, "even: held in " + even);
        assertTrue(bursts >= 0.93, "bursts: held in " + bursts);
    }

    private static Interval events(Random r, double chance, int burst) {
        Family.Events a = made(r, chance, burst);
        Family.Events b = made(r, chance, burst);
        Interval i = a.against(b, null).get(0).interval();
        return i == null ? new Interval(1, 1) : i;
    }

    private static Family.Events made(Random r, double chance, int burst) {
        long[] n = new long[200];
        for (int i = 0; i < n.length; i++) {
            n[i] = r.nextDouble() < chance ? burst : 0;
        }
        return new Family.Events(new Compared("late frames", "/min", Compared.Sense.AMOUNT), n, Series.filled(n.length));
    }
}
