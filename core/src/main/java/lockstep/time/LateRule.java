package lockstep.time;

import java.util.Locale;

/**
 * When a frame is late: it took longer than its budget plus {@code slackNs}, and longer than {@code factor} times the median of
 * the 31 frames before it.
 *
 * @param slackNs ns above the budget, at least 0
 * @param factor times the median, at least 1
 */
public record LateRule(long slackNs, double factor) {
    /** Budget plus 4 ms, and twice the median. */
    public static final LateRule DEFAULT = new LateRule(4_000_000, 2);

    /** True if a frame of {@code ns} is late; one without a budget (0) never is. */
    public boolean isLate(long ns, long budgetNs, long medianNs) {
        return budgetNs > 0 && ns > budgetNs + slackNs && ns > factor * medianNs;
    }

    /** In words for people: {@code budget + 4 ms and 2x the median of 31}. */
    public String words() {
        return String.format(Locale.ROOT, "budget + %s ms and %sx the median of %d", plain(slackNs / 1e6), plain(factor),
            FrameLog.MEDIAN_OF);
    }

    private static String plain(double v) {
        return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
    }
}
