package lockstep.game;

/**
 * What a player wants during one tick: held levels, and press counters that only grow, so that no press is lost or acted on twice
 * however often this is copied. Plain data; not thread-safe.
 */
public final class Controls {
    /** 0 to 1. */
    public float thrust;
    /** -1 (clockwise) to 1 (counter-clockwise); ignored while aiming. */
    public float turn;
    /** The ship turns towards (aimX, aimY). */
    public boolean aiming;
    /** World meters. */
    public float aimX, aimY;
    /** The trigger is held. */
    public boolean fire;
    /** Presses of the trigger so far; a tap shorter than a tick still fires once. */
    public int shots;
    /** Presses of pause so far; each toggles between playing and paused. */
    public int pauses;
    /** Presses of start so far; each begins a new run, from any mode. */
    public int starts;

    /** Becomes equal to {@code other}. */
    public void set(Controls other) {
        thrust = other.thrust;
        turn = other.turn;
        aiming = other.aiming;
        aimX = other.aimX;
        aimY = other.aimY;
        fire = other.fire;
        shots = other.shots;
        pauses = other.pauses;
        starts = other.starts;
    }

    /** Releases everything and sets the counters to 0. */
    public void clear() {
        thrust = 0;
        turn = 0;
        aiming = false;
        aimX = 0;
        aimY = 0;
        fire = false;
        shots = 0;
        pauses = 0;
        starts = 0;
    }
}
