package lockstep.time;

/**
 * When a frame is over budget: it took more than a tenth longer than its budget, which is the period of the frame cap or, without
 * one, of the display. The tenth allows for the jitter of timers and displays. A frame without a budget (0) is never over budget.
 * Unlike {@link LateRule} this compares with no other frame, so a game that is always slow is always over budget.
 */
public final class OverBudget {
    /** The share of the budget by which a frame may exceed it. */
    public static final double TOLERANCE = 0.1;
    /** The rule in words for people. */
    public static final String WORDS = "budget + 10 %";

    private OverBudget() {
    }

    /** True if a frame of {@code ns} is over {@code budgetNs}; 0 means no budget. */
    public static boolean is(long ns, long budgetNs) {
        return budgetNs > 0 && ns > budgetNs + (long) (TOLERANCE * budgetNs);
    }
}
