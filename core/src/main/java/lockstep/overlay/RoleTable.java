package lockstep.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import lockstep.overlay.draw.Figures;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.watch.Reading;

/** The table of roles and lanes below the swim lanes. Rendering lane; allocates nothing. */
final class RoleTable {
    private static final String[] HEADS = {
        "asked Hz", "reached", "work p50", "p99", "max ms", "guard ms/s", "barrier", "permit", "busy %", "CPU %", "KB/s"};
    /** Widths of the columns, px of the 1280x720 design. */
    private static final int[] WIDTHS = {62, 62, 70, 56, 60, 76, 60, 60, 58, 54, 50};
    private static final int ROLE_COLUMNS = 5;

    private final StringBuilder text = new StringBuilder(64);
    private final float[] rights = new float[WIDTHS.length];

    /** Spreads the columns from {@code x} to {@code right}, px. */
    void place(float x, float right) {
        int sum = 0;
        for (int w : WIDTHS) {
            sum += w;
        }
        float at = x;
        for (int i = 0; i < WIDTHS.length; i++) {
            at += WIDTHS[i] * (right - x) / sum;
            rights[i] = at;
        }
    }

    /** Lays out the column heads. */
    void heads(TextSheet small, float middle) {
        for (int i = 0; i < HEADS.length; i++) {
            small.add(HEADS[i], rights[i], middle, Align.right, OverlayPalette.DIM);
        }
    }

    /** Lays out a role's row: its name at {@code x}, its rates and the work of its runs. */
    void role(TextSheet numbers, Reading.RoleReading r, String name, float x, float middle) {
        numbers.add(name, x, middle, Align.left, OverlayPalette.TEXT);
        start();
        put(numbers, 0, middle, r.askedHz() > 0 ? Figures.amount(text, r.askedHz()) : text.append('-'), OverlayPalette.DIM);
        boolean slow = r.askedHz() > 0 && r.hz() < 0.95 * r.askedHz();
        put(numbers, 1, middle, Figures.amount(start(), r.hz()), slow ? OverlayPalette.LATE : OverlayPalette.TEXT);
        put(numbers, 2, middle, Figures.ms(start(), r.workP50()), OverlayPalette.WORK_TEXT);
        put(numbers, 3, middle, Figures.ms(start(), r.workP99()), OverlayPalette.WORK_TEXT);
        put(numbers, 4, middle, Figures.ms(start(), r.workMax()), OverlayPalette.WORK_TEXT);
    }

    /** Lays out the figures of a whole lane. */
    void lane(TextSheet numbers, Reading.LaneReading r, float middle) {
        put(numbers, ROLE_COLUMNS, middle, Figures.ms(start(), r.guardWaitNs()),
            r.guardWaitNs() >= 5e4 ? OverlayPalette.GUARD_TEXT : OverlayPalette.DIM);
        put(numbers, ROLE_COLUMNS + 1, middle, Figures.ms(start(), r.barrierWaitNs()),
            r.barrierWaitNs() >= 5e4 ? OverlayPalette.BARRIER_TEXT : OverlayPalette.DIM);
        put(numbers, ROLE_COLUMNS + 2, middle, Figures.ms(start(), r.permitWaitNs()),
            r.permitWaitNs() >= 5e4 ? OverlayPalette.PERMIT_TEXT : OverlayPalette.DIM);
        put(numbers, ROLE_COLUMNS + 3, middle, Figures.percent(start(), r.busyShare()), OverlayPalette.TEXT);
        put(numbers, ROLE_COLUMNS + 4, middle, Figures.percent(start(), r.cpuShare()), OverlayPalette.TEXT);
        put(numbers, ROLE_COLUMNS + 5, middle, Figures.amount(start(), Math.rint(r.bytesPerSecond() / 1024)),
            OverlayPalette.TEXT);
    }

    private StringBuilder start() {
        text.setLength(0);
        return text;
    }

    private void put(TextSheet numbers, int column, float middle, CharSequence what, Color color) {
        numbers.add(what, rights[column], middle, Align.right, color);
    }
}
