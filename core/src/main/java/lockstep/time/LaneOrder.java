package lockstep.time;

/**
 * A lane's place in the happens-before order: its vector clock and where in its code it is. Only the lane's own thread uses it
 * while the lane runs; the switcher may while the lane is paused at a safe point.
 */
public final class LaneOrder {
    private final LaneRecorder recorder;
    private final int lane;
    private final VectorClock clock = new VectorClock();
    private String site = "start";
    private long tick;

    /**
     * The order of a lane that has not synchronised with any other. Throws {@link IllegalArgumentException} if its number is too
     * large.
     */
    public LaneOrder(LaneRecorder recorder) {
        this.recorder = recorder;
        lane = recorder.lane();
        if (lane >= VectorClock.LANES) {
            throw new IllegalArgumentException(
                "races can be looked for among " + VectorClock.LANES + " lanes, not " + (lane + 1));
        }
        step();
    }

    /** The lane's number. */
    public int lane() {
        return lane;
    }

    /** The lane's name. */
    public String name() {
        return recorder.name();
    }

    /** What happens before the lane's current step. */
    public VectorClock clock() {
        return clock;
    }

    /** The epoch of the lane's current step. */
    public long epoch() {
        return VectorClock.epoch(lane, clock.stepOf(lane));
    }

    /** Begins a new step: what comes from now on is not part of what other lanes have synchronised with so far. */
    public void step() {
        clock.step(lane);
    }

    /** Says that the lane is at {@code site} (role and section) in its tick, frame or run number {@code tick}. */
    public void at(String site, long tick) {
        this.site = site;
        this.tick = tick;
    }

    /** The role and section that the lane is in. */
    public String site() {
        return site;
    }

    /** The number of the tick, frame or run. */
    public long tick() {
        return tick;
    }
}
