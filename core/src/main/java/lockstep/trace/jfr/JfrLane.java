package lockstep.trace.jfr;

import java.util.List;
import lockstep.engine.Lane;
import lockstep.time.LaneRecorder;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanListener;
import lockstep.time.SpanRing;
import lockstep.world.World;

/**
 * Records what one lane does in the flight recording, on the lane's own thread, so that each event has that thread and its true
 * beginning and end. Allocates nothing: event objects are reused, which is safe because {@code begin} and {@code end} overwrite
 * both times and {@code commit} copies the values before it returns.
 */
final class JfrLane implements SpanListener {
    private static final long NONE = -1;

    private final LaneRecorder me;
    private final List<Lane> lanes;
    private final World world;
    private final JfrEvents.Tick tick = new JfrEvents.Tick();
    private final JfrEvents.Frame frame = new JfrEvents.Frame();
    private final JfrEvents.GuardWait guardWait = new JfrEvents.GuardWait();
    private final JfrEvents.BarrierWait barrierWait = new JfrEvents.BarrierWait();
    private final JfrEvents.PermitWait permitWait = new JfrEvents.PermitWait();
    private long lastFrame = NONE;

    /** Records the lane of {@code me}; {@code lanes} are all lanes by number and may grow. */
    public JfrLane(LaneRecorder me, List<Lane> lanes, World world) {
        this.me = me;
        this.lanes = lanes;
        this.world = world;
    }

    @Override
    public void tickBegins() {
        tick.begin();
    }

    @Override
    public void tickEnded(int number) {
        tick.end();
        tick.tick = number;
        commit(tick);
    }

    @Override
    public void waitBegins(SpanKind kind) {
        switch (kind) {
            case GUARD_WAIT -> guardWait.begin();
            case BARRIER_WAIT -> barrierWait.begin();
            case PERMIT_WAIT -> permitWait.begin();
            default -> {
            }
        }
    }

    @Override
    public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
        switch (kind) {
            case GUARD_WAIT -> {
                guardWait.end();
                guardWait.guard = world.guarding().nameOf(what);
                guardWait.owner = name(whom);
                commit(guardWait);
            }
            case BARRIER_WAIT -> {
                barrierWait.end();
                barrierWait.lastArriver = name(whom);
                barrierWait.number = detail;
                commit(barrierWait);
            }
            case PERMIT_WAIT -> {
                permitWait.end();
                permitWait.holder = name(whom);
                commit(permitWait);
            }
            case SWAP -> swapped(detail, endNs - startNs);
            case PACE -> paced(what);
            default -> {
            }
        }
    }

    /**
     * Ends a frame. Frames that did not begin with a swap on this lane are left out: the first, and the one in which drawing
     * moves to another lane.
     */
    private void swapped(long number, long swapNs) {
        if (lastFrame != NONE && number == lastFrame + 1) {
            frame.end();
            frame.frame = number;
            frame.swap = swapNs;
            commit(frame);
        }
        lastFrame = number;
        frame.begin();
    }

    /** A pause is part of no frame: the next one begins at its end. */
    private void paced(int what) {
        if (what == Pacer.PAUSED) {
            frame.begin();
        }
    }

    private void commit(JfrEvents.OfLane event) {
        event.lane = me.name();
        event.commit();
    }

    private String name(int lane) {
        return lane == SpanRing.NOBODY ? null : lanes.get(lane).name();
    }
}
