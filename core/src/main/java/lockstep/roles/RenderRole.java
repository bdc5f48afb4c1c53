package lockstep.roles;

import java.util.function.Supplier;
import lockstep.engine.Lane;
import lockstep.engine.Role;
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
import lockstep.world.Counter;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.Sectors;
import lockstep.world.WholeTick;
import lockstep.world.World;
import lockstep.world.WorldReader;
import lockstep.world.WorldWriter;

/**
 * Draws frames: takes a snapshot of the world under the guard, uploads a slice of what was loaded, draws, swaps. A frame
 * lasts from one swap to the next, or from the end of a pause to the next swap. If physics has not published its batch
 * within 100 ms, or the guard is not to be had within 100 ms, the last snapshot is drawn again: whatever the other lanes
 * wait for, a person goes on seeing the game. A batch that came late is the next frame's, so frames and batches keep their
 * numbers. A replay, which nobody watches, waits for every batch.
 */
final class RenderRole implements Role {
    private static final long LIMIT_NS = 100_000_000;
    private static final float LONGEST_STEP_SECONDS = 0.1f;

    private final World world;
    private final Barrier barrier;
    private final Surface surface;
    private final LoadedArt art;
    private final Supplier<Picture> pictures;
    private final Screenshots screenshots;
    private final RenderStats stats;
    private final Snapshot shot;
    private final Sectors sectors;
    private final long tickNs;
    private final boolean vsync;

    private LaneRecorder recorder;
    private Section look;
    private WholeTick wholeFrame;
    private WholeTick wholeStep;
    private Fault drawing;
    private Fault uploading;
    private Picture picture;
    private int tallyTick;
    private boolean attached;
    private long frame;
    private long meeting;
    private int epoch;
    private long lastSwapNs;
    private long lastDrawNs;
    private long wentOnNs;
    private long lastPauseNs;
    private long shownInputNs;

    RenderRole(Parts p) {
        world = p.world;
        barrier = p.barrier;
        surface = p.surface;
        art = p.art;
        pictures = p.picture;
        screenshots = p.screenshots;
        stats = p.frames;
        tickNs = 1_000_000_000L / p.plan.hz();
        vsync = p.settings.vsync();
        shot = new Snapshot(p.capacity);
        sectors = new Sectors(p.assets);
    }

    @Override
    public String name() {
        return "render";
    }

    @Override
    public void start(Lane lane) {
        recorder = lane.recorder();
        drawing = lane.faults().at("draw", name());
        Need[] needs = {Need.read(Region.BODIES), Need.read(Region.SECTORS), Need.write(Region.TALLY)};
        Access access = world.access(name(), recorder, LIMIT_NS, needs);
        look = access.section("RenderRole.look", this::look, RenderRole::count, needs);
        wholeFrame = access.wholeTick(this::lookAndDraw);
        wholeStep = access.wholeTick(() -> snapshot(look.run()));
        uploading = lane.faults().at("upload", name());
        surface.attach();
        attached = true;
        art.start();
        picture = pictures.get();
        if (picture != null) {
            surface.vsync(vsync);
            picture.start();
        }
        lastSwapNs = lastDrawNs = recorder.now();
        screenshots.start(lastSwapNs);
    }

    @Override
    public void leave(Lane lane) {
        attached = false;
        surface.detach();
    }

    @Override
    public void moved(Lane lane) {
        recorder = lane.recorder();
        surface.attach();
        attached = true;
    }

    /** Draws on, so that a person can look and choose, but no time passes in the picture. */
    @Override
    public void standing(Lane lane) {
        surface.beginFrame();
        lastDrawNs = recorder.now();
        show();
        surface.swap();
    }

    /** The frame that the pause came into begins anew. */
    @Override
    public void resume(Lane lane, long pausedNs) {
        wentOnNs = lastSwapNs = lastDrawNs = recorder.now();
        lastPauseNs = pausedNs;
    }

    @Override
    public void step(Lane lane) throws InterruptedException {
        if (!wholeStep.run(frame)) {
            snapshot(false);
        }
        shot.interpolate(shot.now().tickNs);
    }

    @Override
    public boolean run(Lane lane) throws InterruptedException {
        if (barrier.epoch() != epoch) {
            epoch = barrier.epoch();
            meeting = 0;
        }
        barrier.swapped(recorder, meeting);
        Milestone.Outcome batch = barrier.awaitBatch(recorder, meeting + 1, lane.unpaced() ? Guard.NO_LIMIT : LIMIT_NS);
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
            drawBatch();
        }
        return true;
    }

    private void drawBatch() throws InterruptedException {
        if (!wholeFrame.run(frame)) {
            snapshot(false);
            draw();
        }
    }

    private void lookAndDraw() throws InterruptedException {
        snapshot(look.run());
        draw();
    }

    /** A snapshot was taken, or else the last one is drawn again; either way physics need wait no more for it to be taken. */
    private void snapshot(boolean taken) {
        if (taken) {
            countDamage();
            shot.taken();
        } else {
            stats.redrawn();
        }
        barrier.taken(recorder, meeting);
    }

    private void look(WorldReader in) {
        in.take(shot.next());
        in.take(sectors);
        tallyTick = in.tallyTick();
    }

    private static void count(WorldWriter out) {
        out.add(Counter.FRAMES, 1);
        out.add(Counter.RUNS, 1);
        out.add(Counter.POINTS, 1);
    }

    private void countDamage() {
        if (shot.next().tornSlots() > 0 || sectors.isTorn()) {
            stats.torn();
        }
        if (shot.next().scene.tick != tallyTick) {
            stats.skewed();
        }
    }

    private void show() {
        if (picture != null) {
            long now = recorder.now();
            float seconds = Math.min(LONGEST_STEP_SECONDS, (now - lastDrawNs) * 1e-9f);
            lastDrawNs = now;
            picture.draw(shot, seconds, surface.width(), surface.height());
            screenshots.take(now, surface);
        }
    }

    private void draw() {
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
        long inputNs = shot.now().inputNs;
        long sinceInputNs = -1;
        if (inputNs != shownInputNs) {
            shownInputNs = inputNs;
            sinceInputNs = swapped - inputNs - pausedSince(inputNs);
            stats.shown(sinceInputNs);
        }
        stats.log().add(lastSwapNs, swapped, swapped - swap, shownNs, sinceInputNs, recorder.lane(), stats.budgetNs());
        lastSwapNs = swapped;
    }

    /** How much of the time since then the last pause took, ns. */
    private long pausedSince(long ns) {
        return Math.max(0, Math.min(lastPauseNs, wentOnNs - ns));
    }

    @Override
    public void stop(Lane lane) {
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
