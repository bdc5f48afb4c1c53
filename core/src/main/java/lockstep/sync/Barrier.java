package lockstep.sync;

import lockstep.time.LaneRecorder;

/**
 * How far physics may lead render. Batch b is the physics ticks due when it starts; frame b starts after batch b is
 * published.
 *
 * <ul>
 *   <li>{@code lockstep}: batch b+1 starts after frame b's swap;
 *   <li>{@code pipelined}: batch b+1 starts after frame b has taken its snapshot;
 *   <li>{@code free}: nobody waits.
 * </ul>
 *
 * <p>The physics lane calls {@link #awaitTurn} and {@link #published}, the rendering lane {@link #awaitBatch},
 * {@link #taken} and {@link #swapped}. Roles on one lane meet by program order, so there nobody waits either. A lane
 * must hold no guard when it waits here. Ordering: that of {@link Milestone}.
 */
public final class Barrier {
    private volatile BarrierMode mode;
    private volatile boolean meets;
    private volatile int epoch;
    private final Milestone published;
    private final Milestone taken;
    private final Milestone swapped;

    /** A barrier between the lane of physics and the lane of render, by lane number. */
    public Barrier(BarrierMode mode, int physicsLane, int renderLane) {
        this.mode = mode;
        meets = mode != BarrierMode.FREE && physicsLane != renderLane;
        published = new Milestone(Milestone.Counted.BATCH, physicsLane);
        taken = new Milestone(Milestone.Counted.FRAME, renderLane);
        swapped = new Milestone(Milestone.Counted.FRAME, renderLane);
    }

    /** Changes the mode or the lanes; only while both are paused at a safe point. Batches and frames are counted from 1 again. */
    public void set(BarrierMode mode, int physicsLane, int renderLane) {
        this.mode = mode;
        meets = mode != BarrierMode.FREE && physicsLane != renderLane;
        published.reset(physicsLane);
        taken.reset(renderLane);
        swapped.reset(renderLane);
        epoch++;
    }

    /** How often the barrier was set. When this changes, batches and frames are counted from 1 again. */
    public int epoch() {
        return epoch;
    }

    /** Pauses the barrier or ends the pause; while paused nobody waits here. Any thread. */
    public void pause(boolean on) {
        published.pause(on);
        taken.pause(on);
        swapped.pause(on);
    }

    /** The mode in force. */
    public BarrierMode mode() {
        return mode;
    }

    /** True if physics runs one batch for each frame, either by waiting or because it shares render's lane. */
    public boolean follows() {
        return mode != BarrierMode.FREE;
    }

    /** True if the two lanes wait for each other here. */
    public boolean meets() {
        return meets;
    }

    /** Physics waits until it may start {@code batch} (from 1). Returns false if the run is over. */
    public boolean awaitTurn(LaneRecorder physics, long batch) throws InterruptedException {
        return !meets || (mode == BarrierMode.LOCKSTEP ? swapped : taken).await(physics, batch - 1);
    }

    /** Physics has published {@code batch}. */
    public void published(LaneRecorder physics, long batch) {
        if (meets) {
            published.reach(physics, batch);
        }
    }

    /**
     * Render waits for the batch its frame shows.
     *
     * @param limitNs longest wait in ns, or {@link Guard#NO_LIMIT}
     * @return {@code LATE} if the limit passed first; the next frame then shows this batch, and no frame is reported to physics
     */
    public Milestone.Outcome awaitBatch(LaneRecorder render, long batch, long limitNs) throws InterruptedException {
        return meets ? published.await(render, batch, limitNs) : Milestone.Outcome.REACHED;
    }

    /** Render has taken the snapshot of its frame. */
    public void taken(LaneRecorder render, long frame) {
        if (meets) {
            taken.reach(render, frame);
        }
    }

    /** Render's frame was swapped. */
    public void swapped(LaneRecorder render, long frame) {
        if (meets) {
            swapped.reach(render, frame);
        }
    }

    /** Ends all waits, now and later; they return false or {@link Milestone.Outcome#LET_GO}. */
    public void close() {
        published.close();
        taken.close();
        swapped.close();
    }
}
