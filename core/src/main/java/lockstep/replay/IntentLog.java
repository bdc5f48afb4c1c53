package lockstep.replay;

import lockstep.game.Controls;

/** Where physics leaves what was wanted in each tick. Only the physics lane calls it; it neither waits nor allocates. */
public interface IntentLog {
    /** A log that keeps nothing. */
    IntentLog NONE = (tick, controls) -> {};

    /** The intents copied at the start of {@code tick}, from 1 on without a gap. */
    void add(int tick, Controls controls);
}
