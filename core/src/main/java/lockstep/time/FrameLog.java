package lockstep.time;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * Times of frames, from one buffer swap to the next. The rendering lane adds, allocating nothing. Any thread may read the
 * counts and the newest frames: the count is stored with release after the frame it counts, so a reader that sees frame n
 * counted sees its time; of the very oldest frames kept it may see a newer one instead. {@link #all} and
 * {@link #low1PercentFps} are for after the lane was joined.
 *
 * <p>A frame is late if it took more than its budget plus 4 ms and more than twice the median of the 31 before it.
 */
public final class FrameLog {
    /** Frames kept for the bars. */
    public static final int KEPT = 240;
    private static final int MEDIAN_OF = 31;
    private static final long SLACK_NS = 4_000_000;

    /** Frame times in ns, negative if the frame was late. */
    private final AtomicLongArray newest = new AtomicLongArray(KEPT);
    private final long[] window = new long[MEDIAN_OF];
    private final long[] sorted = new long[MEDIAN_OF];
    private final Histogram all = new Histogram(1_000, 60_000_000_000L, 3);
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong sumNs = new AtomicLong();

    /** Adds a frame that took {@code ns}; {@code budgetNs} is what it may take, 0 for no budget. */
    public void add(long ns, long budgetNs) {
        long n = frames.getPlain();
        boolean isLate = false;
        if (n >= MEDIAN_OF && budgetNs > 0) {
            System.arraycopy(window, 0, sorted, 0, MEDIAN_OF);
            Arrays.sort(sorted);
            isLate = ns > budgetNs + SLACK_NS && ns > 2 * sorted[MEDIAN_OF / 2];
        }
        window[(int) (n % MEDIAN_OF)] = ns;
        newest.setOpaque((int) (n % KEPT), isLate ? -ns : ns);
        sumNs.setOpaque(sumNs.getPlain() + ns);
        if (isLate) {
            late.setOpaque(late.getPlain() + 1);
        }
        frames.setRelease(n + 1);
        all.recordValue(Math.min(Math.max(ns, 1_000), 60_000_000_000L));
    }

    /** Frames so far. */
    public long frames() {
        return frames.getAcquire();
    }

    /** Late frames so far. */
    public long late() {
        return late.getOpaque();
    }

    /** Time of all frames, ns. */
    public long sumNs() {
        return sumNs.getOpaque();
    }

    /** Time in ns of the frame {@code ago} frames before the newest, which is 0; 0 if there was none. */
    public long ns(int ago) {
        return Math.abs(kept(ago));
    }

    /** True if that frame was late. */
    public boolean wasLate(int ago) {
        return kept(ago) < 0;
    }

    private long kept(int ago) {
        long n = frames();
        return ago < Math.min(n, KEPT) ? newest.getOpaque((int) ((n - 1 - ago) % KEPT)) : 0;
    }

    /** All frame times, ns. */
    public Histogram all() {
        return all;
    }

    /** 1 % low average as CapFrameX has it: 1000 / the mean of the frame times, in ms, at or above their 99th percentile. */
    public double low1PercentFps() {
        if (frames() == 0) {
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
