package lockstep.overlay;

import lockstep.time.FrameLog;

/** How many frames were late and over budget, in the words that every display uses. Allocates nothing. Any thread. */
public final class FrameCounts {
    private FrameCounts() {
    }

    /** Appends {@code 3 late}, or that no frame was judged. */
    public static StringBuilder late(StringBuilder to, FrameLog frames) {
        return frames.notJudged() == frames.frames() ? to.append("late: not judged") : to.append(frames.late()).append(" late");
    }

    /** Appends {@code 12 over budget}, or that there is none. */
    public static StringBuilder overBudget(StringBuilder to, FrameLog frames) {
        long over = frames.overBudget();
        return over == 0 && frames.budgetNs() == 0 ? to.append("no budget") : to.append(over).append(" over budget");
    }
}
