package lockstep.time;

/**
 * A lane's place in the order of things: its vector clock and where in its code it is. Only the lane's own thread uses it
 * while the lane runs; who changes the game may while the lane stands at a safe point.
 */
public final class LaneOrder {
    private final LaneRecorder recorder;
    private final int lane;
    private final VectorClock clock = new VectorClock();
    private String site = "start";
    private long tick;

    /** A lane that knows of nobody yet. */
    public LaneOrder(LaneRecorder recorder) {
        this.recorder = recorder;
        lane = recorder.lane();
        if (lane >= VectorClock.LANES) {
            throw new IllegalArgumentException("races can be looked for among " + VectorClock.LANES + " lanes, not " + (lane + 1));
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

    /** What comes before the lane's present step. */
    public VectorClock clock() {
        return clock;
    }

    /** The present step. */
    public long epoch() {
        return VectorClock.epoch(lane, clock.stepOf(lane));
    }

    /** Begins a new step: what others learnt of so far is not what comes now. */
    public void step() {
        clock.step(lane);
    }

    /** The lane is at {@code site} (role and section) in its tick, frame or run {@code tick}. */
    public void at(String site, long tick) {
        this.site = site;
        this.tick = tick;
    }

    /** Role and section. */
    public String site() {
        return site;
    }

    /** The tick, frame or run. */
    public long tick() {
        return tick;
    }
}
