package lockstep.roles;

import java.util.function.Supplier;
import lockstep.engine.Movable;
import lockstep.engine.Pausable;
import lockstep.engine.Role;
import lockstep.engine.RoleContext;
import lockstep.engine.Steppable;
import lockstep.platform.Surface;
import lockstep.sync.Barrier;
import lockstep.sync.Fault;
import lockstep.sync.Guard;
import lockstep.sync.Milestone;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.view.Picture;
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
    private static final float LONGEST_STEP_SECONDS = 0.1f;

    private final Barrier barrier;
    private final Surface surface;
    private final LoadedArt art;
    private final Supplier<Picture> pictures;
    private final Screenshots screenshots;
    private final RenderStats stats;
    private final FrameAccount account;
    private final Snapshot shot;
    private final long tickNs;
    private final boolean vsync;

    private RoleContext context;
    private SnapshotTaker snapshot;
    private WholeTick wholeFrame;
    private WholeTick wholeStep;
    private Fault drawing;
    private Fault uploading;
    private Picture picture;
    private boolean attached;
    private long frame;
    private long meeting;
    private int epoch;
    private long lastDrawNs;

    RenderRole(Parts p) {
        Parts.Render parts = p.render();
        barrier = p.barrier();
        surface = parts.surface();
        art = parts.art();
        pictures = parts.picture();
        screenshots = parts.screenshots();
        stats = parts.stats();
        account = new FrameAccount(stats);
        shot = new Snapshot(p.physics().game().capacity());
        tickNs = 1_000_000_000L / p.physics().hz();
        vsync = p.settings().vsync();
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
        surface.attach();
        attached = true;
        art.start();
        picture = pictures.get();
        if (picture != null) {
            surface.vsync(vsync);
            picture.start();
        }
        lastDrawNs = context.now();
        account.begin(lastDrawNs);
        screenshots.start(lastDrawNs);
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
        surface.beginFrame();
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
        show();
        long swap = recorder.beginBlocking();
        recorder.giveUpTurn();
        surface.swap();
        long swapped = recorder.endBlocking(SpanKind.SWAP, swap, frame);
        recorder.takeTurn();
        account.swapped(recorder.lane(), shot.now(), shownNs, swap, swapped);
    }

    private void show() {
        if (picture != null) {
            long now = context.now();
            float seconds = Math.min(LONGEST_STEP_SECONDS, (now - lastDrawNs) * 1e-9f);
            lastDrawNs = now;
            picture.draw(shot, seconds, surface.width(), surface.height());
            screenshots.take(now, surface);
        }
    }

    /** Draws on, so that a person can look and choose, but no time passes in the picture. */
    @Override
    public void whilePaused() {
        surface.beginFrame();
        lastDrawNs = context.now();
        show();
        surface.swap();
    }

    @Override
    public void resumed(long pausedNs) {
        lastDrawNs = context.now();
        account.resumed(lastDrawNs, pausedNs);
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
        attached = false;
        surface.detach();
    }

    @Override
    public void moved() {
        surface.attach();
        attached = true;
    }

    @Override
    public void stop() {
        if (!attached) {
            return;
        }
        try {
            if (picture != null) {
                picture.stop();
            }
            art.close();
        } finally {
            surface.detach();
        }
    }
}
