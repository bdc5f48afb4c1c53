package lockstep.time;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Frame times, from one buffer swap to the next; a pause of all lanes is part of no frame. The rendering lane adds frames,
 * without allocating. Any thread may read the counts and, through {@link Frames}, consistent copies of the newest frames.
 * {@link #all} and {@link #low1PercentFps} are for after the lane was joined. The current {@link LateRule} decides which frames
 * are late; it does not judge frames without a budget or the first {@value #MEDIAN_OF}. {@link OverBudget} decides which are over
 * budget.
 */
public final class FrameLog {
    /** How many frames the overlay's bars can look back. */
    public static final int KEPT = 240;
    /** How many frames must precede one that is judged. */
    public static final int MEDIAN_OF = 31;
    private static final int RING_FRAMES = 1024;

    final LongRing ring = new LongRing(RING_FRAMES, FrameRecords.STRIDE);
    private final long[] window = new long[MEDIAN_OF];
    private final long[] sorted = new long[MEDIAN_OF];
    private final Histogram all = new Histogram(1_000, 60_000_000_000L, 3);
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong notJudged = new AtomicLong();
    private final AtomicLong overBudget = new AtomicLong();
    private final AtomicLong sumNs = new AtomicLong();
    private volatile LateRule rule = LateRule.DEFAULT;

    /** Sets the rule for frames from now on; any thread. */
    public void rule(LateRule value) {
        rule = value;
    }

    /** The rule in force; any thread. */
    public LateRule rule() {
        return rule;
    }

    /** Adds a frame; only the rendering lane. The getters of {@link FrameRecords} say what the values mean. */
    public void add(long startNs, long endNs, long swapNs, long simNs, long inputNs, int lane, long budgetNs) {
        long n = ring.written();
        long ns = endNs - startNs;
        boolean isJudged = n >= MEDIAN_OF && budgetNs > 0;
        boolean isLate = isJudged && rule.isLate(ns, budgetNs, median());
        window[(int) (n % MEDIAN_OF)] = ns;
        FrameRecords.put(ring.slots, ring.at(), startNs, endNs, swapNs, simNs, inputNs, budgetNs,
            FrameRecords.tag(n + 1, lane, isLate, isJudged));
        sumNs.setOpaque(sumNs.getPlain() + ns);
        count(late, isLate);
        count(notJudged, !isJudged);
        count(overBudget, OverBudget.is(ns, budgetNs));
        all.recordValue(Math.min(Math.max(ns, 1_000), 60_000_000_000L));
        ring.commit();
    }

    private static void count(AtomicLong counter, boolean one) {
        if (one) {
            counter.setOpaque(counter.getPlain() + 1);
        }
    }

    private long median() {
        System.arraycopy(window, 0, sorted, 0, MEDIAN_OF);
        Arrays.sort(sorted);
        return sorted[MEDIAN_OF / 2];
    }

    /** Frames so far. */
    public long frames() {
        return ring.written();
    }

    /** Late frames so far. */
    public long late() {
        return late.getOpaque();
    }

    /** Frames so far that the rule does not judge: the first {@value #MEDIAN_OF}, and those without a budget. */
    public long notJudged() {
        return notJudged.getOpaque();
    }

    /** Frames so far that were over budget. */
    public long overBudget() {
        return overBudget.getOpaque();
    }

    /** Budget of the newest frame, ns; 0 for no cap, or if there is no frame yet. */
    public long budgetNs() {
        long n = frames() - 1;
        return n < 0 ? 0 : kept(n, FrameRecords.BUDGET);
    }

    /** Time of all frames, ns. */
    public long sumNs() {
        return sumNs.getOpaque();
    }

    /** Duration in ns of the frame {@code ago} frames before the newest ({@code ago} 0); 0 if there is none or it is not kept. */
    public long ns(int ago) {
        long n = frames() - 1 - ago;
        return n < 0 || ago >= KEPT ? 0 : kept(n, FrameRecords.END) - kept(n, FrameRecords.START);
    }

    /** True if that frame was late. */
    public boolean wasLate(int ago) {
        long n = frames() - 1 - ago;
        return n >= 0 && ago < KEPT && (kept(n, FrameRecords.TAG) & FrameRecords.LATE) != 0;
    }

    /** True if the rule judged that frame. */
    public boolean wasJudged(int ago) {
        long n = frames() - 1 - ago;
        return n >= 0 && ago < KEPT && (kept(n, FrameRecords.TAG) & FrameRecords.NOT_JUDGED) == 0;
    }

    /** True if that frame was over budget. */
    public boolean wasOverBudget(int ago) {
        long n = frames() - 1 - ago;
        return n >= 0 && ago < KEPT && OverBudget.is(ns(ago), kept(n, FrameRecords.BUDGET));
    }

    /** One field of a frame. The ring is much longer than {@link #KEPT}, so the frame cannot be overwritten during the read. */
    private long kept(long frame, int field) {
        return ring.slots[(int) (frame & (RING_FRAMES - 1)) * FrameRecords.STRIDE + field];
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
