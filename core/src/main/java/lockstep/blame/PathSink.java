package lockstep.blame;

import lockstep.time.SpanKind;

/** Receives the pieces of a critical path, in order of time and without gaps. */
interface PathSink {
    /** The {@code span} of a piece for which none is recorded. */
    int NO_SPAN = -1;

    /**
     * One piece.
     *
     * @param kind what the time is attributed to
     * @param what number of the guard or role, or one of {@link CriticalPath}'s constants for pacing
     * @param waiter the lane that waited for {@code lane}, or -1
     * @param activity what the lane was doing by its innermost span, or null if nothing is recorded
     * @param span index of that span in the lane's track, or {@link #NO_SPAN}
     * @param sure true if it is recorded, false if it was inferred
     */
    void piece(long startNs, long endNs, int lane, Blame kind, int what, int waiter, SpanKind activity, int span, boolean sure);
}
