package lockstep.overlay.draw;

import lockstep.time.FrameLog;

/**
 * Frame times as columns of a plot, newest last. A column of several frames shows their maximum, never an average. Frames are
 * grouped by number, so a complete column does not change. For one thread; allocates nothing.
 */
public final class BarColumns {
    private final long[] ns = new long[FrameLog.KEPT];
    private final boolean[] late = new boolean[FrameLog.KEPT];
    private final boolean[] overBudget = new boolean[FrameLog.KEPT];
    private final boolean[] judged = new boolean[FrameLog.KEPT];
    private int count;

    /** Fills at most {@code most} columns from the newest frames, merged evenly as far as necessary. */
    public void update(FrameLog log, int most) {
        update(log, most, most >= FrameLog.KEPT ? 1 : (FrameLog.KEPT + most - 1) / Math.max(1, most));
    }

    /** As {@link #update(FrameLog, int)}, with {@code each} frames per column. */
    public void update(FrameLog log, int most, int each) {
        long frames = log.frames();
        int kept = (int) Math.min(frames, FrameLog.KEPT);
        long newestGroup = (frames - 1) / each;
        int groups = kept == 0 ? 0 : (int) (newestGroup - (frames - kept) / each + 1);
        count = Math.min(groups, Math.min(most, FrameLog.KEPT));
        for (int i = 0; i < count; i++) {
            ns[i] = 0;
            late[i] = overBudget[i] = judged[i] = false;
        }
        for (int ago = 0; ago < kept; ago++) {
            int column = count - 1 - (int) (newestGroup - (frames - 1 - ago) / each);
            if (column < 0) {
                break;
            }
            ns[column] = Math.max(ns[column], log.ns(ago));
            late[column] |= log.wasLate(ago);
            overBudget[column] |= log.wasOverBudget(ago);
            judged[column] |= log.wasJudged(ago);
        }
    }

    /** Columns in use, oldest first. */
    public int count() {
        return count;
    }

    /** The longest frame of a column, ns. */
    public long ns(int column) {
        return ns[column];
    }

    /** True if any frame of the column was late. */
    public boolean late(int column) {
        return late[column];
    }

    /** True if any frame of the column was over budget. */
    public boolean overBudget(int column) {
        return overBudget[column];
    }

    /** True if the rule judged any frame of the column. */
    public boolean judged(int column) {
        return judged[column];
    }
}
