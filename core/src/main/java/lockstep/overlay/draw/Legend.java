package lockstep.overlay.draw;

import com.badlogic.gdx.utils.Align;
import lockstep.time.SpanKind;

/** The meaning of the colours, in two rows. Rendering lane; allocates nothing. */
public final class Legend {
    private static final SpanKind[] KINDS = {
        SpanKind.WORK, SpanKind.GUARD_WAIT, SpanKind.BARRIER_WAIT, SpanKind.PERMIT_WAIT, SpanKind.HOLD,
        SpanKind.IO, SpanKind.UPLOAD, SpanKind.SWAP, SpanKind.PACE};
    private static final int IN_ROW = 5;
    /** Where the items of a row begin, as shares of the width. */
    private static final float[] STARTS = {0, 0.17f, 0.41f, 0.6f, 0.79f};

    private int x;
    private int middle;
    private int width;
    private int row;
    private int swatchWidth;
    private int swatchHeight;
    private int line;

    /** Places the two rows around the height {@code middle}, px. */
    public void place(int x, int middle, int width, float scale) {
        this.x = x;
        this.middle = middle;
        this.width = width;
        row = Math.round(18 * scale);
        swatchWidth = Math.round(20 * scale);
        line = Math.max(1, Math.round(scale));
        swatchHeight = Math.round(12 * scale);
    }

    private int left(int i) {
        return x + Math.round(STARTS[i % IN_ROW] * width);
    }

    private int center(int i) {
        return middle + (i < IN_ROW ? row / 2 : -row / 2);
    }

    /** Draws the opaque part. */
    public void drawSwatches(Brush brush) {
        for (int i = 0; i < KINDS.length; i++) {
            int bottom = center(i) - swatchHeight / 2;
            if (KINDS[i] == SpanKind.HOLD) {
                brush.rect(left(i), bottom, swatchWidth, swatchHeight, OverlayPalette.of(SpanKind.WORK));
                brush.rect(left(i), bottom, swatchWidth, swatchHeight / 3f, OverlayPalette.of(SpanKind.HOLD));
            } else {
                brush.rect(left(i), bottom, swatchWidth, swatchHeight, OverlayPalette.of(KINDS[i]));
            }
        }
        brush.rect(left(KINDS.length), center(KINDS.length) - line, swatchWidth, 2 * line, OverlayPalette.FRAME_MARK);
    }

    /** Hatches the waits. */
    public void drawHatches(Brush brush) {
        for (int i = 0; i < KINDS.length; i++) {
            if (OverlayPalette.hatched(KINDS[i])) {
                brush.hatch(left(i), center(i) - swatchHeight / 2, swatchWidth, swatchHeight, 0, OverlayPalette.HATCH);
            }
        }
    }

    /** Lays the words out. */
    public void label(TextSheet sheet) {
        for (int i = 0; i < KINDS.length; i++) {
            sheet.add(KINDS[i].word(), left(i) + swatchWidth * 1.3f, center(i), Align.left, OverlayPalette.DIM);
        }
        sheet.add("not ended", left(KINDS.length) + swatchWidth * 1.3f, center(KINDS.length), Align.left, OverlayPalette.DIM);
    }
}
