package lockstep.world;

import lockstep.game.Controls;

/** Content of the region {@code intents}; also a lane's private copy of it. Not thread-safe. */
public final class Intents {
    /** What the player wants. */
    public final Controls controls = new Controls();
    /** In a replay, the number of the tick that these are for (from 1); 0 when live. */
    public long batch;
    /** Stamp of the newest event in it, ns of the run's clock; 0 before the first. */
    public long eventNs;

    /** Becomes equal to {@code other}. */
    public void set(Intents other) {
        controls.set(other.controls);
        batch = other.batch;
        eventNs = other.eventNs;
    }
}
