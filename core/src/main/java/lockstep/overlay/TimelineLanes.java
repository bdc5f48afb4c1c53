package lockstep.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import lockstep.blame.LateFrame;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/**
 * Draws the rows of a timeline: spans to scale, holds as a strip, the frame and its budget, who waited for whom, and the
 * critical path along the upper edges. Rendering lane; drawing allocates nothing.
 */
final class TimelineLanes {
    private static final int PAD = 4, LEAST_ARROW = 14, HEAD = 7, INTO = 8, LEAST_LABEL = 30;

    private final TimelineModel model;
    private final TimelineAxis axis;
    private int top;
    private int rowHeight = 1;
    private float scale = 1;
    private int line = 1;

    TimelineLanes(TimelineModel model) {
        this.model = model;
        axis = model.axis();
    }

    /** Takes the room below {@code top}, px from the bottom. */
    void place(int top, int rowHeight, float scale) {
        this.top = top;
        this.rowHeight = Math.max(1, rowHeight);
        this.scale = scale;
        line = Math.max(1, Math.round(scale));
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    private int bandHeight() {
        return rowHeight - 2 * px(PAD);
    }

    private int strip() {
        return Math.max(2, bandHeight() / 4);
    }

    /** Bottom of the band of a row, which may lie outside. */
    private int band(int row) {
        return top - (row - model.first() + 1) * rowHeight + px(PAD);
    }

    private int bottom() {
        return top - model.visible() * rowHeight;
    }

    /** The row at a height in px from the bottom, or -1. */
    int rowAt(float y) {
        int row = (int) Math.floor((top - y) / rowHeight);
        return row >= 0 && row < model.visible() ? model.first() + row : -1;
    }

    /** True if that height is where a row shows its holds. */
    boolean stripAt(float y) {
        int row = rowAt(y);
        return row >= 0 && y < band(row) + strip() + line;
    }

    private int left(long ns) {
        return Math.round(Math.max(axis.left(), Math.min(axis.right(), axis.px(ns))));
    }

    private static boolean thin(SpanKind kind) {
        return kind != SpanKind.WORK && kind != SpanKind.PACE && kind != SpanKind.SWAP;
    }

    private Color color(TimelineRow row, int span) {
        SpanKind kind = row.spans().kind(span);
        return kind == SpanKind.WORK ? Palette.work(row.shade(span)) : Palette.of(kind);
    }

    /** Draws the opaque part; {@code tickNs} apart there are lines. */
    void drawBands(Brush brush, long tickNs) {
        for (int i = 0; i < model.visible(); i++) {
            brush.rect(axis.left(), band(model.first() + i), axis.right() - axis.left(), bandHeight(), Palette.ROW);
        }
        long origin = model.shown().late().startNs();
        for (long t = origin + Math.floorDiv(axis.fromNs() - origin, tickNs) * tickNs + tickNs; t < axis.toNs(); t += tickNs) {
            brush.rect(left(t), bottom(), line, top - bottom(), Palette.LINE);
        }
        for (int i = 0; i < model.visible(); i++) {
            TimelineRow row = model.rows().get(model.first() + i);
            int y = band(model.first() + i);
            drawPieces(brush, row, y, false);
            drawPieces(brush, row, y, true);
            drawHolds(brush, row, y);
            drawOpen(brush, row, y);
        }
    }

    /** Short things are drawn last and never thinner than can be seen. */
    private void drawPieces(Brush brush, TimelineRow row, int y, boolean thin) {
        int least = thin ? Math.max(2, px(2)) : 1;
        for (int p = row.pieceEndingAfter(axis.fromNs()); p < row.pieces() && row.from(p) < axis.toNs(); p++) {
            if (thin(row.spans().kind(row.span(p))) == thin) {
                int x = left(row.from(p));
                int gap = left(row.to(p)) - x > 4 * line ? line : 0;
                brush.rect(x, y, Math.max(least, left(row.to(p)) - x - gap), bandHeight(), color(row, row.span(p)));
            }
        }
    }

    /** A line where it is not known what the lane did: nothing that it began had ended. */
    private void drawOpen(Brush brush, TimelineRow row, int y) {
        int from = row.pieces() == 0 ? axis.left() : left(row.to(row.pieces() - 1));
        brush.rect(from, y + bandHeight() / 2 - line, axis.right() - from, 2 * line, Palette.FRAME_MARK);
    }

    private void drawHolds(Brush brush, TimelineRow row, int y) {
        for (int i = 0; i < row.holds(); i++) {
            int hold = row.hold(i);
            if (row.spans().endNs(hold) > axis.fromNs() && row.spans().startNs(hold) < axis.toNs()) {
                int x = left(row.spans().startNs(hold));
                int wide = Math.max(2 * line, left(row.spans().endNs(hold)) - x);
                brush.rect(x, y, wide, strip() + line, Palette.PANEL);
                brush.rect(x, y, wide, strip(), Palette.of(SpanKind.HOLD));
            }
        }
    }

    /** Draws what lies over the bands, short of words. */
    void drawOver(Brush brush) {
        for (int i = 0; i < model.visible(); i++) {
            drawHatches(brush, model.rows().get(model.first() + i), band(model.first() + i));
        }
        LateFrame late = model.shown().late();
        int start = left(late.startNs());
        int end = left(late.endNs());
        brush.rect(axis.left(), bottom(), start - axis.left(), top - bottom(), Palette.SHADE);
        brush.rect(end, bottom(), axis.right() - end, top - bottom(), Palette.SHADE);
        mark(brush, late.startNs(), line, Palette.DIM);
        mark(brush, late.endNs(), line, Palette.LATE);
        mark(brush, late.startNs() + late.budgetNs(), 2 * line, Palette.BUDGET);
        drawPath(brush);
        for (int i = 0; i < model.arrows().size(); i++) {
            drawArrow(brush, model.arrows().get(i));
        }
        if (model.chosen() != null) {
            outline(brush, model.chosen(), Palette.NOW);
        }
        if (model.told() != null && model.told() != model.chosen()) {
            outline(brush, model.told(), Palette.DIM);
        }
    }

    private void mark(Brush brush, long ns, int wide, Color color) {
        if (ns >= axis.fromNs() && ns <= axis.toNs()) {
            brush.rect(left(ns), bottom(), wide, top - bottom(), color);
        }
    }

    private void drawHatches(Brush brush, TimelineRow row, int y) {
        for (int p = row.pieceEndingAfter(axis.fromNs()); p < row.pieces() && row.from(p) < axis.toNs(); p++) {
            int x = left(row.from(p));
            int wide = left(row.to(p)) - x;
            if (wide > 2 * line && Palette.hatched(row.spans().kind(row.span(p)))) {
                brush.hatch(x, y, wide, bandHeight(), x, Palette.HATCH);
            }
        }
    }

    /** From the middle of a wait upright to the lane waited for; short waits have none unless chosen. */
    private void drawArrow(Brush brush, TimelineArrow a) {
        int from = left(a.from());
        int to = left(a.to());
        TimelineModel.Pick told = model.told();
        boolean chosen = told != null && told.row() == a.waiter() && told.span() == a.span();
        if (to <= from || to - from < px(LEAST_ARROW) && !chosen) {
            return;
        }
        int x = (from + to) / 2;
        boolean down = a.whom() > a.waiter();
        int tail = Math.max(bottom(), Math.min(top, band(a.waiter()) + bandHeight() / 2));
        int tip = Math.max(bottom(), Math.min(top, down ? band(a.whom()) + bandHeight() - px(INTO) : band(a.whom()) + px(INTO)));
        int low = Math.min(tail, tip);
        int high = Math.max(tail, tip);
        if (high <= low) {
            return;
        }
        Color color = a.kind() == SpanKind.GUARD_WAIT ? Palette.GUARD_TEXT
            : a.kind() == SpanKind.BARRIER_WAIT ? Palette.BARRIER_TEXT : Palette.PERMIT_TEXT;
        int thick = chosen ? 3 * line : 2 * line;
        brush.rect(x - thick / 2f - line, low, thick + 2 * line, high - low, Palette.PANEL);
        brush.rect(x - thick / 2f, low, thick, high - low, color);
        for (int pass = 0; pass < 2; pass++) {
            int grow = pass == 0 ? line : 0;
            for (int i = -grow; i < px(HEAD) + grow; i++) {
                int half = Math.max(0, i * 3 / 4) + line + grow;
                brush.rect(x - half, down ? tip + i : tip - i - 1, 2 * half, 1, pass == 0 ? Palette.PANEL : color);
            }
        }
        brush.rect(x - 2 * line, tail - 2 * line, 4 * line, 4 * line, color);
    }

    private void drawPath(Brush brush) {
        TimelinePath path = model.path();
        for (int pass = 0; pass < 2; pass++) {
            int grow = pass == 0 ? line : 0;
            Color color = pass == 0 ? Palette.PANEL : Palette.NOW;
            int thick = Math.max(3, px(3)) + 2 * grow;
            for (int i = 0; i < path.count(); i++) {
                TimelinePath.Stretch s = path.stretch(i);
                int y = pathY(s.row());
                int x = left(s.from());
                if (y > bottom() && y < top && s.to() > axis.fromNs() && s.from() < axis.toNs()) {
                    brush.rect(x - grow, y - thick / 2f, left(s.to()) - x + 2 * grow, thick, color);
                }
                if (i > 0 && s.from() >= axis.fromNs() && s.from() <= axis.toNs()) {
                    int other = Math.max(bottom(), Math.min(top, pathY(path.stretch(i - 1).row())));
                    int here = Math.max(bottom(), Math.min(top, y));
                    int low = Math.min(other, here);
                    brush.rect(x - thick / 2f, low - thick / 2f, thick, Math.abs(other - here) + thick, color);
                }
            }
        }
    }

    private int pathY(int row) {
        return band(row) + bandHeight() - px(2);
    }

    private void outline(Brush brush, TimelineModel.Pick pick, Color color) {
        int y = band(pick.row());
        if (pick.row() < model.first() || pick.row() >= model.first() + model.visible()) {
            return;
        }
        SpanTrack spans = model.rows().get(pick.row()).spans();
        int h = spans.kind(pick.span()) == SpanKind.HOLD ? strip() : bandHeight();
        int x = left(spans.startNs(pick.span()));
        int wide = Math.max(3 * line, left(spans.endNs(pick.span())) - x);
        int edge = 2 * line;
        if (color == Palette.NOW) {
            brush.rect(x, y, wide, h, Palette.CHOSEN);
        }
        brush.rect(x - line, y - edge, wide + 2 * line, edge, color);
        brush.rect(x - line, y + h, wide + 2 * line, edge, color);
        brush.rect(x - edge, y - edge, edge, h + 2 * edge, color);
        brush.rect(x + wide, y - edge, edge, h + 2 * edge, color);
    }

    /** Lays out the names of lanes from {@code x} on and, where there is room, what spans are. Allocates. */
    void label(TextSheet names, TextSheet labels, Plates plates, TimelineInfo info, float x, float most) {
        for (int i = 0; i < model.visible(); i++) {
            int r = model.first() + i;
            TimelineRow row = model.rows().get(r);
            boolean drew = row.name().equals(model.shown().late().lane());
            names.addCut(row.name(), x, band(r) + bandHeight() / 2f, most, drew ? Palette.TEXT : Palette.DIM);
            int labelled = -1;
            for (int p = row.pieceEndingAfter(axis.fromNs()); p < row.pieces() && row.from(p) < axis.toNs(); p++) {
                LateFrame late = model.shown().late();
                boolean inside = row.from(p) < late.endNs() && row.to(p) > late.startNs();
                int from = left(inside ? Math.max(row.from(p), late.startNs()) : row.from(p));
                int wide = left(inside ? Math.min(row.to(p), late.endNs()) : row.to(p)) - from;
                if (wide >= px(LEAST_LABEL) && row.span(p) != labelled && write(labels, plates, info, row, row.span(p), from, wide, band(r), inside)) {
                    labelled = row.span(p);
                }
            }
        }
    }

    private boolean write(TextSheet labels, Plates plates, TimelineInfo info, TimelineRow row, int span, int x, int wide, int y, boolean inside) {
        String text = info.label(row.spans(), span);
        float needs = labels.width(text) + px(10);
        int at = clearOfPath(x, needs);
        if (at + needs > x + wide) {
            return false;
        }
        SpanKind kind = row.spans().kind(span);
        float middle = y + (bandHeight() - px(4)) / 2f + strip() / 4f;
        boolean plate = Palette.hatched(kind) || kind == SpanKind.IO;
        if (plate) {
            plates.add(at + px(5), middle - px(7), needs - px(2), px(15));
        }
        labels.add(text, at + px(plate ? 9 : 6), middle, Align.left, inside || plate ? ink(kind, row.shade(span)) : Palette.DIM);
        return true;
    }

    /** Where words that need so many px can begin without the path crossing them upright. */
    private int clearOfPath(int x, float needs) {
        int at = x;
        for (int i = 0; i < model.path().count(); i++) {
            int jump = left(model.path().stretch(i).from());
            at = jump > at - px(4) && jump < at + needs ? jump + px(2) : at;
        }
        return at;
    }

    private static Color ink(SpanKind kind, int shade) {
        return switch (kind) {
            case GUARD_WAIT -> Palette.GUARD_TEXT;
            case BARRIER_WAIT -> Palette.BARRIER_TEXT;
            case PERMIT_WAIT -> Palette.PERMIT_TEXT;
            case IO -> Palette.TEXT;
            case PACE -> Palette.DIM;
            case WORK -> (shade & 1) == 0 ? Palette.PANEL : Palette.TEXT;
            case HOLD, UPLOAD, SWAP -> Palette.PANEL;
        };
    }
}
