package lockstep.time;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Times of frames, from one buffer swap to the next. The rendering lane adds; the overlay, drawn by the same lane, reads
 * the newest; the summary reads the rest once the lane was joined. Allocates nothing while adding.
 *
 * <p>A frame is late if it took more than its budget plus 4 ms and more than twice the median of the 31 before it.
 */
public final class FrameLog {
    /** Frames kept for the bars. */
    public static final int KEPT = 240;
    private static final int MEDIAN_OF = 31;
    private static final long SLACK_NS = 4_000_000;

    private final long[] newest = new long[KEPT];
    private final boolean[] lateNewest = new boolean[KEPT];
    private final long[] window = new long[MEDIAN_OF];
    private final long[] sorted = new long[MEDIAN_OF];
    private final Histogram all = new Histogram(1_000, 60_000_000_000L, 3);
    private long frames;
    private long late;
    private long sumNs;

    /** Adds a frame that took {@code ns}; {@code budgetNs} is what it may take, 0 for no budget. */
    public void add(long ns, long budgetNs) {
        boolean isLate = false;
        if (frames >= MEDIAN_OF && budgetNs > 0) {
            System.arraycopy(window, 0, sorted, 0, MEDIAN_OF);
            Arrays.sort(sorted);
            isLate = ns > budgetNs + SLACK_NS && ns > 2 * sorted[MEDIAN_OF / 2];
        }
        window[(int) (frames % MEDIAN_OF)] = ns;
        newest[(int) (frames % KEPT)] = ns;
        lateNewest[(int) (frames % KEPT)] = isLate;
        frames++;
        sumNs += ns;
        if (isLate) {
            late++;
        }
        all.recordValue(Math.min(Math.max(ns, 1_000), 60_000_000_000L));
    }

    /** Frames so far. */
    public long frames() {
        return frames;
    }

    /** Late frames so far. */
    public long late() {
        return late;
    }

    /** Time of all frames, ns. */
    public long sumNs() {
        return sumNs;
    }

    /** Time in ns of the frame {@code ago} frames before the newest, which is 0; 0 if there was none. */
    public long ns(int ago) {
        return ago < Math.min(frames, KEPT) ? newest[(int) ((frames - 1 - ago) % KEPT)] : 0;
    }

    /** True if that frame was late. */
    public boolean wasLate(int ago) {
        return ago < Math.min(frames, KEPT) && lateNewest[(int) ((frames - 1 - ago) % KEPT)];
    }

    /** All frame times, ns. */
    public Histogram all() {
        return all;
    }

    /** 1 % low average as CapFrameX has it: 1000 / the mean of the frame times, in ms, at or above their 99th percentile. */
    public double low1PercentFps() {
        if (frames == 0) {
            return 0;
        }
        long p99 = all.getValueAtPercentile(99);
        double sum = 0;
        long n = 0;
        for (var v : all.recordedValues()) {
            if (v.getValueIteratedTo() >= p99) {
                sum += (double) v.getValueIteratedTo() * v.getCountAtValueIteratedTo();
                n += v.getCountAtValueIteratedTo();
            }
        }
        return 1e9 / (sum / n);
    }
}
