package lockstep.overlay.timeline;

import com.badlogic.gdx.graphics.Color;
import lockstep.blame.LateFrame;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/**
 * Draws the lines over the rows of a timeline: the frame and its budget, the critical path along the upper edges, arrows for
 * waits, the selection. Rendering lane; allocates nothing.
 */
final class TimelineLines {
    private static final int LEAST_ARROW = 14, HEAD = 7, INTO = 8;

    private final TimelineModel model;
    private final TimelineAxis axis;
    private final TimelineRows at;

    TimelineLines(TimelineModel model, TimelineRows at) {
        this.model = model;
        axis = model.axis();
        this.at = at;
    }

    /** Draws all of them. */
    void draw(Brush brush) {
        LateFrame late = model.shown().late();
        int start = at.left(late.startNs());
        int end = at.left(late.endNs());
        brush.rect(axis.left(), at.bottom(), start - axis.left(), at.top() - at.bottom(), OverlayPalette.SHADE);
        brush.rect(end, at.bottom(), axis.right() - end, at.top() - at.bottom(), OverlayPalette.SHADE);
        mark(brush, late.startNs(), at.line(), OverlayPalette.DIM);
        mark(brush, late.endNs(), at.line(), OverlayPalette.LATE);
        mark(brush, late.startNs() + late.budgetNs(), 2 * at.line(), OverlayPalette.BUDGET);
        drawPath(brush);
        for (int i = 0; i < model.arrows().size(); i++) {
            drawArrow(brush, model.arrows().get(i));
        }
        if (model.chosen() != null) {
            outline(brush, model.chosen(), OverlayPalette.NOW);
        }
        if (model.told() != null && model.told() != model.chosen()) {
            outline(brush, model.told(), OverlayPalette.DIM);
        }
    }

    private void mark(Brush brush, long ns, int wide, Color color) {
        if (ns >= axis.fromNs() && ns <= axis.toNs()) {
            brush.rect(at.left(ns), at.bottom(), wide, at.top() - at.bottom(), color);
        }
    }

    /**
     * Draws a vertical arrow from the middle of a wait to the lane waited for; short waits have none unless chosen. Waits that
     * had not ended are offset by direction, because in a deadlock they point at each other.
     */
    private void drawArrow(Brush brush, TimelineArrow a) {
        int from = at.left(a.from());
        int to = at.left(a.to());
        TimelineModel.Pick told = model.told();
        boolean chosen = told != null && told.row() == a.waiter() && told.span() == a.span();
        if (to <= from || to - from < at.px(LEAST_ARROW) && !chosen) {
            return;
        }
        boolean down = a.whom() > a.waiter();
        int aside = model.rows().get(a.waiter()).goesOn(a.span()) ? (to - from) / 10 : 0;
        int x = (from + to) / 2 + (down ? -aside : aside);
        int tail = at.within(at.band(a.waiter()) + at.bandHeight() / 2);
        int tip = at.within(at.band(a.whom()) + (down ? at.bandHeight() - at.px(INTO) : at.px(INTO)));
        int low = Math.min(tail, tip);
        int high = Math.max(tail, tip);
        if (high <= low) {
            return;
        }
        Color color = a.kind() == SpanKind.GUARD_WAIT ? OverlayPalette.GUARD_TEXT
            : a.kind() == SpanKind.BARRIER_WAIT ? OverlayPalette.BARRIER_TEXT : OverlayPalette.PERMIT_TEXT;
        int thick = chosen ? 3 * at.line() : 2 * at.line();
        brush.rect(x - thick / 2f - at.line(), low, thick + 2 * at.line(), high - low, OverlayPalette.PANEL);
        brush.rect(x - thick / 2f, low, thick, high - low, color);
        for (int pass = 0; pass < 2; pass++) {
            int grow = pass == 0 ? at.line() : 0;
            for (int i = -grow; i < at.px(HEAD) + grow; i++) {
                int half = Math.max(0, i * 3 / 4) + at.line() + grow;
                brush.rect(x - half, down ? tip + i : tip - i - 1, 2 * half, 1, pass == 0 ? OverlayPalette.PANEL : color);
            }
        }
        brush.rect(x - 2 * at.line(), tail - 2 * at.line(), 4 * at.line(), 4 * at.line(), color);
    }

    private void drawPath(Brush brush) {
        TimelinePath path = model.path();
        for (int pass = 0; pass < 2; pass++) {
            int grow = pass == 0 ? at.line() : 0;
            Color color = pass == 0 ? OverlayPalette.PANEL : OverlayPalette.NOW;
            int thick = Math.max(3, at.px(3)) + 2 * grow;
            for (int i = 0; i < path.count(); i++) {
                TimelinePath.Stretch s = path.stretch(i);
                int y = pathY(s.row());
                int x = at.left(s.from());
                if (at.shows(s.row()) && s.to() > axis.fromNs() && s.from() < axis.toNs()) {
                    brush.rect(x - grow, y - thick / 2f, at.left(s.to()) - x + 2 * grow, thick, color);
                }
                if (i > 0 && s.from() >= axis.fromNs() && s.from() <= axis.toNs()) {
                    int other = at.within(pathY(path.stretch(i - 1).row()));
                    int here = at.within(y);
                    int low = Math.min(other, here);
                    brush.rect(x - thick / 2f, low - thick / 2f, thick, Math.abs(other - here) + thick, color);
                }
            }
        }
    }

    private int pathY(int row) {
        return at.band(row) + at.bandHeight() - at.px(2);
    }

    private void outline(Brush brush, TimelineModel.Pick pick, Color color) {
        int y = at.band(pick.row());
        if (!at.shows(pick.row())) {
            return;
        }
        SpanTrack spans = model.rows().get(pick.row()).spans();
        int h = spans.kind(pick.span()) == SpanKind.HOLD ? at.strip() : at.bandHeight();
        int x = at.left(spans.startNs(pick.span()));
        int wide = Math.max(3 * at.line(), at.left(spans.endNs(pick.span())) - x);
        int edge = 2 * at.line();
        if (color == OverlayPalette.NOW) {
            brush.rect(x, y, wide, h, OverlayPalette.CHOSEN);
        }
        brush.rect(x - at.line(), y - edge, wide + 2 * at.line(), edge, color);
        brush.rect(x - at.line(), y + h, wide + 2 * at.line(), edge, color);
        brush.rect(x - edge, y - edge, edge, h + 2 * edge, color);
        brush.rect(x + wide, y - edge, edge, h + 2 * edge, color);
    }
}
