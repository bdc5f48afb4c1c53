package lockstep.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lockstep.time.TimeCounts;
import lockstep.watch.Intervals.Name;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    private static final long MS = 1_000_000;

    private final Intervals intervals = new Intervals();
    private long total;

    private LongStream lengthsMs() {
        return IntStream.range(0, intervals.count()).mapToLong(i -> intervals.ns(i) / MS);
    }

    private static long count(TimeCounts t) {
        return IntStream.range(0, t.size()).mapToLong(t::count).sum();
    }

    @Test
    void aCutIsMadeAtTheReadingNearestToTheSecond() {
        for (long ms = 0; ms < 3000; ms += 210) {
            intervals.read(ms * MS);
        }
        intervals.finish(3100 * MS);
        assertEquals("[1050, 1050, 1000]", java.util.Arrays.toString(lengthsMs().toArray()));
    }

    @Test
    void aLateReadingMakesOneLongIntervalAndNoShortOnes() {
        LongStream.of(0, 200, 3300, 3500, 3700, 3900, 4100).forEach(ms -> intervals.read(ms * MS));
        intervals.finish(5000 * MS);
        assertEquals("[3300, 600, 1100]", java.util.Arrays.toString(lengthsMs().toArray()));
    }

    @Test
    void aShortRestBelongsToTheLastInterval() {
        LongStream.of(0, 1000, 2000).forEach(ms -> intervals.read(ms * MS));
        intervals.finish(2400 * MS);
        assertEquals("[1000, 1400]", java.util.Arrays.toString(lengthsMs().toArray()));
    }

    @Test
    void aRunShorterThanAnIntervalIsOne() {
        intervals.follow(new Name("g", "f"), () -> total);
        intervals.read(0);
        total = 7;
        intervals.finish(300 * MS);
        assertEquals(1, intervals.count());
        assertEquals(7, intervals.totals().get(0).in(0));
    }

    @Test
    void totalsAndTimesAreThoseOfTheirInterval() {
        intervals.follow(new Name("g", "f"), () -> total);
        Intervals.Times times = intervals.follow(new Name("g", "t"), new Histogram(1, 1_000_000, 3));
        total = 100;
        intervals.read(0);
        total = 103;
        times.add(5);
        intervals.read(1000 * MS);
        total = 110;
        times.add(6);
        times.add(7);
        intervals.finish(2000 * MS);
        assertEquals(3, intervals.totals().get(0).in(0));
        assertEquals(7, intervals.totals().get(0).in(1));
        assertEquals(5, times.in(0).value(0));
        assertEquals(6, times.in(1).value(0));
        assertEquals(2, count(times.in(1)));
    }

    @Test
    void aLongRunTakesTheSameRoomAndLosesNothing() {
        intervals.follow(new Name("g", "f"), () -> total);
        Intervals.Times times = intervals.follow(new Name("g", "t"), new Histogram(1, 1_000_000, 3));
        int seconds = 7200;
        for (int s = 0; s <= seconds; s++) {
            intervals.read(s * 1000 * MS);
            total += s;
            times.add(1 + s % 50);
        }
        total -= seconds;
        intervals.finish(seconds * 1000 * MS);
        assertEquals(450, intervals.count());
        assertEquals(16_000, lengthsMs().min().orElseThrow());
        assertEquals(16_000, lengthsMs().max().orElseThrow());
        assertEquals(seconds * 1000L, lengthsMs().sum());
        assertEquals(16L * 15 / 2, intervals.totals().get(0).in(0));
        assertEquals((seconds - 1L) * seconds / 2, IntStream.range(0, 450).mapToLong(intervals.totals().get(0)::in).sum());
        assertEquals(seconds, IntStream.range(0, 450).mapToLong(i -> count(times.in(i))).sum(), 1);
    }

    @Test
    void aTotalThatIsReadLowerForAMomentDoesNotShrink() {
        intervals.follow(new Name("g", "f"), () -> total);
        total = 5;
        intervals.read(0);
        total = 3;
        intervals.read(1000 * MS);
        total = 6;
        intervals.finish(2000 * MS);
        assertEquals(0, intervals.totals().get(0).in(0));
        assertEquals(1, intervals.totals().get(0).in(1));
    }
}
