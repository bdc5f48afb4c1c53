package lockstep.overlay.timeline;

import com.badlogic.gdx.utils.Align;
import java.util.List;
import java.util.function.Supplier;
import lockstep.blame.Cause;
import lockstep.blame.LateFrame;
import lockstep.blame.Sentence;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.Figures;
import lockstep.overlay.draw.Legend;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.overlay.draw.Wrapping;
import lockstep.time.LateRule;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;

/**
 * Draws the timeline of a late frame over the whole width at the lower edge, and finds what is under the pointer. It leaves a
 * third of the height to the game. Numbers are px of the 1280x720 design. Rendering lane; lays its text out again after each
 * event and allocates nothing in between.
 */
final class TimelineView {
    private static final int EDGE = 14, NAME = 104, TITLE = 34, CAUSES = 90, AXIS = 38, FOOT = 48, EMPTY = 100, LINE = 17;
    private static final int LEAST_ROW = 26, MOST_ROW = 46, MOST_ROWS = 12, SPLIT = 800, TICK = 80;
    private static final int MOST_CAUSES = 4, MOST_LINES = 5;
    private static final int MS = 366, SHARE = 416, SURE = 492, DOING = 508;
    private static final String HINT =
        "left right: other frames  \u00b7  Home worst  \u00b7  End newest  \u00b7  wheel: zoom  \u00b7  drag: move"
            + "  \u00b7  0: fit  \u00b7  Tab: spans  \u00b7  Esc";

    private final TimelineModel model;
    private final TimelineInfo info;
    private final Supplier<LateRule> rule;
    private final TimelineRows at;
    private final TimelineLanes lanes;
    private final TimelineLines lines;
    private final TimelineLabels onLanes;
    private final Legend legend = new Legend();
    private final TextSheet title = new TextSheet(Art.Face.BOLD, 17);
    private final TextSheet bold = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet words = new TextSheet(Art.Face.WORDS, 13);
    private final TextSheet small = new TextSheet(Art.Face.WORDS, 12);
    private final TextSheet labels = new TextSheet(Art.Face.WORDS, 12);
    private float scale = 1;
    private int width;
    private int height;
    private boolean tooSmall;
    private int rows;
    private int top;
    private int rowsTop;
    private long tickNs = 1;

    TimelineView(TimelineModel model, TimelineInfo info, Supplier<LateRule> rule) {
        this.model = model;
        this.info = info;
        this.rule = rule;
        at = new TimelineRows(model);
        lanes = new TimelineLanes(model, at);
        lines = new TimelineLines(model, at);
        onLanes = new TimelineLabels(model, at, info);
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    /** Adapts to the frame's size; true if text must be laid out again. */
    boolean layOut(Canvas canvas) {
        boolean changed =
            scale != canvas.scale() || width != canvas.width() || height != canvas.height() || rows != model.rows().size();
        scale = canvas.scale();
        width = canvas.width();
        height = canvas.height();
        tooSmall = canvas.isSmall();
        rows = model.rows().size();
        if (changed) {
            place();
        }
        return changed | title.lookUp(canvas) | bold.lookUp(canvas) | words.lookUp(canvas) | small.lookUp(canvas)
            | labels.lookUp(canvas);
    }

    private void place() {
        int around = px(TITLE + CAUSES + AXIS + FOOT);
        int room = Math.max(px(LEAST_ROW), height * 2 / 3 - around);
        int wanted = Math.max(1, Math.min(rows, MOST_ROWS));
        int row = Math.max(px(LEAST_ROW), Math.min(px(MOST_ROW), room / wanted));
        int fit = Math.max(1, Math.min(wanted, room / row));
        model.fits(fit);
        rowsTop = px(FOOT) + fit * row;
        top = rows == 0 || tooSmall ? px(EMPTY) : rowsTop + px(AXIS + CAUSES + TITLE);
        int x = px(EDGE + NAME);
        model.axis().place(x, width - px(EDGE) - x);
        at.place(rowsTop, row, scale);
        legend.place(px(EDGE), px(FOOT / 2f), px(500), scale);
    }

    /** Lays the text out. */
    void refresh() {
        title.clear();
        bold.clear();
        words.clear();
        small.clear();
        labels.clear();
        String late = "late: above " + rule.get().words();
        if (model.shown() == null) {
            title.add("No late frame so far", px(EDGE), top - px(20), Align.left, OverlayPalette.TEXT);
            words.addCut(late + ". F3 or Esc closes.", px(EDGE), top - px(42), width - px(2 * EDGE), OverlayPalette.DIM);
            return;
        }
        if (tooSmall) {
            Wrapping.wrap(words, model.shown().late().sentence(), px(EDGE), top - px(16), width - px(2 * EDGE), px(LINE), 2,
                OverlayPalette.LATE);
            words.addCut("The window is too small for the timeline. Make it larger, or press F3 to close.", px(EDGE), px(10),
                width - px(2 * EDGE), OverlayPalette.DIM);
            return;
        }
        LateFrame f = model.shown().late();
        float middle = top - px(TITLE / 2f + 2);
        float wide = words.add(model.position(), width - px(EDGE), middle, Align.right, OverlayPalette.DIM);
        title.addCut(f.sentence(), px(EDGE), middle, width - px(3 * EDGE) - wide, OverlayPalette.LATE);
        causes(f);
        told();
        axis(f);
        onLanes.lay(bold, labels, px(EDGE), px(NAME - 8));
        legend.label(small);
        float x = px(EDGE + 520);
        small.addCut(late + "  \u00b7  white line: critical path  \u00b7  arrow: waits for", x, px(FOOT / 2f + 9),
            width - x - px(EDGE), OverlayPalette.DIM);
        small.addCut(HINT, x, px(FOOT / 2f - 9), width - x - px(EDGE), OverlayPalette.DIM);
    }

    private float line(float n) {
        return top - px(TITLE + LINE * n + LINE / 2f);
    }

    private void causes(LateFrame f) {
        List<Cause> causes = f.causes();
        if (causes.isEmpty()) {
            words.add("Nothing in it took longer than usual.", px(EDGE), line(0), Align.left, OverlayPalette.DIM);
            return;
        }
        small.add("above the usual" + (f.complete() ? "" : ", judged before all lanes had reported"), px(EDGE), line(0),
            Align.left,
            OverlayPalette.DIM);
        small.add("ms", px(MS), line(0), Align.right, OverlayPalette.DIM);
        small.add("share", px(SHARE), line(0), Align.right, OverlayPalette.DIM);
        small.add("confidence", px(SURE), line(0), Align.right, OverlayPalette.DIM);
        for (int i = 0; i < causes.size() && i < MOST_CAUSES; i++) {
            Cause c = causes.get(i);
            float y = line(i + 1);
            words.addCut(Sentence.culprit(c), px(EDGE + 16), y, px(MS - EDGE - 16 - 52), OverlayPalette.TEXT);
            words.add(TimelineInfo.ms(c.ns()), px(MS), y, Align.right, i == 0 ? OverlayPalette.LATE : OverlayPalette.TEXT);
            words.add(percent(c.share()), px(SHARE), y, Align.right, OverlayPalette.TEXT);
            words.add(percent(c.confidence()), px(SURE), y, Align.right, OverlayPalette.DIM);
            String more = i == MOST_CAUSES - 1 && causes.size() > MOST_CAUSES
                ? "   and " + (causes.size() - MOST_CAUSES) + " smaller ones" : "";
            words.addCut(c.doing() + more, px(DOING), y, px(SPLIT - DOING - EDGE), OverlayPalette.DIM);
        }
    }

    private static String percent(double share) {
        return Figures.percent(new StringBuilder(), share) + " %";
    }

    /** Lays out the figures of the span under the pointer, or else of the chosen one. */
    private void told() {
        TimelineModel.Pick pick = model.told();
        float wide = width - px(SPLIT + EDGE);
        if (pick == null) {
            small.addCut("point at a span, or press Tab, to see its figures", px(SPLIT), line(0), wide, OverlayPalette.DIM);
            return;
        }
        TimelineRow row = model.rows().get(pick.row());
        bold.addCut(info.head(model.shown(), row, pick.span()), px(SPLIT), line(0), wide, OverlayPalette.TEXT);
        List<String> lines = info.lines(model.shown(), row, pick.span());
        for (int i = 0; i < lines.size() && i < MOST_LINES - 1; i++) {
            words.addCut(lines.get(i), px(SPLIT), line(i + 1), wide, OverlayPalette.TEXT);
        }
    }

    private void axis(LateFrame f) {
        TimelineAxis axis = model.axis();
        tickNs = axis.tickNs(px(TICK));
        float middle = rowsTop + px(AXIS - 10);
        int digits = tickNs >= 1_000_000 ? 0 : tickNs >= 100_000 ? 1 : tickNs >= 10_000 ? 2 : 3;
        long first = Math.floorDiv(axis.fromNs() - f.startNs(), tickNs) + 1;
        for (long t = first; f.startNs() + t * tickNs < axis.toNs(); t++) {
            float x = axis.px(f.startNs() + t * tickNs);
            if (x > axis.left() + px(20) && x < axis.right() - px(20)) {
                small.add(Figures.fixed(new StringBuilder(), t * tickNs / 1e6, digits).append(" ms"), x, middle, Align.center,
                    OverlayPalette.DIM);
            }
        }
        frameLabel("budget " + TimelineInfo.ms(f.budgetNs()) + " ms", f.startNs(), f.startNs() + f.budgetNs());
        frameLabel("late by " + TimelineInfo.ms(f.overNs()) + " ms", f.startNs() + f.budgetNs(), f.endNs());
    }

    private int in(long ns) {
        TimelineAxis axis = model.axis();
        return Math.round(Math.max(axis.left(), Math.min(axis.right(), axis.px(ns))));
    }

    private void frameLabel(String text, long from, long to) {
        int x = in(from);
        if (in(to) - x > small.width(text) + px(8)) {
            labels.add(text, (x + in(to)) / 2f, rowsTop + px(9), Align.center, OverlayPalette.PANEL);
        }
    }

    /** Draws the timeline. */
    void draw(Canvas canvas, Brush brush) {
        int line = Math.max(1, px(1));
        brush.opaque();
        brush.rect(0, 0, width, top, OverlayPalette.PANEL);
        brush.rect(0, top - line, width, line, OverlayPalette.LATE);
        boolean any = model.shown() != null && !tooSmall;
        if (any) {
            LateFrame f = model.shown().late();
            brush.rect(0, px(FOOT), width, line, OverlayPalette.LINE);
            brush.rect(0, rowsTop + px(AXIS), width, line, OverlayPalette.LINE);
            brush.rect(px(SPLIT - EDGE), rowsTop + px(AXIS), line, px(CAUSES), OverlayPalette.LINE);
            for (int i = 0; i < f.causes().size() && i < MOST_CAUSES; i++) {
                brush.rect(px(EDGE), line(i + 1) - px(5), px(10), px(10), OverlayPalette.of(f.causes().get(i).kind()));
            }
            int budget = in(f.startNs() + f.budgetNs());
            brush.rect(in(f.startNs()), rowsTop + px(1), budget - in(f.startNs()), px(16), OverlayPalette.BUDGET);
            brush.rect(budget, rowsTop + px(1), in(f.endNs()) - budget, px(16), OverlayPalette.LATE);
            lanes.drawBands(brush, tickNs);
            legend.drawSwatches(brush);
        }
        brush.blended();
        if (any) {
            lanes.drawHatches(brush);
            lines.draw(brush);
            legend.drawHatches(brush);
            onLanes.drawPlates(brush);
            scrollbar(brush);
        }
        title.draw(canvas.batch());
        bold.draw(canvas.batch());
        words.draw(canvas.batch());
        small.draw(canvas.batch());
        labels.draw(canvas.batch());
    }

    private void scrollbar(Brush brush) {
        int all = model.rows().size();
        if (model.visible() < all) {
            float room = rowsTop - px(FOOT);
            float h = room * model.visible() / all;
            brush.rect(width - px(6), px(FOOT), px(4), room, OverlayPalette.ROW);
            brush.rect(width - px(6), rowsTop - h - room * model.first() / all, px(4), h, OverlayPalette.FRAME_MARK);
        }
    }

    /** Px covered from the bottom. */
    int top() {
        return top;
    }

    /** The span at a place in px from the top left, or null. */
    TimelineModel.Pick pickAt(float x, float yFromTop) {
        float y = height - yFromTop;
        return tooSmall ? null : model.pick(x, at.rowAt(y), at.stripAt(y));
    }

    /** True if the names of lanes are at a place in px from the left. */
    boolean isName(float x) {
        return x < model.axis().left();
    }
}
