package lockstep.view.menu;

import java.util.function.Consumer;
import lockstep.game.Mode;

/**
 * Whether the run pauses, and for whom: the player, or something that covers the flight. The simulation answers a frame or
 * more after it was asked; until then what was asked for counts. Only the rendering lane calls it.
 */
final class Pausing {
    /** A simulation that does not answer for so long is locked up, s. */
    private static final float ANSWER_SECONDS = 0.5f;

    private final Consumer<Command> commands;
    private Mode mode = Mode.PLAYING;
    /** A pause was asked for, or its end, and is not there yet. */
    private boolean asked;
    /** For how long, s. */
    private float unansweredSeconds;
    private boolean covered;
    /** The run pauses because something covers the flight, and for nothing else. */
    private boolean held;

    Pausing(Consumer<Command> commands) {
        this.commands = commands;
    }

    /** Once a frame: how the simulation stands, {@code passed} s after the last time. */
    void see(Mode now, float passed) {
        asked &= now == mode;
        held &= now != Mode.OVER;
        unansweredSeconds = asked ? unansweredSeconds + passed : 0;
        mode = now;
    }

    /** The screen that follows the simulation. The pause is shown without an answer too, so that one can leave. */
    Menus.Screen screen() {
        boolean locked = unansweredSeconds >= ANSWER_SECONDS;
        return switch (mode) {
            case PLAYING -> locked && !held ? Menus.Screen.PAUSE : Menus.Screen.PLAY;
            case PAUSED -> held || !pauses() && !locked ? Menus.Screen.PLAY : Menus.Screen.PAUSE;
            case OVER -> Menus.Screen.OVER;
        };
    }

    /** True if the run will pause once all that was asked for has come. */
    private boolean pauses() {
        return (mode == Mode.PAUSED) != asked;
    }

    /** The run pauses because something covers the flight. */
    boolean isHeld() {
        return held && mode == Mode.PAUSED;
    }

    /**
     * Once a frame: whether something covers the flight. A run that {@code may} pause for it does, and goes on when it is
     * gone; one that pauses anyway is left alone.
     */
    void cover(boolean now, boolean may) {
        if (now == covered) {
            return;
        }
        covered = now;
        if (now && may && !pauses()) {
            held = true;
            ask();
        } else if (!now && held) {
            held = false;
            ask();
        }
    }

    /** The player pauses, or goes on; a pause for what covers the flight becomes the player's own. */
    void toggle() {
        if (held) {
            held = false;
        } else {
            ask();
        }
    }

    /** Pauses until the player goes on. */
    void stay() {
        if (held || !pauses()) {
            toggle();
        }
    }

    private void ask() {
        asked = !asked;
        commands.accept(Command.PAUSE);
    }

    /** A new run begins: nobody has asked for anything in it. */
    void restart() {
        held = false;
        asked = false;
    }
}
