package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TimeCountsTest {
    private static TimeCounts of(long... ns) {
        Histogram h = new Histogram(1, 1_000_000, 3);
        for (long t : ns) {
            h.recordValue(t);
        }
        return TimeCounts.of(h);
    }

    private static String text(TimeCounts t) {
        return IntStream.range(0, t.size()).mapToObj(i -> t.value(i) + "x" + t.count(i)).collect(Collectors.joining(" "));
    }

    @Test
    void onlyTimesThatOccurredAreKept() {
        assertEquals("3x2 70x1", text(of(3, 70, 3)));
        assertEquals("", text(of()));
    }

    @Test
    void bucketsAreThoseOfTheHistogramsOwnIterator() {
        Random random = new Random(7);
        for (long unit : new long[] {1, 1000}) {
            Histogram h = new Histogram(unit, 60_000_000_000L, 2);
            for (int i = 0; i < 2_000; i++) {
                h.recordValue((long) Math.exp(24 * random.nextDouble()) - 1);
            }
            h.recordValue(0);
            StringJoiner library = new StringJoiner(" ");
            h.recordedValues().forEach(v -> library.add(v.getValueIteratedTo() + "x" + v.getCountAtValueIteratedTo()));
            assertEquals(library.toString(), text(TimeCounts.of(h)));
        }
    }

    @Test
    void sumsMergeEqualTimesAndKeepTheOrder() {
        assertEquals("1x1 3x3 5x1 70x1 90x2", text(of(3, 70, 3).plus(of(1, 3, 5, 90, 90))));
        assertEquals("3x1", text(of(3).plus(TimeCounts.EMPTY)));
        assertEquals("3x1", text(TimeCounts.EMPTY.plus(of(3))));
    }

    @Test
    void backInAHistogramTheyAreTheSame() {
        Histogram h = new Histogram(1, 1_000_000, 3);
        TimeCounts times = of(3, 70_003, 70_003, 999_999);
        times.addTo(h);
        assertEquals(text(times), text(TimeCounts.of(h)));
    }
}
