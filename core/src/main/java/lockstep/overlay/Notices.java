package lockstep.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import java.util.ArrayList;
import java.util.List;
import lockstep.engine.Lane;
import lockstep.sync.FaultSpec;
import lockstep.view.Art;
import lockstep.view.Canvas;

/**
 * Plates in the upper middle that nobody can overlook: that all lanes stand, and where; what is planted; what came of a
 * key pressed while the panel is closed. Rendering lane; allocates nothing while there is nothing new to say.
 */
final class Notices {
    private static final long REFRESH_NS = 200_000_000;
    private static final long TOAST_NS = 3_000_000_000L;
    /** Characters of a line that fit beside an open panel at 1280x720. */
    private static final int LONGEST = 92;
    private static final int TOP = 84, LINE = 20, PAD = 12, CORNER = 200;

    /** One line; the first of a plate is its head. */
    record Line(String text, Color color, boolean head) {
    }

    private final PanelModel model;
    private final Warnings warnings;
    private final LateToast late;
    private final TextSheet bold = new TextSheet(Art.Face.BOLD, 17);
    private final TextSheet words = new TextSheet(Art.Face.WORDS, 14);
    private final List<Line> lines = new ArrayList<>();
    private List<FaultSpec> planted = List.of();
    private boolean standing;
    private boolean toast;
    private String lateSays = "";
    private String said = "";
    private long saidNs;
    private long refreshedNs;
    private float wide;
    private float scale;
    private int free;
    private int covered;
    private float middle;

    Notices(PanelModel model, LateToast late) {
        this.model = model;
        warnings = new Warnings(model.game());
        this.late = late;
    }

    /** So many px are covered from the bottom: what would not stand clear of them is not drawn. */
    void covered(int px) {
        covered = px;
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    /** Looks whether there is anything to draw. */
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
        return toast || !lateSays.isEmpty() || standing || model.game().races().isOn() || model.game().deadlocks().count() > 0 || model.game().standing() || !lines.isEmpty() || planted != model.game().planted();
    }

    /** After {@link #any} said so: draws what there is to say, in the middle of {@code free} px at the left but beside what stands in the corner. */
    void draw(Canvas canvas, Brush brush, int free, long nowNs) {
        LiveGame game = model.game();
        boolean fonts = bold.lookUp(canvas) | words.lookUp(canvas);
        boolean moved = scale != canvas.scale() || this.free != free || planted != game.planted() || standing != game.standing();
        scale = canvas.scale();
        this.free = free;
        if (fonts || moved || nowNs - refreshedNs >= REFRESH_NS) {
            refreshedNs = nowNs;
            planted = game.planted();
            standing = game.standing();
            refresh(canvas, nowNs);
        }
        if (lines.isEmpty()) {
            return;
        }
        int high = px(LINE * lines.size() + PAD);
        int low = canvas.height() - px(TOP) - high;
        if (low < covered) {
            return;
        }
        brush.opaque();
        int edge = Math.max(2, px(2));
        float left = Math.round(middle - wide / 2) - px(PAD);
        brush.rect(left, low, wide + 2 * px(PAD), high, standing ? Palette.HOLD_TEXT : Palette.WARN);
        brush.rect(left + edge, low + edge, wide + 2 * px(PAD) - 2 * edge, high - 2 * edge, Palette.PANEL);
        brush.blended();
        bold.draw(canvas.batch());
        words.draw(canvas.batch());
    }

    private void refresh(Canvas canvas, long nowNs) {
        lines.clear();
        if (standing) {
            stands();
        }
        lines.addAll(warnings.lines(nowNs));
        if (!lateSays.isEmpty()) {
            lines.add(new Line(cut(lateSays), Palette.LATE, false));
            lines.add(new Line(late.count(), Palette.DIM, false));
        }
        if (toast) {
            lines.add(new Line(said, model.asking().bad() ? Palette.LATE : Palette.TEXT, false));
        }
        bold.clear();
        words.clear();
        wide = 0;
        for (Line l : lines) {
            wide = Math.max(wide, (l.head ? bold : words).width(l.text));
        }
        middle = Math.max(free / 2f, Math.min(px(CORNER) + wide / 2, free - wide / 2 - 2 * px(PAD)));
        for (int i = 0; i < lines.size(); i++) {
            Line l = lines.get(i);
            float at = canvas.height() - px(TOP + PAD / 2f + LINE * i + LINE / 2f);
            (l.head ? bold : words).add(l.text, middle, at, Align.center, l.color);
        }
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }

    private void stands() {
        LiveGame game = model.game();
        Lane chosen = model.standing().chosen();
        lines.add(new Line("All lanes stand   \u00b7   tick " + game.tick() + "   \u00b7   frame " + game.frame(), Palette.HOLD_TEXT, true));
        for (Lane lane : model.standing().lanes()) {
            lines.add(new Line((lane == chosen ? "\u2192 " : "") + lane.name() + ": " + Standing.where(lane),
                lane == chosen ? Palette.WORK_TEXT : Palette.TEXT, false));
        }
        lines.add(new Line("F6 go on   \u00b7   F7 one tick   \u00b7   Shift+F7 one step of " + chosen.name()
            + (model.isOpen() ? "" : "   \u00b7   Tab another lane"),
            Palette.DIM, false));
    }
}
