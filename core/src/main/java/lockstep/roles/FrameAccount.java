package lockstep.roles;

import lockstep.world.Bodies;

/**
 * Writes down each frame, from one swap to the next or from the end of a pause to the next swap, and how long after the newest
 * input it was seen. Only the rendering lane uses it.
 */
final class FrameAccount {
    private final RenderStats stats;
    private long lastSwapNs;
    private long resumedNs;
    private long lastPauseNs;
    private long shownInputNs;

    FrameAccount(RenderStats stats) {
        this.stats = stats;
    }

    /** The first frame begins. */
    void begin(long nowNs) {
        lastSwapNs = nowNs;
    }

    /** The frame that a pause of {@code pausedNs} came into begins anew. */
    void resumed(long nowNs, long pausedNs) {
        lastSwapNs = resumedNs = nowNs;
        lastPauseNs = pausedNs;
    }

    /** A frame that showed {@code bodies} as of {@code shownNs} is over; its swap began and ended at the last two times. */
    void swapped(int lane, Bodies bodies, long shownNs, long swapNs, long swappedNs) {
        long inputNs = bodies.inputNs;
        long sinceInputNs = -1;
        if (inputNs != shownInputNs) {
            shownInputNs = inputNs;
            sinceInputNs = swappedNs - inputNs - pausedSince(inputNs);
            stats.shown(sinceInputNs);
        }
        stats.log().add(lastSwapNs, swappedNs, swappedNs - swapNs, shownNs, sinceInputNs, lane, stats.budgetNs());
        lastSwapNs = swappedNs;
    }

    /** How much of the time since then the last pause took, ns. */
    private long pausedSince(long ns) {
        return Math.max(0, Math.min(lastPauseNs, resumedNs - ns));
    }
}
