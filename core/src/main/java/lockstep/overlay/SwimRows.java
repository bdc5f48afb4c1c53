package lockstep.overlay;

import java.util.Arrays;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.Columns;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.time.SpanKind;

/**
 * Draws the last 100 ms of lanes, newest at the right. The band of a row shows what the lane did; the strip at its bottom shows
 * that it held a guard meanwhile. Rendering lane; allocates nothing.
 */
final class SwimRows {
    /** Time shown, ns. */
    static final long SHOWN_NS = 100_000_000;
    private static final int MOST_COLUMNS = Columns.ROOM - 512;

    private static final int WORK = SpanKind.WORK.ordinal();

    private final short[] marks = new short[MOST_COLUMNS];
    private short[][] looks = new short[0][];
    private int x;
    private int width;
    private int columnPx = 1;
    private int line = 1;

    /** Places the rows, px; true if the duration of a column changed. */
    boolean place(int x, int width, float scale) {
        int before = columns();
        this.x = x;
        this.width = Math.max(1, width); // a window may be narrower than what stands left of the lanes
        columnPx = (this.width + MOST_COLUMNS - 1) / MOST_COLUMNS;
        line = Math.max(1, Math.round(scale));
        return columns() != before;
    }

    private int columns() {
        return width / columnPx;
    }

    /** Duration of a column, ns. */
    long nsPerColumn() {
        return SHOWN_NS / Math.max(1, columns());
    }

    /** Prepares to draw {@code rows} rows; allocates when there are more than ever before. */
    void rows(int rows) {
        int had = looks.length;
        if (rows > had) {
            looks = Arrays.copyOf(looks, rows);
            for (int i = had; i < rows; i++) {
                looks[i] = new short[MOST_COLUMNS];
            }
        }
    }

    /** Draws the opaque part of row number {@code row}. */
    void drawBands(Brush brush, int row, Columns lane, long nowNs, int y, int height) {
        int n = columns();
        short[] look = looks[row];
        lane.looks(lane.column(nowNs) - n + 1, n, look);
        brush.rect(x, y, width, height, OverlayPalette.ROW);
        int strip = Math.max(2, height / 4);
        for (int i = 0; i < n;) {
            int same = look[i] & Columns.BAND_BITS;
            int from = i++;
            while (i < n && (look[i] & Columns.BAND_BITS) == same) {
                i++;
            }
            int kind = Columns.band(same);
            int left = x + from * columnPx;
            int wide = (i - from) * columnPx;
            if (kind == WORK) {
                brush.rect(left, y, wide, height, OverlayPalette.work(Columns.shade(same)));
            } else if (kind != Columns.NOTHING) {
                brush.rect(left, y, wide, height, OverlayPalette.of(SpanKind.of(kind)));
            } else if (Columns.open(same)) {
                brush.rect(left, y + height / 2 - line, wide, 2 * line, OverlayPalette.FRAME_MARK);
            }
        }
        for (int i = 0; i < n; i++) {
            int from = i;
            while (i < n && Columns.held(look[i])) {
                i++;
            }
            if (i > from) {
                brush.rect(x + from * columnPx, y, (i - from) * columnPx, strip + line, OverlayPalette.PANEL);
                brush.rect(x + from * columnPx, y, (i - from) * columnPx, strip, OverlayPalette.of(SpanKind.HOLD));
            }
        }
    }

    /** Hatches a row's waits for other lanes; after {@link #drawBands} in the same frame. */
    void drawHatches(Brush brush, int row, Columns lane, long nowNs, int y, int height) {
        int n = columns();
        long first = lane.column(nowNs) - n + 1;
        short[] look = looks[row];
        for (int i = 0; i < n; i++) {
            int from = i;
            int kind = Columns.band(look[i]);
            if (kind != Columns.NOTHING && OverlayPalette.hatched(SpanKind.of(kind))) {
                while (i + 1 < n && Columns.band(look[i + 1]) == kind) {
                    i++;
                }
                brush.hatch(x + from * columnPx, y, (i + 1 - from) * columnPx, height, (first + from) * columnPx,
                    OverlayPalette.HATCH);
            }
        }
    }

    /** Draws the ends of frames and the current time over all rows. */
    void drawMarks(Brush brush, Columns drawing, long nowNs, int y, int height) {
        int n = columns();
        drawing.looks(drawing.column(nowNs) - n + 1, n, marks);
        for (int i = 0; i < n; i++) {
            if (Columns.marked(marks[i])) {
                brush.rect(x + i * columnPx, y, line, height, OverlayPalette.FRAME_MARK);
            }
        }
        brush.rect(x + width - line, y, line, height, OverlayPalette.NOW);
    }
}
