package lockstep.desktop.bench;

import java.io.Serializable;

/**
 * A planted fault that fired: what is known to be true.
 *
 * @param point   where, as written for {@code --inject}
 * @param lane    on which lane
 * @param startNs when it began, ns of the run's clock
 * @param endNs   when it was over
 * @param askedNs what it was to take: CPU time for busy work, otherwise the most that it can have taken by itself
 */
record Firing(String point, String lane, long startNs, long endNs, long askedNs) implements Serializable {
    /**
     * Ns of a frame that are this fault's doing: the time it overlapped the frame, in proportion less where the fault took
     * longer than it was to take, because its thread was given no core.
     */
    long partNs(long frameStartNs, long frameEndNs) {
        long overlap = Math.max(0, Math.min(endNs, frameEndNs) - Math.max(startNs, frameStartNs));
        long took = endNs - startNs;
        return took <= askedNs ? overlap : (long) ((double) overlap * askedNs / took);
    }
}
