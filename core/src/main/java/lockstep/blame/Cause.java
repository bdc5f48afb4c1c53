package lockstep.blame;

/**
 * One reason why a frame was late. Immutable.
 *
 * @param lane the lane that worked, held, came last or was kept from running; {@code jvm} for collections
 * @param kind how it made the frame late
 * @param what the guard, role or collector
 * @param doing what that lane was doing meanwhile, for people; empty if there is nothing to add
 * @param ns ns above what is usual in an on-time frame
 * @param share its part of all such excess in this frame, 0 to 1
 * @param confidence the part of its time that is recorded rather than inferred, 0 to 1
 */
public record Cause(String lane, Blame kind, String what, String doing, long ns, double share, double confidence) {
}
