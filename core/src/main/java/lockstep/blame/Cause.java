package lockstep.blame;

/**
 * One reason for which a frame was late. Immutable.
 *
 * @param lane       who: the lane that worked, held, came last or was kept from running; {@code jvm} for collections
 * @param kind       in which way
 * @param what       the guard, role or collector
 * @param doing      what that lane was doing meanwhile, for people; empty if there is nothing to add
 * @param ns         ns above what is usual in a frame in time
 * @param share      its part of all such time in this frame, 0 to 1
 * @param confidence part of its ns that recorded evidence covers, as against inference, 0 to 1
 */
public record Cause(String lane, Blame kind, String what, String doing, long ns, double share, double confidence) {
}
