package lockstep.time;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** How often each duration occurred: a histogram that keeps only its non-empty buckets, ascending. Immutable. */
public final class TimeCounts {
    /** No durations. */
    public static final TimeCounts EMPTY = new TimeCounts(new long[0], new long[0]);

    private final long[] values;
    private final long[] counts;

    private TimeCounts(long[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
    }

    /** The non-empty buckets of a histogram, each represented by its greatest value. */
    public static TimeCounts of(Histogram h) {
        if (h.getTotalCount() == 0) {
            return EMPTY;
        }
        long[] values = new long[16];
        long[] counts = new long[16];
        int n = 0;
        long left = h.getTotalCount();
        for (long v = h.getCountAtValue(0) > 0 ? 0 : h.getMinNonZeroValue(); left > 0; v = h.nextNonEquivalentValue(v)) {
            long count = h.getCountAtValue(v);
            if (count > 0) {
                if (n == values.length) {
                    values = Arrays.copyOf(values, 2 * n);
                    counts = Arrays.copyOf(counts, 2 * n);
                }
                values[n] = h.highestEquivalentValue(v);
                counts[n++] = count;
                left -= count;
            }
        }
        return new TimeCounts(Arrays.copyOf(values, n), Arrays.copyOf(counts, n));
    }

    /** The sum of both. */
    public TimeCounts plus(TimeCounts other) {
        long[] v = new long[size() + other.size()];
        long[] c = new long[v.length];
        int n = 0;
        for (int i = 0, j = 0; i < size() || j < other.size(); n++) {
            boolean mine = j == other.size() || i < size() && values[i] <= other.values[j];
            boolean theirs = i == size() || j < other.size() && other.values[j] <= values[i];
            v[n] = mine ? values[i] : other.values[j];
            c[n] = (mine ? counts[i++] : 0) + (theirs ? other.counts[j++] : 0);
        }
        return new TimeCounts(Arrays.copyOf(v, n), Arrays.copyOf(c, n));
    }

    /** Adds all counts to a histogram. */
    public void addTo(Histogram h) {
        for (int i = 0; i < values.length; i++) {
            h.recordValueWithCount(values[i], counts[i]);
        }
    }

    /** How many different durations there are. */
    public int size() {
        return values.length;
    }

    /** The {@code i}-th shortest duration, ns. */
    public long value(int i) {
        return values[i];
    }

    /** How often it occurred. */
    public long count(int i) {
        return counts[i];
    }
}
