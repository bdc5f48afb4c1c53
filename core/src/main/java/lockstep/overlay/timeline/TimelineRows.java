package lockstep.overlay.timeline;

/** Where the rows of a timeline are, in px. Rendering lane. */
final class TimelineRows {
    private static final int PAD = 4;

    private final TimelineModel model;
    private final TimelineAxis axis;
    private int top;
    private int rowHeight = 1;
    private float scale = 1;
    private int line = 1;

    TimelineRows(TimelineModel model) {
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

    /** Px for {@code design} px of the 1280x720 design. */
    int px(float design) {
        return Math.round(design * scale);
    }

    /** Width of the thinnest line. */
    int line() {
        return line;
    }

    int bandHeight() {
        return rowHeight - 2 * px(PAD);
    }

    /** Height of the strip that shows holds, at the bottom of a band. */
    int strip() {
        return Math.max(2, bandHeight() / 4);
    }

    /** Bottom of the band of a row, which may lie outside. */
    int band(int row) {
        return top - (row - model.first() + 1) * rowHeight + px(PAD);
    }

    /** Bottom of the last row. */
    int bottom() {
        return top - model.visible() * rowHeight;
    }

    /** Top of the first row. */
    int top() {
        return top;
    }

    /** A height limited to the rows shown. */
    int within(int y) {
        return Math.max(bottom(), Math.min(top, y));
    }

    /** True if a row is shown. */
    boolean shows(int row) {
        return row >= model.first() && row < model.first() + model.visible();
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

    /** Px from the left of an instant, limited to the axis. */
    int left(long ns) {
        return Math.round(Math.max(axis.left(), Math.min(axis.right(), axis.px(ns))));
    }
}
