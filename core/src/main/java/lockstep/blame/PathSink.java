package lockstep.blame;

import lockstep.time.SpanKind;

/** Takes the pieces of a critical path, in order of time and without gaps. */
interface PathSink {
    /** Value of {@code span} where no span tells what the lane did. */
    int NO_SPAN = -1;

    /**
     * One piece.
     *
     * @param kind     what it is put down to
     * @param what     number of the guard or role, or one of {@link CriticalPath}'s words for pacing
     * @param waiter   the lane that waited for {@code lane}, or -1
     * @param activity what the lane was doing by its innermost span, or null if nothing is recorded
     * @param span     index of that span in the lane's track, or {@link #NO_SPAN}
     * @param sure     true if spans say so, false if it was inferred
     */
    void piece(long startNs, long endNs, int lane, Blame kind, int what, int waiter, SpanKind activity, int span, boolean sure);
}
