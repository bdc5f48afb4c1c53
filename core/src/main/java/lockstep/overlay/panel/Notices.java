package lockstep.overlay.panel;

import com.badlogic.gdx.graphics.Color;
import java.util.ArrayList;
import java.util.List;
import lockstep.engine.Lane;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.overlay.draw.Wrapping;
import lockstep.sync.FaultSpec;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;

/**
 * A prominent plate at the lower left: that all lanes are paused, and where; what is planted; the answer to a key pressed while
 * the panel is closed. Rendering lane; allocates nothing unless there is something new.
 */
final class Notices {
    private static final long REFRESH_NS = 200_000_000;
    private static final long TOAST_NS = 3_000_000_000L;
    private static final int LINE = 20, PAD = 12, MOST_PARTS = 3;

    /** One line; {@code head} for the first of a plate. */
    record Line(String text, Color color, boolean head) {
    }

    private final PanelModel model;
    private final Warnings warnings;
    private final LateToast late;
    private final TextSheet bold = new TextSheet(Art.Face.BOLD, 17);
    private final TextSheet words = new TextSheet(Art.Face.WORDS, 14);
    private final List<Line> lines = new ArrayList<>();
    private List<FaultSpec> planted = List.of();
    private boolean paused;
    private final NoticePlace place = new NoticePlace();
    private boolean toast;
    private String lateSays = "";
    private String said = "";
    private long saidNs;
    private long refreshedNs;
    private float wide;
    private int high;
    private float scale;

    Notices(PanelModel model, LateToast late) {
        this.model = model;
        warnings = new Warnings(model.game());
        this.late = late;
    }

    /** Says where a screen's dialog lies in this frame, px from the bottom left; {@code w} is 0 if there is none. */
    void dialog(float x, float y, float w, float h) {
        place.dialog(x, y, w, h);
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    /** True if there is anything to draw. */
    boolean any(long nowNs) {
        String says = model.asking().says();
        if (!says.equals(said)) {
            said = says;
            saidNs = nowNs;
            refreshedNs = 0;
        }
        String sentence = late.sentence(nowNs);
        if (sentence != lateSays) {
            lateSays = sentence;
            refreshedNs = 0;
        }
        toast = !model.isOpen() && !said.isEmpty() && nowNs - saidNs < TOAST_NS;
        return toast || !lateSays.isEmpty() || paused || model.game().races().isOn() || model.game().deadlocks().count() > 0
            || model.game().paused() || !lines.isEmpty() || planted != model.game().planted();
    }

    /**
     * Draws the plate above {@code base} px that are taken at the bottom, after {@link #any} was true; leaves late frames out if
     * {@code looked}, that is, if they are already shown.
     */
    void draw(Canvas canvas, Brush brush, int right, int base, boolean looked, long nowNs) {
        LiveGame game = model.game();
        boolean fonts = bold.lookUp(canvas) | words.lookUp(canvas);
        scale = canvas.scale();
        boolean moved =
            place.room(scale, right, canvas.height(), base) || planted != game.planted() || paused != game.paused();
        if (fonts || moved || nowNs - refreshedNs >= REFRESH_NS) {
            refreshedNs = nowNs;
            planted = game.planted();
            paused = game.paused();
            refresh(nowNs, looked);
        }
        if (high == 0) {
            return;
        }
        int edge = Math.max(2, px(2));
        brush.opaque();
        brush.rect(place.left(), place.bottom(), wide, high, paused ? OverlayPalette.HOLD_TEXT : OverlayPalette.WARN);
        brush.rect(place.left() + edge, place.bottom() + edge, wide - 2 * edge, high - 2 * edge, OverlayPalette.PANEL);
        brush.blended();
        bold.draw(canvas.batch());
        words.draw(canvas.batch());
    }

    /** How many px the plate takes of the lower left corner, from the left; 0 without one. */
    int cornerWidth() {
        return high == 0 ? 0 : Math.round(wide) + 2 * place.left();
    }

    /** How many px it takes there above {@code dock} px. */
    int cornerHeight(int dock) {
        return high == 0 ? 0 : place.corner(high, dock);
    }

    private void refresh(long nowNs, boolean looked) {
        lines.clear();
        if (paused) {
            pauseLines();
        }
        lines.addAll(warnings.lines(nowNs));
        if (toast) {
            lines.add(new Line(said, model.asking().bad() ? OverlayPalette.LATE : OverlayPalette.TEXT, false));
        }
        if (!lateSays.isEmpty() && !looked && !place.besideDialog()) {
            lines.add(new Line(lateSays, OverlayPalette.LATE, false));
            lines.add(new Line(late.count(), OverlayPalette.DIM, false));
        }
        bold.clear();
        words.clear();
        lay();
    }

    /** Breaks lines that are too long; lines that do not fit are left out. */
    private void lay() {
        List<Line> broken = new ArrayList<>();
        float most = place.width() - 2 * px(PAD);
        wide = 0;
        for (Line l : lines) {
            TextSheet sheet = l.head ? bold : words;
            for (String part : Wrapping.lines(l.text, most, MOST_PARTS, sheet::width)) {
                broken.add(new Line(part, l.color, l.head));
                wide = Math.max(wide, Math.min(most, sheet.width(part)) + 2 * px(PAD));
            }
        }
        int fit = Math.max(0, (place.height(wide) - px(PAD)) / px(LINE));
        int shown = Math.min(fit, broken.size());
        high = shown == 0 ? 0 : px(LINE) * shown + px(PAD);
        float top = place.bottom() + high - px(PAD / 2f);
        for (int i = 0; i < shown; i++) {
            Line l = broken.get(i);
            (l.head ? bold : words).addCut(l.text, place.left() + px(PAD), top - px(LINE) * (i + 0.5f), most, l.color);
        }
    }

    private void pauseLines() {
        LiveGame game = model.game();
        Lane chosen = model.lanePause().chosen();
        lines.add(new Line("All lanes paused   \u00b7   tick " + game.tick() + "   \u00b7   frame " + game.frame(),
            OverlayPalette.HOLD_TEXT, true));
        for (Lane lane : model.lanePause().lanes()) {
            lines.add(new Line((lane == chosen ? "\u2192 " : "") + lane.name() + ": " + LanePause.where(lane),
                lane == chosen ? OverlayPalette.WORK_TEXT : OverlayPalette.TEXT, false));
        }
        lines.add(new Line("F6 resume   \u00b7   F7 one tick   \u00b7   Shift+F7 one step of " + chosen.name()
            + (model.isOpen() ? "" : "   \u00b7   Tab another lane"),
            OverlayPalette.DIM, false));
    }
}
