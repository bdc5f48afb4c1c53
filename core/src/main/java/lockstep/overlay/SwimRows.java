package lockstep.overlay;

import lockstep.time.SpanKind;

/**
 * Draws the last 100 ms of lanes, newest at the right. The band of a row shows what the lane did; the strip at its foot
 * shows that it held a guard, whatever else it did. Rendering lane; allocates nothing.
 */
final class SwimRows {
    /** Time shown, ns. */
    static final long SHOWN_NS = 100_000_000;
    private static final int MOST_COLUMNS = Columns.ROOM - 512;

    private int x;
    private int width;
    private int columnPx = 1;
    private int line = 1;

    /** Takes the room from x to the right, px. Returns true if columns last longer or shorter than before. */
    boolean place(int x, int width, float scale) {
        int before = columns();
        this.x = x;
        this.width = width;
        columnPx = (width + MOST_COLUMNS - 1) / MOST_COLUMNS;
        line = Math.max(1, Math.round(scale));
        return columns() != before;
    }

    private int columns() {
        return width / columnPx;
    }

    /** Ns that a column stands for. */
    long nsPerColumn() {
        return SHOWN_NS / Math.max(1, columns());
    }

    /** Draws the opaque part of a row. */
    void drawBands(Brush brush, Columns lane, long nowNs, int y, int height) {
        brush.rect(x, y, width, height, Palette.ROW);
        int n = columns();
        long first = lane.column(nowNs) - n + 1;
        int strip = Math.max(2, height / 4);
        for (int i = 0; i < n; ) {
            int kind = lane.band(first + i);
            int shade = lane.shade(first + i);
            boolean open = kind == Columns.NOTHING && lane.open(first + i);
            int from = i++;
            while (i < n && lane.band(first + i) == kind && lane.shade(first + i) == shade && lane.open(first + i) == open) {
                i++;
            }
            int left = x + from * columnPx;
            int wide = (i - from) * columnPx;
            if (open) {
                brush.rect(left, y + height / 2f - line / 2f, wide, line, Palette.FRAME_MARK);
            } else if (kind == SpanKind.WORK.ordinal()) {
                brush.rect(left, y, wide, height, Palette.work(shade));
            } else if (kind != Columns.NOTHING) {
                brush.rect(left, y, wide, height, Palette.of(SpanKind.of(kind)));
            }
        }
        for (int i = 0; i < n; i++) {
            int from = i;
            while (i < n && lane.held(first + i)) {
                i++;
            }
            if (i > from) {
                brush.rect(x + from * columnPx, y, (i - from) * columnPx, strip + line, Palette.PANEL);
                brush.rect(x + from * columnPx, y, (i - from) * columnPx, strip, Palette.of(SpanKind.HOLD));
            }
        }
    }

    /** Hatches the waits for other lanes. */
    void drawHatches(Brush brush, Columns lane, long nowNs, int y, int height) {
        int n = columns();
        long first = lane.column(nowNs) - n + 1;
        for (int i = 0; i < n; i++) {
            int from = i;
            int kind = lane.band(first + i);
            if (kind != Columns.NOTHING && Palette.hatched(SpanKind.of(kind))) {
                while (i + 1 < n && lane.band(first + i + 1) == kind) {
                    i++;
                }
                brush.hatch(x + from * columnPx, y, (i + 1 - from) * columnPx, height, (first + from) * columnPx, Palette.HATCH);
            }
        }
    }

    /** Draws the ends of frames over all rows, and the present. */
    void drawMarks(Brush brush, Columns drawing, long nowNs, int y, int height) {
        int n = columns();
        long first = drawing.column(nowNs) - n + 1;
        for (int i = 0; i < n; i++) {
            if (drawing.marked(first + i)) {
                brush.rect(x + i * columnPx, y, line, height, Palette.FRAME_MARK);
            }
        }
        brush.rect(x + width - line, y, line, height, Palette.NOW);
    }
}
