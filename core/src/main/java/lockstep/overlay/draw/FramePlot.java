package lockstep.overlay.draw;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import lockstep.time.FrameLog;

/**
 * Frame times as bars on a fixed axis from 0 to 50 ms, newest at the right, with lines at one and two budgets. Late frames are
 * red and hatched, other frames over budget amber; bars beyond the axis have a cap; frames not judged are dim. Rendering lane;
 * allocates nothing.
 */
public final class FramePlot {
    private static final double AXIS_NS = 50e6;
    /** Drawn where there is no cap: the budget of 60 Hz. */
    private static final long USUAL_BUDGET_NS = 16_666_667;

    private final FrameLog log;
    private final BarColumns bars = new BarColumns();
    private final StringBuilder text = new StringBuilder(32);
    private int x;
    private int y;
    private int width;
    private int height;
    private int bar = 1;
    private int line = 1;
    private int ruleWidth;

    /** A plot of the frames of {@code log}. */
    public FramePlot(FrameLog log) {
        this.log = log;
    }

    /** Places the plot, px; a bar is 2 px of the 1280x720 design wide. */
    public void place(int x, int y, int width, int height, float scale) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        bar = Math.max(1, (int) (2 * scale));
        line = Math.max(1, Math.round(scale));
    }

    private int up(double ns) {
        return (int) Math.round(Math.min(1, ns / AXIS_NS) * height);
    }

    private static long budget(long budgetNs) {
        return budgetNs > 0 ? budgetNs : USUAL_BUDGET_NS;
    }

    /** Draws the opaque part. */
    public void drawBars(Brush brush, long budgetNs) {
        brush.rect(x, y, width, height, OverlayPalette.ROW);
        int room = width / bar;
        bars.update(log, room, room * 2 >= FrameLog.KEPT ? 1 : (FrameLog.KEPT + room - 1) / room);
        int left = x + width - bars.count() * bar;
        for (int i = 0; i < bars.count(); i++) {
            int at = left + i * bar;
            int top = Math.max(2 * line, up(bars.ns(i)));
            boolean late = bars.late(i);
            brush.rect(at, y, bar, top, color(i));
            if (!late) {
                brush.rect(at, y + top - 2 * line, bar, 2 * line,
                    bars.judged(i) ? OverlayPalette.BAR_TOP : OverlayPalette.FRAME_MARK);
            } else if (bars.ns(i) > AXIS_NS) {
                brush.rect(at, y + height - 3 * line, bar, 3 * line, OverlayPalette.NOW);
            }
        }
        for (int i = 1; i <= 2; i++) {
            int at = up(i * (double) budget(budgetNs));
            if (at < height) {
                brush.rect(x, y + at, width, line, OverlayPalette.BUDGET);
            }
        }
    }

    private Color color(int i) {
        if (bars.late(i)) {
            return OverlayPalette.LATE;
        }
        return !bars.overBudget(i) ? OverlayPalette.BAR : bars.judged(i) ? OverlayPalette.OVER : OverlayPalette.OVER_DIM;
    }

    /** Hatches the late frames. */
    public void drawHatches(Brush brush) {
        int left = x + width - bars.count() * bar;
        for (int i = 0; i < bars.count(); i++) {
            if (bars.late(i)) {
                brush.hatch(left + i * bar, y, bar, up(bars.ns(i)), left + (long) i * bar, OverlayPalette.HATCH);
            }
        }
    }

    private boolean labelled(double ns, int labelHeight) {
        return up(ns) + 2 * labelHeight < height;
    }

    /** Draws dark plates, {@code labelPx} wide, that keep the labels legible over the bars. */
    public void drawPlates(Brush brush, long budgetNs, int labelPx, int labelHeight) {
        for (int i = 1; i <= 2; i++) {
            double ns = i * (double) budget(budgetNs);
            if (labelled(ns, labelHeight)) {
                brush.rect(x, y + up(ns) + line, labelPx, labelHeight, OverlayPalette.PANEL);
            }
        }
        brush.rect(x, y + height - labelHeight, labelPx, labelHeight, OverlayPalette.ROW);
    }

    /** True if a bar shows frames that the rule does not judge. */
    public boolean showsUnjudged() {
        return bars.count() > 0 && !bars.judged(0);
    }

    /** Lays out the rule for late frames at the right end of the axis, or that the oldest bars are not judged. */
    public void labelRule(TextSheet sheet, int labelHeight) {
        text.setLength(0);
        if (showsUnjudged()) {
            text.append("dim bars: not judged, the rule needs ").append(FrameLog.MEDIAN_OF).append(" frames before");
        } else {
            text.append("late: above ").append(log.rule().words());
        }
        ruleWidth =
            Math.round(sheet.add(text, x + width - 4 * line, y + height - labelHeight / 2f, Align.right, OverlayPalette.DIM))
                + 8 * line;
    }

    /** Draws the dark plate behind the rule. */
    public void drawRulePlate(Brush brush, int labelHeight) {
        brush.rect(x + width - ruleWidth, y + height - labelHeight, ruleWidth, labelHeight, OverlayPalette.ROW);
    }

    /** Lays the labels out: budgets on their lines, the end of the axis at the top. */
    public void label(TextSheet sheet, long budgetNs, int labelHeight) {
        for (int i = 1; i <= 2; i++) {
            double ns = i * (double) budget(budgetNs);
            if (labelled(ns, labelHeight)) {
                text.setLength(0);
                Figures.fixed(text, ns / 1e6, 1).append(" ms");
                sheet.add(text, x + 4 * line, y + up(ns) + line + labelHeight / 2f, Align.left, OverlayPalette.BUDGET);
            }
        }
        sheet.add("50 ms", x + 4 * line, y + height - labelHeight / 2f, Align.left, OverlayPalette.DIM);
    }
}
