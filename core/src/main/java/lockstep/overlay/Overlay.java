package lockstep.overlay;

import com.badlogic.gdx.Input;
import java.util.ArrayList;
import java.util.List;
import lockstep.engine.Lane;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.panel.LateNews;
import lockstep.time.LaneRecorder;
import lockstep.time.Spans;
import lockstep.topology.Topology;
import lockstep.view.art.Canvas;
import lockstep.view.menu.Layer;
import lockstep.world.Bodies;
import org.HdrHistogram.Histogram;

/**
 * What every lane is doing, drawn over the game: frame times, a live swim lane for each thread, a table of rates and waits. F1
 * switches from off to compact to full; page keys scroll the lanes. If the window is too small for the full overlay, the compact
 * one says so.
 *
 * <p>Only the rendering lane calls it. Bars and swim lanes are updated each frame, text five times a second. It allocates nothing
 * in the steady state, takes no lock, and measures its cost with the lane's recorder. When the topology changes, it starts again
 * with the new one's lanes.
 */
public final class Overlay implements Layer {
    /** How much of the overlay is shown. */
    public enum Mode { OFF, COMPACT, FULL }

    private static final long REFRESH_NS = 200_000_000;
    private static final int PARTS = 3;
    private static final long LONGEST_NS = 1_000_000_000;
    private static final Mode[] MODES = Mode.values();

    private final OverlayModel model;
    private final LateNews news;
    private LaneRecorder recorder;
    private final Histogram cost = new Histogram(1, LONGEST_NS, 2);
    private List<LaneTrack> tracks = List.of();
    private Topology topology;
    private final Spans spans = new Spans(1024);
    private final WorstWait guardWaits = new WorstWait();
    private final WorstWait barrierWaits = new WorstWait();
    private final Brush brush = new Brush();
    private final CompactView compact;
    private final FullView full;
    private Mode mode;
    private boolean small;
    private boolean fresh = true;
    private long refreshedNs;
    private int part;

    public Overlay(OverlayModel model, LateNews news, Mode initial) {
        this.model = model;
        this.news = news;
        mode = initial;
        Headline headline = new Headline(model, news);
        compact = new CompactView(model, headline);
        full = new FullView(model, headline);
        follow();
    }

    /** Starts again with the current lanes if the topology has changed. */
    void follow() {
        Topology now = model.topology();
        if (now == topology) {
            return;
        }
        topology = now;
        Lane rendering = model.rendering();
        recorder = rendering.recorder();
        List<LaneTrack> lanes = new ArrayList<>();
        for (Lane lane : model.lanes()) {
            lanes.add(new LaneTrack(lane, model.roleNames(), lane == rendering));
        }
        tracks = lanes;
        full.follow(now, lanes);
        fresh = true;
    }

    @Override
    public void draw(Canvas canvas, Bodies seen) {
        if (mode == Mode.OFF) {
            return;
        }
        follow();
        long start = recorder.now();
        news.look(start);
        fresh |= small != canvas.isSmall();
        small = canvas.isSmall();
        boolean laidOut = docks() ? full.layOut(canvas) : compact.layOut(canvas);
        if (fresh) {
            restart(start);
        } else if (laidOut && docks()) {
            full.restart(start);
        }
        for (int i = 0; i < tracks.size(); i++) {
            tracks.get(i).read(spans, guardWaits, barrierWaits);
        }
        brush.begin(canvas);
        if (docks()) {
            refreshFull(start, fresh || laidOut);
            full.draw(canvas, brush, start);
        } else {
            if (fresh || laidOut || start - refreshedNs >= REFRESH_NS) {
                refreshedNs = start;
                compact.refresh(guardWaits, barrierWaits, start, mode == Mode.FULL);
                stepWaits();
            }
            compact.draw(canvas, brush);
        }
        fresh = false;
        canvas.batch().setColor(1, 1, 1, 1);
        cost.recordValue(Math.min(Math.max(recorder.now() - start, 1), LONGEST_NS));
    }

    /** Lays out one part per call, so that no frame bears the cost of all text. */
    private void refreshFull(long nowNs, boolean all) {
        if (!all && nowNs - refreshedNs < REFRESH_NS / PARTS) {
            return;
        }
        refreshedNs = nowNs;
        part = (part + 1) % PARTS;
        if (all) {
            full.refreshFixed();
        }
        if (all || part == 0) {
            full.refreshHead(guardWaits, barrierWaits);
            stepWaits();
        }
        if (all || part == 1) {
            full.refreshTable();
        }
        if (all || part == 2) {
            full.refreshFoot(cost);
        }
    }

    private void stepWaits() {
        guardWaits.step();
        barrierWaits.step();
    }

    private void restart(long nowNs) {
        guardWaits.clear();
        barrierWaits.clear();
        full.restart(nowNs);
    }

    /** The lanes shown. */
    List<Lane> lanes() {
        return tracks.stream().map(LaneTrack::lane).toList();
    }

    /** What is shown. */
    public Mode mode() {
        return mode;
    }

    @Override
    public int dockHeight() {
        return docks() ? full.height() : 0;
    }

    @Override
    public int cornerWidth() {
        return mode == Mode.OFF || docks() ? 0 : compact.width();
    }

    @Override
    public int cornerHeight() {
        return mode == Mode.OFF || docks() ? 0 : compact.height();
    }

    private boolean docks() {
        return mode == Mode.FULL && !small;
    }

    @Override
    public boolean key(int key) {
        if (key == Input.Keys.F1) {
            mode = MODES[(mode.ordinal() + 1) % MODES.length];
            fresh = true;
            return true;
        }
        return mode == Mode.FULL
            && (key == Input.Keys.PAGE_DOWN && full.scroll(1) || key == Input.Keys.PAGE_UP && full.scroll(-1));
    }

    /** Median time in ns to draw it, frames with the overlay off excluded. The rendering lane, or any thread after the run. */
    public long costP50Ns() {
        return cost.getValueAtPercentile(50);
    }

    /** As {@link #costP50Ns}, the 99th percentile. */
    public long costP99Ns() {
        return cost.getValueAtPercentile(99);
    }
}
