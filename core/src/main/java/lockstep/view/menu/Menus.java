package lockstep.view.menu;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import java.util.function.Consumer;
import lockstep.game.Mode;
import lockstep.platform.Pad;
import lockstep.settings.Settings;

/**
 * Which screen a person sees and what is chosen on it; it does no drawing. Play, pause and game over follow the simulation;
 * title, settings and questions are independent of it. Only the rendering lane calls it.
 */
public final class Menus {
    /** The screens. */
    public enum Screen { TITLE, PLAY, PAUSE, SETTINGS, ASK, OVER }

    /** How long after the loss of the ship keys still held from play choose nothing, s. */
    static final float GUARD_SECONDS = 0.7f;
    private static final Item[] NONE = {};
    private static final Item[] TITLE = {Item.PLAY, Item.SETTINGS, Item.QUIT};
    private static final Item[] PAUSE = {Item.RESUME, Item.RESTART, Item.SETTINGS, Item.TITLE, Item.QUIT};
    private static final Item[] OVER = {Item.AGAIN, Item.TITLE};
    private static final Item[] SETTINGS = {Item.MASTER, Item.EFFECTS, Item.MUSIC, Item.FULLSCREEN, Item.VSYNC,
        Item.FRAME_CAP, Item.SHAKE, Item.FLASH, Item.PANELS_PAUSE, Item.BACK};
    private static final Item[] ASK_QUIT = {Item.BACK, Item.QUIT};
    private static final Item[] ASK_TITLE = {Item.BACK, Item.TITLE};
    private static final Item[] ASK_RESTART = {Item.BACK, Item.RESTART};
    private static final Mode[] MODES = Mode.values();

    private final SettingsHolder settings;
    private final Consumer<Command> commands;
    private final Layout layout;
    private Screen screen;
    /** The screen from which settings or a question were opened, and the line that opened them. */
    private Screen before = Screen.TITLE;
    private int opener;
    private Item asked = Item.QUIT;
    private final boolean watching;
    private boolean recorded;
    private int selected;
    private float seconds;
    private int run;
    /** The run that was over when a new one was asked for, or -1. */
    private int leaving = -1;
    private boolean dragging;
    private int moves;
    private boolean alt;
    private final Pausing pausing;
    /** True if the pointer made the last choice, and where it is, px from the top left. */
    private boolean pointing;
    private float pointerX, pointerY;

    /**
     * @param watching true if the autopilot always flies: no title at first, and no screen when a run is over
     */
    public Menus(SettingsHolder settings, Consumer<Command> commands, Layout layout, boolean watching) {
        this.settings = settings;
        this.commands = commands;
        this.layout = layout;
        this.watching = watching;
        pausing = new Pausing(commands);
        screen = watching ? Screen.PLAY : Screen.TITLE;
    }

    /** The current screen. */
    public Screen screen() {
        return screen;
    }

    /** True if the autopilot flies, with or without the title. */
    public boolean isWatching() {
        return watching || isTitled();
    }

    /** True on the title, or on what was opened from it. */
    public boolean isTitled() {
        return screen == Screen.TITLE || (screen == Screen.SETTINGS || screen == Screen.ASK) && before == Screen.TITLE;
    }

    /** What the question asks about. */
    Item asked() {
        return asked;
    }

    /** True if a yes to the question ends a person's run. */
    boolean losesRun() {
        return before == Screen.PAUSE && !watching;
    }

    /** Says that the run is recorded, so that only the player pauses it. */
    public void recorded() {
        recorded = true;
    }

    /** True if the run is paused because something covers the game. */
    public boolean isHeld() {
        return pausing.isHeld();
    }

    /** Seconds on this screen. */
    public float seconds() {
        return seconds;
    }

    int selected() {
        return selected;
    }

    /** How often something was moved or chosen so far; for sounds. */
    public int moves() {
        return moves;
    }

    /** The lines of the current screen. */
    public Item[] items() {
        return switch (screen) {
            case TITLE -> TITLE;
            case PAUSE -> PAUSE;
            case SETTINGS -> SETTINGS;
            case ASK -> asked == Item.QUIT ? ASK_QUIT : asked == Item.TITLE ? ASK_TITLE : ASK_RESTART;
            case OVER -> OVER;
            case PLAY -> NONE;
        };
    }

    /** Once a frame: takes the state of the simulation; true if a person's run has just ended. */
    public boolean see(int modeNow, int runNow, float passed) {
        seconds += passed;
        run = runNow;
        pausing.see(MODES[Math.floorMod(modeNow, MODES.length)], passed);
        if (leaving >= 0 && leaving == runNow || screen == Screen.TITLE || screen == Screen.SETTINGS || screen == Screen.ASK) {
            return false;
        }
        leaving = -1;
        Screen follows = pausing.screen();
        if (follows == Screen.OVER && watching) {
            follows = Screen.PLAY;
        }
        if (follows == screen) {
            return false;
        }
        show(follows);
        return follows == Screen.OVER;
    }

    private void show(Screen next) {
        screen = next;
        seconds = 0;
        selected = 0;
        dragging = false;
        pointing = false;
    }

    /** Once a frame: takes whether something covers the game; a person's run pauses meanwhile, if the settings say so. */
    public void covered(boolean now) {
        pausing.cover(now, screen == Screen.PLAY && !watching && !recorded && settings.get().panelsPause());
    }

    /** A key went down; false if it was not handled. */
    public boolean key(int key) {
        alt |= key == Keys.ALT_LEFT || key == Keys.ALT_RIGHT;
        if (key == Keys.F11 || key == Keys.ENTER && alt) {
            Settings s = settings.get();
            settings.set(s.withFullscreen(!s.fullscreen()));
            return true;
        }
        if (key == Keys.ESCAPE || screen == Screen.PLAY && key == pauseKey()) {
            back();
            return true;
        }
        if (screen == Screen.PLAY) {
            return false;
        }
        switch (key) {
            case Keys.UP, Keys.W -> move(-1);
            case Keys.DOWN, Keys.S -> move(1);
            case Keys.LEFT, Keys.A -> change(-1);
            case Keys.RIGHT, Keys.D -> change(1);
            case Keys.ENTER, Keys.NUMPAD_ENTER, Keys.SPACE -> choose();
            default -> {
                return false;
            }
        }
        return true;
    }

    private int pauseKey() {
        return Keys.valueOf(settings.get().keys().getOrDefault("pause", "Escape"));
    }

    /** A key was let go. */
    public void keyUp(int key) {
        alt &= key != Keys.ALT_LEFT && key != Keys.ALT_RIGHT;
    }

    /** A gamepad's button went down. */
    public void pad(int bit) {
        if (screen == Screen.PLAY) {
            if (bit == Pad.START) {
                back();
            }
            return;
        }
        switch (bit) {
            case Pad.UP -> move(-1);
            case Pad.DOWN -> move(1);
            case Pad.LEFT -> change(-1);
            case Pad.RIGHT -> change(1);
            case Pad.A -> choose();
            case Pad.B, Pad.START -> back();
            default -> {}
        }
    }

    /** The pointer moved to px from the top left. */
    public void pointer(float x, float y) {
        if (dragging) {
            slide(x);
            return;
        }
        pointing = true;
        pointerX = x;
        pointerY = y;
        int hit = layout.hit(x, y);
        if (hit >= 0 && hit < items().length && hit != selected) {
            selected = hit;
            moves++;
        }
    }

    /** The lines have moved: chooses the one that is now under the pointer. */
    public void moved() {
        if (pointing && !dragging) {
            pointer(pointerX, pointerY);
        }
    }

    /** A mouse button went down at px from the top left. */
    public void press(int button, float x, float y) {
        int hit = button == Buttons.LEFT && screen != Screen.PLAY ? layout.hit(x, y) : -1;
        if (hit < 0 || hit >= items().length) {
            return;
        }
        selected = hit;
        if (items()[hit].kind == Item.Kind.SLIDER) {
            dragging = layout.isControl(x);
            if (dragging) {
                slide(x);
            }
        } else if (items()[hit].kind == Item.Kind.CHOICE) {
            change(x < layout.controlMiddle() ? -1 : 1);
        } else {
            choose();
        }
    }

    /** A mouse button was let go. */
    public void release() {
        dragging = false;
    }

    /** The window lost the focus: releases what is held and pauses a person's run. */
    public void focusLost() {
        alt = false;
        dragging = false;
        if (screen == Screen.PLAY && !watching) {
            pausing.stay();
        }
    }

    private void back() {
        switch (screen) {
            case PLAY, PAUSE -> pausing.toggle();
            case SETTINGS, ASK -> {
                show(before);
                selected = opener;
                moves++;
            }
            case OVER -> title();
            case TITLE -> {}
        }
    }

    /** Moves the choice; ignores keys still held from play when a run has just ended. */
    private void move(int by) {
        if (screen == Screen.OVER && seconds < GUARD_SECONDS) {
            return;
        }
        int to = Math.max(0, Math.min(items().length - 1, selected + by));
        pointing = false;
        moves += to == selected ? 0 : 1;
        selected = to;
    }

    private void change(int by) {
        Item item = items()[selected];
        if (item.kind == Item.Kind.ACTION) {
            if (screen == Screen.OVER) {
                move(by);
            }
            return;
        }
        settings.set(item.changed(settings.get(), by));
        moves++;
    }

    private void slide(float x) {
        Item item = items()[selected];
        Settings now = settings.get();
        float share = layout.share(x);
        if (Math.abs(item.level(now) - share) > 0.004f) {
            settings.set(item.withLevel(now, share));
        }
    }

    private void choose() {
        if (screen == Screen.OVER && seconds < GUARD_SECONDS) {
            return;
        }
        moves++;
        Item item = items()[selected];
        switch (item) {
            case PLAY, AGAIN -> start();
            case RESUME -> pausing.toggle();
            case SETTINGS -> open(Screen.SETTINGS);
            case RESTART, TITLE, QUIT -> {
                if (screen == Screen.ASK || item != Item.QUIT && (watching || screen == Screen.OVER)) {
                    leave(item);
                } else {
                    asked = item;
                    open(Screen.ASK);
                }
            }
            case BACK -> back();
            default -> settings.set(item.changed(settings.get(), 1));
        }
    }

    private void open(Screen next) {
        before = screen;
        opener = selected;
        show(next);
    }

    private void leave(Item by) {
        switch (by) {
            case RESTART -> start();
            case TITLE -> title();
            default -> commands.accept(Command.QUIT);
        }
    }

    private void start() {
        leaving = run;
        pausing.restart();
        commands.accept(Command.START);
        show(Screen.PLAY);
    }

    private void title() {
        commands.accept(Command.TITLE);
        show(Screen.TITLE);
    }
}
