package lockstep.overlay;

import lockstep.view.Art;
import lockstep.view.Canvas;

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
    private long budgetNs;

    CompactView(OverlayModel model, Headline headline) {
        this.model = model;
        this.headline = headline;
        plot = new FramePlot(model.frames());
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    /** Fits itself to the frame. Returns true if text must be laid out anew. */
    boolean layOut(Canvas canvas) {
        boolean changed = scale != canvas.scale();
        scale = canvas.scale();
        changed |= bold.lookUp(canvas) | small.lookUp(canvas);
        if (changed) {
            plot.place(px(EDGE), px(24), px(WIDTH - 2 * EDGE), px(44), scale);
        }
        return changed;
    }

    /** Writes its text: what made a frame late takes the place of the worst wait for some seconds. */
    void refresh(WorstWait guardWaits, WorstWait barrierWaits, long nowNs) {
        budgetNs = model.budgetNs().getAsLong();
        bold.clear();
        small.clear();
        headline.frames(bold, small, px(EDGE), px(WIDTH - EDGE), px(HEIGHT - 13));
        if (!headline.culprit(small, px(EDGE), px(WIDTH - 2 * EDGE), px(12), nowNs)) {
            headline.worstWait(small, px(EDGE), px(WIDTH - 2 * EDGE), px(12), guardWaits, barrierWaits);
        }
        plot.label(small, budgetNs, px(LABEL_HEIGHT));
    }

    /** Draws itself. */
    void draw(Canvas canvas, Brush brush) {
        brush.opaque();
        int line = Math.max(1, px(1));
        brush.rect(0, 0, px(WIDTH), px(HEIGHT), Palette.LINE);
        brush.rect(0, 0, px(WIDTH) - line, px(HEIGHT) - line, Palette.PANEL);
        plot.drawBars(brush, budgetNs);
        brush.blended();
        plot.drawHatches(brush);
        plot.drawPlates(brush, budgetNs, px(LABEL_WIDTH), px(LABEL_HEIGHT));
        bold.draw(canvas.batch());
        small.draw(canvas.batch());
    }
}
