package lockstep.overlay;

import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.Align;
import java.util.List;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.FramePlot;
import lockstep.overlay.draw.Legend;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.topology.Topology;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;
import lockstep.watch.Reading;
import org.HdrHistogram.Histogram;

/**
 * The dock: frames at the left, lanes and their table at the right, settings and damage at the foot. Numbers are px of
 * the 1280x720 design, from the bottom. Rendering lane; allocates nothing in the steady state.
 */
final class FullView {
    private static final int HEIGHT = 232;
    private static final int FOOT = 24;
    private static final int LEFT = 480;
    private static final int EDGE = 10;
    private static final int NAME = 96;
    private static final int LANE = 28;
    private static final int BAND = 22;
    private static final int TOP = 5;
    private static final int HEAD = 18;
    private static final int ROW = 17;
    private static final int SWATCH = 10;
    private static final int PLOT_BOTTOM = FOOT + 42;
    private static final int PLOT_TOP = HEIGHT - 61;
    private static final int LABEL_WIDTH = 60;
    private static final int LABEL_HEIGHT = 15;

    private final OverlayModel model;
    private final Headline headline;
    private List<LaneTrack> tracks = List.of();
    private LaneTrack drawing;
    private final FramePlot plot;
    private final SwimRows swim = new SwimRows();
    private final NoteRows notes;
    private final RoleTable table = new RoleTable();
    private final Legend legend = new Legend();
    private final StatusLine status;
    private final TextSheet names = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet words = new TextSheet(Art.Face.WORDS, 12);
    private final TextSheet headBold = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet headWords = new TextSheet(Art.Face.WORDS, 12);
    private final TextSheet footBold = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet footWords = new TextSheet(Art.Face.WORDS, 12);
    private final TextSheet numbers = new TextSheet(Art.Face.NUMBERS, 14);
    private final StringBuilder text = new StringBuilder(64);
    private float scale;
    private int width;
    private int first;
    private int shown;
    private long budgetNs;
    private boolean unjudged;
    private boolean moved;

    FullView(OverlayModel model, Headline headline) {
        this.model = model;
        this.headline = headline;
        plot = new FramePlot(model.frames());
        status = new StatusLine(model);
        notes = new NoteRows(model.notes());
    }

    /** Shows {@code lanes} from now on, because {@code topology} is now in force. */
    void follow(Topology topology, List<LaneTrack> lanes) {
        tracks = lanes;
        drawing = lanes.stream().filter(LaneTrack::draws).findFirst().orElse(null);
        status.follow(topology);
        first = 0;
        fit();
        moved = true;
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    /** Height of the dock in px, 0 before it was first laid out. */
    int height() {
        return px(HEIGHT + notes.height());
    }

    /** Adapts to the frame's size; true if anything moved, so that lanes must be restarted and text laid out again. */
    boolean layOut(Canvas canvas) {
        boolean sized = scale != canvas.scale() || width != canvas.width();
        scale = canvas.scale();
        width = canvas.width();
        boolean fonts = numbers.lookUp(canvas) | words.lookUp(canvas) | headWords.lookUp(canvas) | footWords.lookUp(canvas)
            | names.lookUp(canvas) | headBold.lookUp(canvas) | footBold.lookUp(canvas) | notes.lookUp(canvas);
        if (sized) {
            plot.place(0, px(PLOT_BOTTOM), px(LEFT), px(PLOT_TOP) - px(PLOT_BOTTOM), scale);
            int x = px(LEFT + EDGE + NAME);
            swim.place(x, width - px(EDGE) - x, scale);
            table.place(x, width - px(EDGE));
            legend.place(px(EDGE), px(FOOT + 21), px(LEFT - 2 * EDGE), scale);
        }
        boolean scrolled = moved;
        moved = false;
        return sized | fonts | scrolled;
    }

    /** Reads the lanes' newest spans into columns of the current width. */
    void restart(long nowNs) {
        for (int i = 0; i < tracks.size(); i++) {
            tracks.get(i).restart(swim.nsPerColumn(), nowNs);
        }
    }

    /** Computes how many lanes, with the roles they run, fit from the first shown one on. */
    private void fit() {
        int room = HEIGHT - FOOT - TOP - HEAD - 2;
        shown = 0;
        while (first + shown < tracks.size()) {
            room -= LANE + ROW * Math.max(1, tracks.get(first + shown).roles());
            if (room < 0 && shown > 0) {
                break;
            }
            shown++;
        }
    }

    /** Scrolls by {@code by} lanes; always true, because the key was handled. */
    boolean scroll(int by) {
        int before = first;
        if (by < 0 || first + shown < tracks.size()) {
            first = Math.max(0, first + by);
        }
        fit();
        moved = first != before;
        return true;
    }

    /** Lays out the fixed text: lane names, heads, legend, axis. */
    void refreshFixed() {
        budgetNs = model.budgetNs().getAsLong();
        unjudged = plot.showsUnjudged();
        names.clear();
        words.clear();
        plot.label(words, budgetNs, px(LABEL_HEIGHT));
        plot.labelRule(words, px(LABEL_HEIGHT));
        legend.label(words);
        int x = px(LEFT + EDGE);
        for (int i = 0; i < shown; i++) {
            names.add(tracks.get(first + i).lane().name(), x, laneMiddle(i), Align.left, OverlayPalette.TEXT);
        }
        float middle = px(HEIGHT - TOP - LANE * shown - HEAD / 2f);
        text.setLength(0);
        if (shown < tracks.size()) {
            text.append(first + 1).append('-').append(first + shown).append(" of ").append(tracks.size()).append(", PgDn");
        } else {
            text.append("last 100 ms");
        }
        words.add(text, x, middle, Align.left, OverlayPalette.DIM);
        table.heads(words, middle);
    }

    /** Lays out the lines about frames and the worst wait. */
    void refreshHead(WorstWait guardWaits, WorstWait barrierWaits) {
        if (budgetNs != model.budgetNs().getAsLong() || unjudged != plot.showsUnjudged()) {
            refreshFixed();
        }
        headBold.clear();
        headWords.clear();
        headline.frames(headBold, headWords, px(EDGE), px(LEFT - EDGE), px(HEIGHT - 14));
        headline.worstWait(headWords, px(EDGE), px(LEFT - 2 * EDGE), px(HEIGHT - 33), guardWaits, barrierWaits);
        headline.culprits(headWords, px(EDGE), px(LEFT - 2 * EDGE), px(HEIGHT - 50));
    }

    /** Lays out the table. */
    void refreshTable() {
        numbers.clear();
        moved |= notes.count();
        notes.refresh(px(HEIGHT), scale);
        rows(px(LEFT + EDGE), HEIGHT - TOP - LANE * shown - HEAD);
    }

    /** Lays out the line at the bottom. */
    void refreshFoot(Histogram cost) {
        footBold.clear();
        footWords.clear();
        status.refresh(footBold, footWords, px(EDGE), width - px(EDGE), px(FOOT / 2f), cost);
    }

    private float laneMiddle(int i) {
        return px(HEIGHT - TOP - LANE * i - LANE / 2f);
    }

    private void rows(int x, int top) {
        Reading reading = model.meter().latest();
        int row = 0;
        for (int i = 0; i < shown; i++) {
            LaneTrack track = tracks.get(first + i);
            int number = track.lane().number();
            if (number >= reading.lanes().size()) {
                return;
            }
            Reading.LaneReading l = reading.lanes().get(number);
            table.lane(numbers, l, px(top - ROW * row - ROW / 2f));
            int roles = track.roles();
            int written = 0;
            for (int r = 0; r < reading.roles().size() && written < roles; r++) {
                if (reading.roles().get(r).lane().equals(l.name())) {
                    Reading.RoleReading role = reading.roles().get(r);
                    boolean byLane = roles == 1 && l.name().startsWith(role.role());
                    table.role(numbers, role, byLane ? l.name() : role.role(), roles > 1 ? x + px(SWATCH + 6) : x,
                        px(top - ROW * (row + written) - ROW / 2f));
                    written++;
                }
            }
            row += roles;
        }
    }

    /** Draws the colour of each role's work beside its name where a lane runs several, and lines between lanes. */
    private void drawSwatches(Brush brush, int line) {
        int x = px(LEFT + EDGE);
        float top = HEIGHT - TOP - LANE * shown - HEAD;
        int row = 0;
        for (int i = 0; i < shown; i++) {
            int roles = tracks.get(first + i).roles();
            for (int r = 0; r < roles && roles > 1; r++) {
                int middle = px(top - ROW * (row + r) - ROW / 2f);
                brush.rect(x, middle - px(SWATCH) / 2, px(SWATCH), px(SWATCH), OverlayPalette.work(r));
            }
            row += roles;
            if (roles > 1 && i + 1 < shown) {
                brush.rect(x, px(top - ROW * row), width - px(EDGE) - x, line, OverlayPalette.LINE);
            }
        }
    }

    /** Draws the dock as of {@code nowNs}. */
    void draw(Canvas canvas, Brush brush, long nowNs) {
        int line = Math.max(1, px(1));
        brush.opaque();
        brush.rect(0, 0, width, px(HEIGHT), OverlayPalette.PANEL);
        plot.drawBars(brush, budgetNs);
        brush.rect(0, px(HEIGHT) - line, width, line, OverlayPalette.LINE);
        brush.rect(0, px(FOOT), width, line, OverlayPalette.LINE);
        brush.rect(px(LEFT), px(FOOT), line, px(HEIGHT - FOOT), OverlayPalette.LINE);
        notes.drawPlate(brush, px(HEIGHT), width, scale);
        legend.drawSwatches(brush);
        int band = px(BAND);
        swim.rows(shown);
        for (int i = 0; i < shown; i++) {
            swim.drawBands(brush, i, tracks.get(first + i).columns(), nowNs, (int) laneMiddle(i) - band / 2, band);
        }
        drawSwatches(brush, line);
        brush.blended();
        plot.drawHatches(brush);
        plot.drawPlates(brush, budgetNs, px(LABEL_WIDTH), px(LABEL_HEIGHT));
        plot.drawRulePlate(brush, px(LABEL_HEIGHT));
        legend.drawHatches(brush);
        for (int i = 0; i < shown; i++) {
            swim.drawHatches(brush, i, tracks.get(first + i).columns(), nowNs, (int) laneMiddle(i) - band / 2, band);
        }
        if (drawing != null) {
            int y = px(HEIGHT - TOP - LANE * shown);
            swim.drawMarks(brush, drawing.columns(), nowNs, y, px(HEIGHT - TOP) - y);
        }
        SpriteBatch batch = canvas.batch();
        numbers.draw(batch);
        words.draw(batch);
        headWords.draw(batch);
        footWords.draw(batch);
        names.draw(batch);
        headBold.draw(batch);
        footBold.draw(batch);
        notes.drawText(batch);
    }
}
