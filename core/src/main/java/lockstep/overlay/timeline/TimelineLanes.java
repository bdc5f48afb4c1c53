package lockstep.overlay.timeline;

import com.badlogic.gdx.graphics.Color;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.time.SpanKind;

/**
 * Draws what lanes did: spans to scale on rows, holds as a strip at the bottom, an edge at the top where a planted fault fired.
 * Rendering lane; allocates nothing.
 */
final class TimelineLanes {
    private final TimelineModel model;
    private final TimelineAxis axis;
    private final TimelineRows at;

    TimelineLanes(TimelineModel model, TimelineRows at) {
        this.model = model;
        axis = model.axis();
        this.at = at;
    }

    private static boolean thin(SpanKind kind) {
        return kind != SpanKind.WORK && kind != SpanKind.PACE && kind != SpanKind.SWAP;
    }

    private Color color(TimelineRow row, int span) {
        SpanKind kind = row.spans().kind(span);
        return kind == SpanKind.WORK ? OverlayPalette.work(row.shade(span)) : OverlayPalette.of(kind);
    }

    /** Draws the opaque part, with lines {@code tickNs} apart. */
    void drawBands(Brush brush, long tickNs) {
        for (int i = 0; i < model.visible(); i++) {
            brush.rect(axis.left(), at.band(model.first() + i), axis.right() - axis.left(), at.bandHeight(), OverlayPalette.ROW);
        }
        long origin = model.shown().late().startNs();
        for (long t = origin + Math.floorDiv(axis.fromNs() - origin, tickNs) * tickNs + tickNs; t < axis.toNs(); t += tickNs) {
            brush.rect(at.left(t), at.bottom(), at.line(), at.top() - at.bottom(), OverlayPalette.LINE);
        }
        for (int i = 0; i < model.visible(); i++) {
            TimelineRow row = model.rows().get(model.first() + i);
            int y = at.band(model.first() + i);
            drawOpen(brush, row, y);
            drawPieces(brush, row, y, false);
            drawPieces(brush, row, y, true);
            drawHolds(brush, row, y);
        }
    }

    /** Draws spans; short ones are drawn last ({@code thin}) and never invisibly thin. */
    private void drawPieces(Brush brush, TimelineRow row, int y, boolean thin) {
        int least = thin ? Math.max(2, at.px(2)) : 1;
        for (int p = row.pieceEndingAfter(axis.fromNs()); p < row.pieces() && row.from(p) < axis.toNs(); p++) {
            if (thin(row.spans().kind(row.span(p))) == thin) {
                int x = at.left(row.from(p));
                int gap = at.left(row.to(p)) - x > 4 * at.line() ? at.line() : 0;
                int wide = Math.max(least, at.left(row.to(p)) - x - gap);
                brush.rect(x, y, wide, at.bandHeight(), color(row, row.span(p)));
                if (row.spans().fault(row.span(p)) > 0) {
                    brush.rect(x, y + at.bandHeight() - at.px(3), wide, at.px(3), OverlayPalette.WARN);
                }
            }
        }
    }

    /**
     * Draws a line where the lane's activity is unknown because its span had not ended. A wait that had not ended is drawn over
     * it.
     */
    private void drawOpen(Brush brush, TimelineRow row, int y) {
        int from = at.left(row.toldUntil(axis.fromNs()));
        brush.rect(from, y + at.bandHeight() / 2 - at.line(), axis.right() - from, 2 * at.line(), OverlayPalette.FRAME_MARK);
    }

    private void drawHolds(Brush brush, TimelineRow row, int y) {
        for (int i = 0; i < row.holds(); i++) {
            int hold = row.hold(i);
            if (row.spans().endNs(hold) > axis.fromNs() && row.spans().startNs(hold) < axis.toNs()) {
                int x = at.left(row.spans().startNs(hold));
                int wide = Math.max(2 * at.line(), at.left(row.spans().endNs(hold)) - x);
                brush.rect(x, y, wide, at.strip() + at.line(), OverlayPalette.PANEL);
                brush.rect(x, y, wide, at.strip(), OverlayPalette.of(SpanKind.HOLD));
            }
        }
    }

    /** Hatches the waits for other lanes. */
    void drawHatches(Brush brush) {
        for (int i = 0; i < model.visible(); i++) {
            drawHatches(brush, model.rows().get(model.first() + i), at.band(model.first() + i));
        }
    }

    private void drawHatches(Brush brush, TimelineRow row, int y) {
        for (int p = row.pieceEndingAfter(axis.fromNs()); p < row.pieces() && row.from(p) < axis.toNs(); p++) {
            int x = at.left(row.from(p));
            int wide = at.left(row.to(p)) - x;
            if (wide > 2 * at.line() && OverlayPalette.hatched(row.spans().kind(row.span(p)))) {
                brush.hatch(x, y, wide, at.bandHeight(), x, OverlayPalette.HATCH);
            }
        }
    }
}
