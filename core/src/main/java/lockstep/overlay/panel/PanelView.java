package lockstep.overlay.panel;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import java.util.List;
import lockstep.engine.Lane;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.overlay.draw.Wrapping;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;

/**
 * Draws the panel at the right edge, above the dock, and finds what is under the pointer. Numbers are px of the 1280x720 design
 * from the panel's upper left corner. Rendering lane; lays its text out again ten times a second and after each event.
 */
final class PanelView {
    private static final int WIDTH = 500;
    private static final int EDGE = 14, TABS_TOP = 44, TABS_HEIGHT = 28, TOP = 82, NAME = 104;
    private static final int ROW = 25, LEAST_ROW = 16;
    private static final int VALUE_LEFT = 118, VALUE_RIGHT = 268, NOTE = 280, FOOT = 104, LINE = 17, HEADS = 20;
    private static final String HINT = "arrows choose and change · Enter does · Tab next page · Esc closes";

    private static final String TOO_SMALL = "The window is too small for this page. Make it larger, or press F2 to close.";
    private static final String GUARDS_HELP =
        "The rendering lane looks once a frame; 'lately' is the share of its last looks.";

    private final PanelModel model;
    private final TextSheet bold = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet title = new TextSheet(Art.Face.BOLD, 17);
    private final TextSheet words = new TextSheet(Art.Face.WORDS, 13);
    private final TextSheet numbers = new TextSheet(Art.Face.NUMBERS, 12);
    private List<PanelRow> rows = List.of();
    private float scale = 1;
    /** Height of a line; less than {@code ROW} where the page would not fit otherwise. */
    private float row = ROW;
    private int left;
    private int width;
    private int top;
    private int bottom;

    PanelView(PanelModel model) {
        this.model = model;
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    private float x(float design) {
        return left + px(design);
    }

    private int y(float design) {
        return top - px(design);
    }

    /** Adapts to the frame's size, with {@code dock} px covered at the bottom; true if text must be laid out again. */
    boolean layOut(Canvas canvas, int dock) {
        width = Math.min(canvas.width(), Math.round(WIDTH * canvas.scale()));
        int nowLeft = canvas.width() - width;
        boolean changed = scale != canvas.scale() || left != nowLeft || top != canvas.height() || bottom != dock;
        scale = canvas.scale();
        left = nowLeft;
        top = canvas.height();
        bottom = dock;
        return changed | bold.lookUp(canvas) | words.lookUp(canvas) | numbers.lookUp(canvas) | title.lookUp(canvas);
    }

    /** The panel's left edge, px. */
    int left() {
        return left;
    }

    /** Width in px; 0 before it was first laid out. */
    int width() {
        return width;
    }

    /** True if a page of {@code lines} lines fits into {@code height} px at {@code scale}. */
    static boolean fits(int lines, boolean heads, float scale, int height) {
        return Math.round((TOP + (heads ? HEADS : 0) + LEAST_ROW * lines + FOOT) * scale) <= height;
    }

    /** How high each of {@code lines} lines is, so that they fit into {@code height} px if they can. */
    static float rowHeight(int lines, boolean heads, float scale, int height) {
        float room = height / scale - TOP - (heads ? HEADS : 0) - FOOT;
        return Math.max(LEAST_ROW, Math.min(ROW, room / Math.max(1, lines)));
    }

    private int rowsTop() {
        return TOP + (model.page() == PanelModel.Page.LANES ? HEADS : 0);
    }

    private float rowMiddle(int i) {
        return y(rowsTop() + row * i + row / 2);
    }

    private float cellWidth(int cells) {
        return Math.min(76, (WIDTH - NAME - EDGE) / (float) cells);
    }

    /** Lays the text out. */
    void refresh(List<GuardWatch.Line> guards) {
        rows = model.rows();
        boolean heads = model.page() == PanelModel.Page.LANES;
        boolean fits = fits(rows.size(), heads, scale, top - bottom);
        row = rowHeight(rows.size(), heads, scale, top - bottom);
        rows = fits ? rows : List.of();
        bold.clear();
        words.clear();
        numbers.clear();
        title.clear();
        title.add("How the lanes share", x(EDGE), y(24), Align.left, OverlayPalette.TEXT);
        words.add("F2 or Back closes", x(WIDTH - EDGE), y(24), Align.right, OverlayPalette.DIM);
        PanelModel.Page[] pages = PanelModel.Page.values();
        for (int i = 0; i < pages.length; i++) {
            bold.add(pages[i].title, x(tabLeft(i) + tabWidth() / 2), y(TABS_TOP + TABS_HEIGHT / 2f), Align.center,
                pages[i] == model.page() ? OverlayPalette.TEXT : OverlayPalette.DIM);
        }
        for (int i = 0; i < rows.size(); i++) {
            write(rows.get(i), i, i == model.selected());
        }
        if (!fits) {
            Wrapping.wrap(words, TOO_SMALL, x(EDGE + 4), y(TOP + 8), px(WIDTH - 2 * EDGE - 8), px(LINE), 3, OverlayPalette.WARN);
            return;
        }
        float below = rowsTop() + row * rows.size() + 14;
        switch (model.page()) {
            case LANES -> {
                heads();
                stands(below);
            }
            case GUARDS -> guards(guards);
            case WIDEN -> planted(below);
            case FILE -> text(below);
            case SHARING -> {}
        }
        foot();
    }

    private float tabWidth() {
        return (WIDTH - 2f * EDGE) / PanelModel.Page.values().length;
    }

    private float tabLeft(int i) {
        return EDGE + tabWidth() * i;
    }

    private void write(PanelRow r, int i, boolean selected) {
        float middle = rowMiddle(i);
        words.add(r.label, x(EDGE + 4), middle, Align.left, selected ? OverlayPalette.TEXT : OverlayPalette.DIM);
        boolean idle = r.note != null;
        Color color = idle || r.kind == PanelRow.Kind.FIXED ? OverlayPalette.DIM : OverlayPalette.TEXT;
        switch (r.kind) {
            case DIAL, FIXED -> {
                bold.add(r.value, x((VALUE_LEFT + VALUE_RIGHT) / 2f), middle, Align.center, color);
                if (r.kind == PanelRow.Kind.DIAL) {
                    numbers.add("\u25c0", x(VALUE_LEFT + 8), middle, Align.center,
                        selected ? OverlayPalette.WORK_TEXT : OverlayPalette.FRAME_MARK);
                    numbers.add("\u25b6", x(VALUE_RIGHT - 8), middle, Align.center,
                        selected ? OverlayPalette.WORK_TEXT : OverlayPalette.FRAME_MARK);
                }
                if (idle) {
                    words.addCut(r.kind == PanelRow.Kind.FIXED ? r.note : "no effect " + r.note, x(NOTE), middle,
                        px(WIDTH - NOTE - 8), OverlayPalette.GUARD_TEXT);
                }
            }
            case ACTION -> bold.addCut(r.value, x(VALUE_LEFT), middle, px(WIDTH - VALUE_LEFT - EDGE),
                selected ? OverlayPalette.WORK_TEXT : OverlayPalette.TEXT);
            case TEXT -> bold.add(r.value + (selected ? "_" : ""), x(VALUE_LEFT + 8), middle, Align.left, OverlayPalette.TEXT);
            case PLACE -> {}
        }
    }

    private void heads() {
        List<String> names = model.lanes().columns();
        float wide = cellWidth(names.size());
        for (int c = 0; c < names.size(); c++) {
            words.addCut(names.get(c), x(NAME + wide * c + 3), y(TOP + HEADS / 2f - 2), px(wide - 6), OverlayPalette.DIM);
        }
    }

    private int room(float from) {
        return Math.max(0, (int) (((top - bottom) / scale - FOOT - from) / LINE));
    }

    private void stands(float from) {
        List<Lane> lanes = model.lanePause().lanes();
        int room = room(from);
        for (int i = 0; i < lanes.size() && i < room; i++) {
            float middle = y(from + LINE * i);
            words.addCut(lanes.get(i).name(), x(EDGE + 4), middle, px(NAME - EDGE - 8), OverlayPalette.WORK_TEXT);
            words.addCut(LanePause.where(lanes.get(i)), x(NAME), middle, px(WIDTH - NAME - EDGE), OverlayPalette.DIM);
        }
    }

    private void guards(List<GuardWatch.Line> lines) {
        int room = room(TOP + 8);
        for (int i = 0; i < lines.size() && i < room; i++) {
            GuardWatch.Line l = lines.get(i);
            TextSheet sheet = l.tone() == GuardWatch.Tone.HEAD ? bold : words;
            Color color = switch (l.tone()) {
                case HEAD -> OverlayPalette.TEXT;
                case PLAIN -> OverlayPalette.DIM;
                case HELD -> OverlayPalette.HOLD_TEXT;
                case WAIT -> OverlayPalette.GUARD_TEXT;
                case BARRIER -> OverlayPalette.BARRIER_TEXT;
                case PERMIT -> OverlayPalette.PERMIT_TEXT;
            };
            sheet.addCut(l.text(), x(l.tone() == GuardWatch.Tone.HEAD ? EDGE + 4 : EDGE + 18), y(TOP + 8 + LINE * i),
                px(WIDTH - 2 * EDGE - 18), color);
        }
    }

    private void planted(float from) {
        LiveGame game = model.game();
        int room = room(from);
        bold.add(game.planted().isEmpty() ? "Nothing is planted." : "Planted, fired " + game.fired() + " times so far:",
            x(EDGE + 4), y(from), Align.left, OverlayPalette.TEXT);
        for (int i = 0; i < game.planted().size() && i + 1 < room; i++) {
            words.addCut(game.planted().get(i).words(), x(EDGE + 18), y(from + LINE * (i + 1) + 3), px(WIDTH - 2 * EDGE - 18),
                OverlayPalette.GUARD_TEXT);
        }
    }

    private void text(float from) {
        List<String> lines = model.saving().text();
        int room = room(from);
        int columns = lines.size() > room ? 2 : 1;
        float wide = (WIDTH - 2f * EDGE) / columns;
        for (int i = 0; i < lines.size() && i < columns * room; i++) {
            boolean cut = i == columns * room - 1 && i < lines.size() - 1;
            numbers.addCut(cut ? "..." : lines.get(i), x(EDGE + 4 + wide * (i / room)), y(from + LINE * (i % room)), px(wide - 8),
                lines.get(i).startsWith("[") ? OverlayPalette.WORK_TEXT : OverlayPalette.TEXT);
        }
    }

    private void foot() {
        float x = x(EDGE + 4);
        float wide = px(WIDTH - 2 * EDGE - 8);
        String help = rows.isEmpty() ? GUARDS_HELP : rows.get(model.selected()).help;
        Wrapping.wrap(words, help, x, bottom + px(FOOT - 12), wide, px(LINE), 2, OverlayPalette.TEXT);
        Asking a = model.asking();
        Color color = a.pending() ? OverlayPalette.HOLD_TEXT : a.bad() ? OverlayPalette.LATE : OverlayPalette.BUDGET;
        Wrapping.wrap(words, a.says(), x, bottom + px(FOOT - 52), wide, px(LINE), 2, color);
        words.addCut(HINT, x, bottom + px(12), wide, OverlayPalette.DIM);
    }

    /** Draws the panel. */
    void draw(Canvas canvas, Brush brush) {
        int line = Math.max(1, px(1));
        int wide = canvas.width() - left;
        brush.opaque();
        brush.rect(left, bottom, wide, top - bottom, OverlayPalette.PANEL);
        brush.rect(left, bottom, line, top - bottom, OverlayPalette.LINE);
        brush.rect(left, bottom + px(FOOT), wide, line, OverlayPalette.LINE);
        brush.rect(left, y(TABS_TOP + TABS_HEIGHT), wide, line, OverlayPalette.LINE);
        int tab = model.page().ordinal();
        brush.rect(x(tabLeft(tab)), y(TABS_TOP + TABS_HEIGHT), px(tabWidth()), px(3), OverlayPalette.WORK_TEXT);
        for (int i = 0; i < rows.size(); i++) {
            boolean selected = i == model.selected();
            if (selected) {
                brush.rect(left + line, rowMiddle(i) - px(row / 2), wide, px(row), OverlayPalette.ROW);
                brush.rect(left, rowMiddle(i) - px(row / 2), px(4), px(row), OverlayPalette.WORK_TEXT);
            }
            if (rows.get(i).kind == PanelRow.Kind.TEXT) {
                brush.rect(x(VALUE_LEFT), rowMiddle(i) - px((row - 3) / 2), px(WIDTH - VALUE_LEFT - EDGE), px(row - 3),
                    OverlayPalette.LINE);
            } else if (rows.get(i).kind == PanelRow.Kind.PLACE) {
                cells(brush, rows.get(i).cells, rowMiddle(i), selected, line);
            }
        }
        brush.blended();
        title.draw(canvas.batch());
        bold.draw(canvas.batch());
        words.draw(canvas.batch());
        numbers.draw(canvas.batch());
    }

    private void cells(Brush brush, List<Boolean> cells, float middle, boolean selected, int line) {
        float wide = cellWidth(cells.size());
        for (int c = 0; c < cells.size(); c++) {
            boolean chosen = selected && c == model.lanes().column();
            float at = x(NAME + wide * c + 3);
            int w = px(wide - 10);
            int h = px(Math.min(18, row - 3));
            float low = Math.round(middle - h / 2f);
            brush.rect(at, low, w, h, chosen ? OverlayPalette.NOW : OverlayPalette.LINE);
            int edge = chosen ? Math.max(2, px(2)) : line;
            brush.rect(at + edge, low + edge, w - 2 * edge, h - 2 * edge,
                cells.get(c) ? OverlayPalette.WORK_TEXT : OverlayPalette.PANEL);
        }
    }

    /** True if a place in px from the top left is on the panel. */
    boolean covers(float px, float pyFromTop) {
        return px >= left && px < left + width && top - pyFromTop >= bottom;
    }

    /** The line at a height in px from the top, or -1. */
    int rowAt(float pyFromTop) {
        int at = (int) Math.floor((pyFromTop / scale - rowsTop()) / row);
        return at >= 0 && at < rows.size() ? at : -1;
    }

    /** The tab at a place in px from the top left, or -1. */
    int tabAt(float px, float pyFromTop) {
        float dy = pyFromTop / scale;
        int tab = (int) Math.floor(((px - left) / scale - EDGE) / tabWidth());
        return dy >= TABS_TOP && dy < TABS_TOP + TABS_HEIGHT && tab >= 0 && tab < PanelModel.Page.values().length ? tab : -1;
    }

    /** The position of {@code px} between the arrows of a dial, 0 to 1, or -1. */
    float shareAt(float px) {
        float at = ((px - left) / scale - VALUE_LEFT) / (VALUE_RIGHT - VALUE_LEFT);
        return at >= 0 && at <= 1 ? at : -1;
    }

    /** The cell of a line of cells at px from the left, or -1. */
    int cellAt(int line, float px) {
        int n = line < 0 ? 0 : rows.get(line).cells.size();
        int cell = n == 0 ? -1 : (int) Math.floor(((px - left) / scale - NAME) / cellWidth(n));
        return cell >= 0 && cell < n ? cell : -1;
    }
}
