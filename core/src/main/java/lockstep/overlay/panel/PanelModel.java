package lockstep.overlay.panel;

import com.badlogic.gdx.Input.Keys;
import java.util.List;
import java.util.function.Consumer;
import lockstep.platform.Pad;
import lockstep.view.menu.Command;

/**
 * What the panel shows, and how it reacts to keys, buttons and pointer; it does no drawing. Only the rendering lane calls it. It
 * never waits: requests go to the running game, and the answer shows when it comes.
 */
final class PanelModel {
    /** The panel's pages. */
    public enum Page {
        SHARING("Sharing"), LANES("Lanes"), GUARDS("Guards"), WIDEN("Widen"), FILE("File");

        public final String title;

        Page(String title) {
            this.title = title;
        }
    }

    private static final Page[] PAGES = Page.values();

    private final LiveGame game;
    private final Consumer<Command> commands;
    private final Asking asking;
    private final LanePause lanePause;
    private final Dials dials;
    private final Lanes lanes;
    private final Widening widening;
    private final Saving saving;
    private final int[] selected = new int[PAGES.length];
    private Page page = Page.SHARING;
    private boolean isOpen;
    private boolean shift;

    public PanelModel(LiveGame game, Consumer<Command> commands) {
        this.game = game;
        this.commands = commands;
        asking = new Asking(game);
        lanePause = new LanePause(game, asking);
        dials = new Dials(game, asking);
        lanes = new Lanes(game, asking, lanePause);
        widening = new Widening(game, asking);
        saving = new Saving(game, asking);
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Opens or closes the panel; while it is open, the ship gets no input. */
    public void open(boolean on) {
        if (on != isOpen) {
            isOpen = on;
            commands.accept(on ? Command.HANDS_OFF : Command.HANDS_ON);
        }
    }

    public Page page() {
        return page;
    }

    public void page(Page to) {
        page = to;
    }

    private void turn(int by) {
        page = PAGES[Math.floorMod(page.ordinal() + by, PAGES.length)];
    }

    /** The lines of the current page that can be chosen. */
    public List<PanelRow> rows() {
        return switch (page) {
            case SHARING -> dials.rows();
            case LANES -> lanes.rows();
            case GUARDS -> List.of();
            case WIDEN -> widening.rows();
            case FILE -> saving.rows();
        };
    }

    /** Index of the chosen line. */
    int selected() {
        return Math.max(0, Math.min(rows().size() - 1, selected[page.ordinal()]));
    }

    void select(int row) {
        selected[page.ordinal()] = row;
    }

    private void move(int by) {
        int n = rows().size();
        if (n > 0) {
            select(Math.max(0, Math.min(n - 1, selected() + by)));
        }
    }

    private void change(int by) {
        if (!rows().isEmpty()) {
            rows().get(selected()).change(by);
        }
    }

    private void choose() {
        if (!rows().isEmpty()) {
            rows().get(selected()).choose();
        }
    }

    /** Once a frame: takes answers. {@code paused} is true if the run is paused in the state that this frame shows. */
    public void poll(boolean paused, long nowNs) {
        lanePause.poll(paused, nowNs);
        asking.poll();
    }

    public Asking asking() {
        return asking;
    }

    public LanePause lanePause() {
        return lanePause;
    }

    public Lanes lanes() {
        return lanes;
    }

    Saving saving() {
        return saving;
    }

    LiveGame game() {
        return game;
    }

    /** A key went down; true if it was handled. */
    public boolean key(int key) {
        switch (key) {
            case Keys.SHIFT_LEFT, Keys.SHIFT_RIGHT -> shift = true;
            case Keys.F2 -> open(!isOpen);
            case Keys.F4 -> {
                boolean on = !game.races().isOn();
                asking.ask("race detector " + (on ? "on" : "off"), game.findRaces(on), a -> {});
            }
            case Keys.F6 -> lanePause.toggle();
            case Keys.F7 -> {
                if (shift) {
                    lanePause.stepLane();
                } else {
                    lanePause.stepTick();
                }
            }
            case Keys.F1, Keys.F11, Keys.PAGE_UP, Keys.PAGE_DOWN, Keys.ALT_LEFT, Keys.ALT_RIGHT -> {
                return false;
            }
            default -> {
                if (!isOpen) {
                    return game.paused() && key == Keys.TAB && chooseLane();
                }
                pageKey(key);
            }
        }
        return true;
    }

    private boolean chooseLane() {
        lanePause.choose(shift ? -1 : 1);
        return true;
    }

    private void pageKey(int key) {
        if (page == Page.FILE && saving.type(key, shift)) {
            return;
        }
        switch (key) {
            case Keys.ESCAPE -> open(false);
            case Keys.TAB -> turn(shift ? -1 : 1);
            case Keys.UP, Keys.W -> move(-1);
            case Keys.DOWN, Keys.S -> move(1);
            case Keys.LEFT, Keys.A -> change(-1);
            case Keys.RIGHT, Keys.D -> change(1);
            case Keys.ENTER, Keys.NUMPAD_ENTER, Keys.SPACE -> choose();
            default -> {}
        }
    }

    /** A key was let go. */
    void keyUp(int key) {
        if (key == Keys.SHIFT_LEFT || key == Keys.SHIFT_RIGHT) {
            shift = false;
        }
    }

    /** A gamepad's button went down; true if it was handled. Start closes the panel and pauses. */
    boolean pad(int bit) {
        if (bit == Pad.BACK) {
            open(!isOpen);
            return true;
        }
        if (isOpen && bit == Pad.START) {
            open(false);
        }
        if (!isOpen) {
            return false;
        }
        switch (bit) {
            case Pad.UP -> move(-1);
            case Pad.DOWN -> move(1);
            case Pad.LEFT -> change(-1);
            case Pad.RIGHT -> change(1);
            case Pad.A -> choose();
            case Pad.B -> open(false);
            case Pad.X -> turn(-1);
            case Pad.Y -> turn(1);
            default -> {}
        }
        return true;
    }

    /** A line was clicked; {@code share} says where on its value: below 0.5 goes to the previous value, above to the next. */
    void click(int row, float share, int cell) {
        List<PanelRow> rows = rows();
        if (row < 0 || row >= rows.size()) {
            return;
        }
        select(row);
        PanelRow r = rows.get(row);
        if (r.kind == PanelRow.Kind.PLACE) {
            if (cell >= 0) {
                lanes.column(cell);
                r.choose();
            }
        } else if (r.kind == PanelRow.Kind.DIAL && share >= 0) {
            r.change(share < 0.5f ? -1 : 1);
        } else if (r.kind != PanelRow.Kind.TEXT) {
            r.choose();
        }
    }

    /** The wheel turned over the chosen line. */
    void scroll(int by) {
        change(by);
    }

    /** The window lost the focus: releases held keys. */
    void focusLost() {
        shift = false;
    }
}
