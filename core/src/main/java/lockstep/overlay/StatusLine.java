package lockstep.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import lockstep.overlay.draw.Figures;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.sync.Granularity;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import org.HdrHistogram.Histogram;

/** The line at the bottom: how the lanes share, the damage counted, and the cost of the overlay. Rendering lane. */
final class StatusLine {
    private final OverlayModel model;
    private String sharing;
    private String name;
    private String about;
    private final StringBuilder text = new StringBuilder(64);
    private long lost;
    private long torn;
    private long placeholders;

    StatusLine(OverlayModel model) {
        this.model = model;
        follow(model.topology());
    }

    /** Shows {@code topology} as the one in force. */
    void follow(Topology topology) {
        Sync s = topology.sync();
        name = topology.name();
        about = topology.about();
        sharing = "guard " + s.guard() + "  \u00b7  " + s.granularity().word() + "  \u00b7  hold " + s.hold().word()
            + (s.granularity() == Granularity.REGION ? "  \u00b7  order " + s.order().word() : "")
            + "  \u00b7  barrier " + s.barrier().word() + (s.permits() > 0 ? "  \u00b7  permits " + s.permits() : "");
    }

    /** Lays the line out from x to {@code right}, px: settings at the left, damage and cost at the right. */
    void refresh(TextSheet bold, TextSheet small, float x, float right, float middle, Histogram cost) {
        float gap = small.width("000");
        float at = right;
        at -= small.add("F1", at, middle, Align.right, OverlayPalette.DIM) + gap;
        text.setLength(0);
        Figures.micros(text, cost.getValueAtPercentile(50)).append(" / ");
        Figures.micros(text, cost.getValueAtPercentile(99)).append(" \u00b5s");
        at = pair(small, "overlay p50 / p99", text, at, middle, OverlayPalette.TEXT) - gap;
        // Those of the start were to be expected: only a number that grows is worth a colour.
        long placeholdersNow = model.placeholders().getAsLong();
        text.setLength(0);
        at = pair(small, "placeholders", text.append(placeholdersNow), at, middle,
            placeholdersNow > placeholders ? OverlayPalette.HOLD_TEXT : OverlayPalette.TEXT) - gap;
        placeholders = placeholdersNow;
        // Read while lanes add, a loss can only look too small: the most seen is the truth so far.
        lost = Math.max(lost, model.world().lostUpdates());
        at = damage(small, "lost", lost, at, middle) - gap;
        if (model.redrawnFrames().getAsLong() > 0) {
            at = damage(small, "redrawn", model.redrawnFrames().getAsLong(), at, middle) - gap;
        }
        at = damage(small, "skew", model.skewedFrames().getAsLong(), at, middle) - gap;
        long tornNow = model.tornFrames().getAsLong();
        text.setLength(0);
        at = pair(small, "torn", text.append(tornNow), at, middle,
            tornNow > torn ? OverlayPalette.HOLD_TEXT : tornNow > 0 ? OverlayPalette.LATE : OverlayPalette.TEXT) - gap;
        torn = tornNow;
        float left = x + bold.add(name, x, middle, Align.left, OverlayPalette.TEXT) + gap;
        left += small.addCut(sharing, left, middle, Math.max(0, at - left), OverlayPalette.TEXT) + gap;
        if (at - left > 4 * gap) {
            small.addCut(about, left, middle, at - left, OverlayPalette.DIM);
        }
    }

    private float damage(TextSheet small, String what, long n, float right, float middle) {
        text.setLength(0);
        return pair(small, what, text.append(n), right, middle, n > 0 ? OverlayPalette.LATE : OverlayPalette.TEXT);
    }

    private static float pair(TextSheet small, String what, CharSequence value, float right, float middle, Color color) {
        float at = right - small.add(value, right, middle, Align.right, color) - small.width("0") * 0.7f;
        return at - small.add(what, at, middle, Align.right, OverlayPalette.DIM);
    }
}
