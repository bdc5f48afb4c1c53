package lockstep.time;

/**
 * When a frame is over budget: it took more than a tenth longer than its budget, which is the period of the frame cap or, without
 * one, of the display. The tenth is for the jitter of timers and displays. A frame without a budget (0) is never over it. Unlike
 * {@link LateRule} this looks at no other frame, so a game that is slow all the time is over budget all the time.
 */
public final class OverBudget {
    /** Of the budget, by which a frame may exceed it. */
    public static final double TOLERANCE = 0.1;
    /** In words for people. */
    public static final String WORDS = "budget + 10 %";

    private OverBudget() {
    }

    /** True if a frame of {@code ns} is over a budget of {@code budgetNs}, 0 for none. */
    public static boolean is(long ns, long budgetNs) {
        return budgetNs > 0 && ns > budgetNs + (long) (TOLERANCE * budgetNs);
    }
}
