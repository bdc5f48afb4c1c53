package lockstep.trace.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lockstep.time.TimeCounts;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Figures and intervals against values computed by hand. */
class StatisticsTest {
    private static TimeCounts ms(int... times) {
        Histogram h = new Histogram(1_000, 60_000_000_000L, 3);
        Arrays.stream(times).forEach(t -> h.recordValue(t * 1_000_000L));
        return TimeCounts.of(h);
    }

    @Test
    void aRateIsTheSumOverTheSumOfWhatWasDrawn() {
        Rate rate = new Rate(new long[] {4, 6, 50}, new long[] {1, 1, 2}, 10);
        assertArrayEquals(new double[] {150}, rate.figures(new int[] {1, 1, 1}));
        assertEquals(10 * (2 * 4 + 6) / 3.0, rate.figures(new int[] {2, 1, 0})[0], 1e-9);
    }

    @Test
    void quantilesAreThoseOfAllTimesDrawn() {
        Distribution d = new Distribution(List.of(ms(10, 20), ms(30, 40)), new double[] {0.5, 0.99}, true);
        assertArrayEquals(new double[] {20, 40, 25}, d.figures(new int[] {1, 1}), 0.03);
        assertArrayEquals(new double[] {10, 20, 50}, d.figures(new int[] {3, 0}), 0.03);
        assertArrayEquals(new double[] {30, 40, 25}, d.figures(new int[] {1, 2}), 0.03);
        assertEquals(40, d.max(), 0.03);
        assertEquals(4, d.count());
    }

    /** 1 - 0.025^(1/10) = 0.3085 of all events at most, which is a ratio of 0.446. */
    @Test
    void noEventAgainstTenIsAtMostSoMany() {
        Interval i = Interval.ofRareEvents(10, 60, 0, 60, 1);
        assertEquals(0, i.low());
        assertEquals(0.4461, i.high(), 1e-4);
        Interval turned = Interval.ofRareEvents(0, 60, 10, 60, 1);
        assertEquals(1 / 0.4461, turned.low(), 1e-3);
        assertEquals(Double.POSITIVE_INFINITY, turned.high());
    }

    /** Clopper and Pearson's limits for 5 of 10 are 0.1871 and 0.8129; the second run was twice as long. */
    @Test
    void fiveEventsAgainstFiveInTwiceTheTime() {
        Interval i = Interval.ofRareEvents(5, 60, 5, 120, 1);
        assertEquals(0.2302 / 2, i.low(), 1e-4);
        assertEquals(4.3448 / 2, i.high(), 1e-3);
        assertFalse(i.excludesOne());
    }

    @Test
    void eventsInBurstsWeighLess() {
        long[] even = IntStream.range(0, 120).mapToLong(i -> 2).toArray();
        long[] bursts = IntStream.range(0, 120).mapToLong(i -> i % 12 == 0 ? 24 : 0).toArray();
        assertEquals(1, Dispersion.of(even, Series.filled(120)));
        assertTrue(Dispersion.of(bursts, Series.filled(120)) > 8,
            () -> "dispersion " + Dispersion.of(bursts, Series.filled(120)));
        Interval plain = Interval.ofRareEvents(100, 60, 140, 60, 1);
        Interval weighed = Interval.ofRareEvents(100, 60, 140, 60, 10);
        assertTrue(plain.excludesOne());
        assertFalse(weighed.excludesOne());
    }

    /** For neighbours that are alike by 0.8 the best length is cbrt(1.5 (1.6 / 0.36)^2 n): 21 for 300 intervals. */
    @Test
    void blocksAreAsLongAsNeighboursAreAlike() {
        double alike = IntStream.range(0, 100).map(t -> BlockLength.of(series(new Random(t), 300, 0.8))).average().orElseThrow();
        double chance = IntStream.range(0, 100).map(t -> BlockLength.of(series(new Random(t), 300, 0))).average().orElseThrow();
        assertTrue(alike > 14 && alike < 28, "length " + alike);
        assertTrue(chance < 5, "length " + chance);
        assertEquals(2, BlockLength.of(new double[40]));
        assertTrue(BlockLength.of(series(new Random(1), 10, 0.99)) <= 4);
    }

    private static double[] series(Random random, int n, double alike) {
        return Series.rate(random, n, 5, alike).influence().get(0);
    }

    @Test
    void everyIntervalIsDrawnEquallyOften() {
        Sample seen = new Sample() {
            @Override
            public int intervals() {
                return 7;
            }

            @Override
            public double[] figures(int[] weights) {
                assertEquals(7, Arrays.stream(weights).sum());
                return Arrays.stream(weights).asDoubleStream().toArray();
            }

            @Override
            public List<double[]> influence() {
                throw new IllegalStateException("the length is given");
            }
        };
        for (double[] interval : BlockBootstrap.of(seen, 3, 1).figures()) {
            assertEquals(1, Arrays.stream(interval).average().orElseThrow(), 0.1);
        }
    }

    @Test
    void theSameRunsGiveTheSameInterval() {
        Rate a = Series.rate(new Random(1), 50, 5, 0.5);
        Rate b = Series.rate(new Random(2), 50, 6, 0.5);
        Interval once = Interval.ofRatio(BlockBootstrap.of(a, 1), BlockBootstrap.of(b, 2), 0, 0);
        assertEquals(once, Interval.ofRatio(BlockBootstrap.of(a, 1), BlockBootstrap.of(b, 2), 0, 0));
    }

    @Test
    void anIntervalIsNeverNarrowerThanWhatTheHistogramTellsApart() {
        Rate steady = new Rate(Series.filled(20), Series.filled(20), 1);
        Rate larger = new Rate(IntStream.range(0, 20).mapToLong(i -> 1_000_900).toArray(), Series.filled(20), 1);
        Interval exact = Interval.ofRatio(BlockBootstrap.of(steady, 1), BlockBootstrap.of(larger, 2), 0, 0);
        Interval rounded = Interval.ofRatio(BlockBootstrap.of(steady, 1), BlockBootstrap.of(larger, 2), 0, 0.001);
        assertTrue(exact.excludesOne());
        assertFalse(rounded.excludesOne());
    }
}
