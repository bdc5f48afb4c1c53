package lockstep.replay;

import lockstep.sync.Milestone;
import lockstep.time.LaneRecorder;

/**
 * How recorded intents pass from the input lane to physics in a replay: input publishes the copy for tick n once that for n-1 was
 * consumed, and physics waits for its own number. Nobody waits where the other side might itself wait for the waiting one: on one
 * lane, or when input shares its lane with a render that physics waits for at the barrier. There both check again at their next
 * run. The ordering is that of {@link Milestone}; the copies themselves go through the region {@code intents} and its guard.
 */
public final class Handover {
    private final Milestone offered;
    private final Milestone consumed;
    private final boolean waits;

    /**
     * A handover between two lanes, by number; {@code inputCanHoldUpPhysics} if input shares its lane with a render that physics
     * waits for.
     */
    public Handover(int inputLane, int physicsLane, boolean inputCanHoldUpPhysics) {
        offered = new Milestone(Milestone.Counted.TICK, inputLane);
        consumed = new Milestone(Milestone.Counted.TICK, physicsLane);
        waits = inputLane != physicsLane && !inputCanHoldUpPhysics;
    }

    /** Input: waits, unless that could deadlock, until the copy before {@code tick} was consumed; true if it was. */
    public boolean awaitConsumed(LaneRecorder input, long tick) throws InterruptedException {
        return waits ? consumed.await(input, tick) : consumed.isReached(input, tick);
    }

    /** Input: the copy for {@code tick} is in {@code intents}. */
    public void offered(LaneRecorder input, long tick) {
        offered.reach(input, tick);
    }

    /** Physics: waits, unless that could deadlock, for the copy for {@code tick}; true if it is there. */
    public boolean awaitOffered(LaneRecorder physics, long tick) throws InterruptedException {
        return waits ? offered.await(physics, tick) : offered.isReached(physics, tick);
    }

    /** Physics: the copy for {@code tick} was taken. */
    public void consumed(LaneRecorder physics, long tick) {
        consumed.reach(physics, tick);
    }

    /** Ends all waits, now and later. */
    public void close() {
        offered.close();
        consumed.close();
    }
}
