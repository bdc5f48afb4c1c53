package lockstep.roles;

import lockstep.engine.Movable;
import lockstep.engine.Pausable;
import lockstep.engine.Role;
import lockstep.engine.RoleContext;
import lockstep.engine.Steppable;
import lockstep.sync.Barrier;
import lockstep.sync.Fault;
import lockstep.sync.Guard;
import lockstep.sync.Milestone;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.view.Snapshot;
import lockstep.view.art.LoadedArt;
import lockstep.world.Access;
import lockstep.world.WholeTick;

/**
 * Draws frames: takes a snapshot of the world under the guard, uploads a slice of what was loaded, draws, swaps. A frame
 * lasts from one swap to the next, or from the end of a pause to the next swap. If physics has not published its batch
 * within 100 ms, or the guard is not to be had within 100 ms, the last snapshot is drawn again: whatever the other lanes
 * wait for, a person goes on seeing the game. A batch that came late is the next frame's, so frames and batches keep their
 * numbers. A replay, which nobody watches, waits for every batch.
 */
final class RenderRole implements Role, Movable, Pausable, Steppable {
    private static final long LIMIT_NS = 100_000_000;

    private final Barrier barrier;
    private final LoadedArt art;
    private final Painter painter;
    private final RenderStats stats;
    private final FrameAccount account;
    private final Snapshot shot;
    private final long tickNs;

    private RoleContext context;
    private SnapshotTaker snapshot;
    private WholeTick wholeFrame;
    private WholeTick wholeStep;
    private Fault drawing;
    private Fault uploading;
    private long frame;
    private long meeting;
    private int epoch;

    RenderRole(Parts p) {
        Parts.Render parts = p.render();
        barrier = p.barrier();
        art = parts.art();
        painter = new Painter(parts, p.settings().vsync());
        stats = parts.stats();
        account = new FrameAccount(stats);
        shot = new Snapshot(p.physics().game().capacity());
        tickNs = 1_000_000_000L / p.physics().hz();
    }

    @Override
    public String name() {
        return "render";
    }

    @Override
    public void start(RoleContext given) {
        context = given;
        drawing = context.fault("draw");
        uploading = context.fault("upload");
        Access access = context.access(LIMIT_NS, SnapshotTaker.NEEDS);
        snapshot = new SnapshotTaker(access, shot, context.newSectors(), stats);
        wholeFrame = access.wholeTick(this::lookAndDraw);
        wholeStep = access.wholeTick(this::look);
        painter.attach();
        art.start();
        painter.start(context.now());
        account.begin(context.now());
    }

    @Override
    public boolean run() throws InterruptedException {
        LaneRecorder recorder = context.recorder();
        if (barrier.epoch() != epoch) {
            epoch = barrier.epoch();
            meeting = 0;
        }
        barrier.swapped(recorder, meeting);
        Milestone.Outcome batch = barrier.awaitBatch(recorder, meeting + 1, context.unpaced() ? Guard.NO_LIMIT : LIMIT_NS);
        if (batch == Milestone.Outcome.LET_GO) {
            return false;
        }
        frame++;
        painter.beginFrame();
        if (batch == Milestone.Outcome.LATE) {
            stats.redrawn();
            draw();
        } else {
            meeting++;
            if (!wholeFrame.run(frame)) {
                lookAway();
                draw();
            }
        }
        return true;
    }

    private void lookAndDraw() throws InterruptedException {
        look();
        draw();
    }

    private void look() throws InterruptedException {
        snapshot.take();
        barrier.taken(context.recorder(), meeting);
    }

    /** Not all guards were to be had in time: the last snapshot is drawn again, and physics need not wait for another. */
    private void lookAway() {
        stats.redrawn();
        barrier.taken(context.recorder(), meeting);
    }

    private void draw() {
        LaneRecorder recorder = context.recorder();
        art.upload(recorder, LoadedArt.BUDGET_NS, uploading);
        long start = recorder.now();
        long shownNs = (barrier.follows() ? shot.now().batchNs : start) - tickNs;
        shot.interpolate(shownNs);
        if (drawing.armed()) {
            drawing.fire(recorder, frame);
        }
        painter.draw(shot, context.now());
        long swap = recorder.beginBlocking();
        recorder.giveUpTurn();
        painter.swap();
        long swapped = recorder.endBlocking(SpanKind.SWAP, swap, frame);
        recorder.takeTurn();
        account.swapped(recorder.lane(), shot.now(), shownNs, swap, swapped);
    }

    /** Draws on, so that a person can look and choose, but no time passes in the picture. */
    @Override
    public void whilePaused() {
        painter.beginFrame();
        painter.skipTo(context.now());
        painter.draw(shot, context.now());
        painter.swap();
    }

    @Override
    public void resumed(long pausedNs) {
        painter.skipTo(context.now());
        account.resumed(context.now(), pausedNs);
    }

    @Override
    public void step() throws InterruptedException {
        if (!wholeStep.run(frame)) {
            lookAway();
        }
        shot.interpolate(shot.now().tickNs);
    }

    @Override
    public void leave() {
        painter.detach();
    }

    @Override
    public void moved() {
        painter.attach();
    }

    @Override
    public void stop() {
        painter.stop(art::close);
    }
}
