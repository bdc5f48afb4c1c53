package lockstep.blame;

/**
 * A piece of a frame's critical path. Immutable.
 *
 * @param startNs ns of the run's clock
 * @param endNs ns of the run's clock
 * @param lane number of the lane on which the frame depended meanwhile
 * @param kind what the time is attributed to
 * @param what number of the guard or role
 * @param waiter number of the lane that waited for {@code lane}, or -1 on the rendering lane itself
 */
public record Step(long startNs, long endNs, int lane, Blame kind, int what, int waiter) {
}
