package lockstep.overlay.timeline;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import lockstep.blame.LateFrame;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.Plates;
import lockstep.overlay.draw.TextSheet;
import lockstep.time.SpanKind;

/** The words on the rows of a timeline: the lane and, where there is room, its spans. Rendering lane. */
final class TimelineLabels {
    private static final int LEAST_LABEL = 30;

    private final TimelineModel model;
    private final TimelineAxis axis;
    private final TimelineRows at;
    private final TimelineInfo info;
    private final Plates plates = new Plates();

    TimelineLabels(TimelineModel model, TimelineRows at, TimelineInfo info) {
        this.model = model;
        axis = model.axis();
        this.at = at;
        this.info = info;
    }

    /** Lays out the names of lanes from {@code x} on and, where there is room, the labels of spans. Allocates. */
    void lay(TextSheet names, TextSheet labels, float x, float most) {
        plates.clear();
        LateFrame late = model.shown().late();
        for (int i = 0; i < model.visible(); i++) {
            int r = model.first() + i;
            TimelineRow row = model.rows().get(r);
            boolean drew = row.name().equals(late.lane());
            names.addCut(row.name(), x, at.band(r) + at.bandHeight() / 2f, most, drew ? OverlayPalette.TEXT : OverlayPalette.DIM);
            int labelled = -1;
            for (int p = row.pieceEndingAfter(axis.fromNs()); p < row.pieces() && row.from(p) < axis.toNs(); p++) {
                boolean inside = row.from(p) < late.endNs() && row.to(p) > late.startNs();
                int from = at.left(inside ? Math.max(row.from(p), late.startNs()) : row.from(p));
                int wide = at.left(inside ? Math.min(row.to(p), late.endNs()) : row.to(p)) - from;
                if (wide >= at.px(LEAST_LABEL) && row.span(p) != labelled
                    && label(labels, row, row.span(p), from, wide, at.band(r), inside)) {
                    labelled = row.span(p);
                }
            }
        }
    }

    /** Lays out a span's label and the fault planted in it or, if there is no room, only the label. */
    private boolean label(TextSheet labels, TimelineRow row, int span, int x, int wide, int y, boolean inside) {
        String what = info.label(model.shown(), row.spans(), span);
        String planted = info.planted(row.spans(), span);
        return !planted.isEmpty() && write(labels, row, span, what + " \u00b7 " + planted, x, wide, y, inside)
            || write(labels, row, span, what, x, wide, y, inside);
    }

    private boolean write(TextSheet labels, TimelineRow row, int span, String text, int x, int wide, int y, boolean inside) {
        float needs = labels.width(text) + at.px(10);
        int from = clearOfPath(x, needs);
        if (from + needs > x + wide) {
            return false;
        }
        SpanKind kind = row.spans().kind(span);
        float middle = y + (at.bandHeight() - at.px(4)) / 2f + at.strip() / 4f;
        boolean plate = OverlayPalette.hatched(kind) || kind == SpanKind.IO;
        if (plate) {
            plates.add(from + at.px(5), middle - at.px(7), needs - at.px(2), at.px(15));
        }
        labels.add(text, from + at.px(plate ? 9 : 6), middle, Align.left,
            inside || plate ? ink(kind, row.shade(span)) : OverlayPalette.DIM);
        return true;
    }

    private static Color ink(SpanKind kind, int shade) {
        return switch (kind) {
            case GUARD_WAIT -> OverlayPalette.GUARD_TEXT;
            case BARRIER_WAIT -> OverlayPalette.BARRIER_TEXT;
            case PERMIT_WAIT -> OverlayPalette.PERMIT_TEXT;
            case IO -> OverlayPalette.TEXT;
            case PACE -> OverlayPalette.DIM;
            case WORK -> (shade & 1) == 0 ? OverlayPalette.PANEL : OverlayPalette.TEXT;
            case HOLD, UPLOAD, SWAP -> OverlayPalette.PANEL;
        };
    }

    /** Where words {@code needs} px wide can begin without a vertical piece of the path crossing them. */
    private int clearOfPath(int x, float needs) {
        int from = x;
        for (int i = 0; i < model.path().count(); i++) {
            int jump = at.left(model.path().stretch(i).from());
            from = jump > from - at.px(4) && jump < from + needs ? jump + at.px(2) : from;
        }
        return from;
    }

    /** Draws the plates that keep words on hatches legible; allocates nothing. */
    void drawPlates(Brush brush) {
        plates.draw(brush);
    }
}
