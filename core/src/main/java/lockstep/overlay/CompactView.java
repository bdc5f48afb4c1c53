package lockstep.overlay;

import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.FramePlot;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;

/** The small panel at the bottom left: rate, bars, worst wait. Rendering lane; allocates nothing in the steady state. */
final class CompactView {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 96;
    private static final int EDGE = 8;
    private static final int LABEL_WIDTH = 58;
    private static final int LABEL_HEIGHT = 14;

    private final OverlayModel model;
    private final Headline headline;
    private final FramePlot plot;
    private final TextSheet bold = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet small = new TextSheet(Art.Face.WORDS, 12);
    private float scale;
    private int width;
    private long budgetNs;

    CompactView(OverlayModel model, Headline headline) {
        this.model = model;
        this.headline = headline;
        plot = new FramePlot(model.frames());
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    /** Adapts to the frame's size; true if text must be laid out again. */
    boolean layOut(Canvas canvas) {
        int wide = Math.min(canvas.right(), Math.round(WIDTH * canvas.scale()));
        boolean changed = scale != canvas.scale() || width != wide;
        scale = canvas.scale();
        width = wide;
        changed |= bold.lookUp(canvas) | small.lookUp(canvas);
        if (changed) {
            plot.place(px(EDGE), px(24), width - px(2 * EDGE), px(44), scale);
        }
        return changed;
    }

    /** Width in px; 0 before it was first laid out. */
    int width() {
        return width;
    }

    int height() {
        return px(HEIGHT);
    }

    /**
     * Lays out its text; the cause of a late frame replaces the worst wait for some seconds.
     *
     * @param inPlaceOfFull the full overlay is wanted, and the window is too small for it
     */
    void refresh(WorstWait guardWaits, WorstWait barrierWaits, long nowNs, boolean inPlaceOfFull) {
        budgetNs = model.budgetNs().getAsLong();
        bold.clear();
        small.clear();
        headline.frames(bold, small, px(EDGE), width - px(EDGE), px(HEIGHT - 13));
        if (inPlaceOfFull) {
            small.addCut("The window is too small for the full overlay.", px(EDGE), px(12), width - px(2 * EDGE),
                OverlayPalette.WARN);
        } else if (!headline.culprit(small, px(EDGE), width - px(2 * EDGE), px(12), nowNs)) {
            headline.worstWait(small, px(EDGE), width - px(2 * EDGE), px(12), guardWaits, barrierWaits);
        }
        plot.label(small, budgetNs, px(LABEL_HEIGHT));
    }

    /** Draws the panel. */
    void draw(Canvas canvas, Brush brush) {
        brush.opaque();
        int line = Math.max(1, px(1));
        brush.rect(0, 0, width, px(HEIGHT), OverlayPalette.LINE);
        brush.rect(0, 0, width - line, px(HEIGHT) - line, OverlayPalette.PANEL);
        plot.drawBars(brush, budgetNs);
        brush.blended();
        plot.drawHatches(brush);
        plot.drawPlates(brush, budgetNs, px(LABEL_WIDTH), px(LABEL_HEIGHT));
        bold.draw(canvas.batch());
        small.draw(canvas.batch());
    }
}
