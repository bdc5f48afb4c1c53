package lockstep.view.menu;

import java.util.function.Consumer;
import lockstep.game.Mode;

/**
 * Whether the run is paused, and for whom: the player, or something that covers the game. The simulation responds a frame or more
 * after a request; until then the request counts. Only the rendering lane calls it.
 */
final class Pausing {
    /** A simulation that does not respond for this long is stuck, s. */
    private static final float ANSWER_SECONDS = 0.5f;

    private final Consumer<Command> commands;
    private Mode mode = Mode.PLAYING;
    /** A pause, or its end, was requested and has not taken effect yet. */
    private boolean asked;
    /** For how long, s. */
    private float unansweredSeconds;
    private boolean covered;
    /** The run is paused only because something covers the game. */
    private boolean held;

    Pausing(Consumer<Command> commands) {
        this.commands = commands;
    }

    /** Once a frame: takes the state of the simulation, {@code passed} s after the last call. */
    void see(Mode now, float passed) {
        asked &= now == mode;
        held &= now != Mode.OVER;
        unansweredSeconds = asked ? unansweredSeconds + passed : 0;
        mode = now;
    }

    /** The screen that follows from the simulation. A stuck simulation shows the pause too, so that a person can leave. */
    Menus.Screen screen() {
        boolean locked = unansweredSeconds >= ANSWER_SECONDS;
        return switch (mode) {
            case PLAYING -> locked && !held ? Menus.Screen.PAUSE : Menus.Screen.PLAY;
            case PAUSED -> held || !pauses() && !locked ? Menus.Screen.PLAY : Menus.Screen.PAUSE;
            case OVER -> Menus.Screen.OVER;
        };
    }

    /** True if the run will be paused once all requests have taken effect. */
    private boolean pauses() {
        return (mode == Mode.PAUSED) != asked;
    }

    /** True if the run is paused because something covers the game. */
    boolean isHeld() {
        return held && mode == Mode.PAUSED;
    }

    /**
     * Once a frame: takes whether something covers the game. A run that {@code may} pause for it does, and resumes when it is
     * gone; a run that is already paused is left alone.
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

    /** The player pauses or resumes; a pause for something that covers the game becomes the player's own. */
    void toggle() {
        if (held) {
            held = false;
        } else {
            ask();
        }
    }

    /** Pauses until the player resumes. */
    void stay() {
        if (held || !pauses()) {
            toggle();
        }
    }

    private void ask() {
        asked = !asked;
        commands.accept(Command.PAUSE);
    }

    /** Forgets all requests, because a new run begins. */
    void restart() {
        held = false;
        asked = false;
    }
}
