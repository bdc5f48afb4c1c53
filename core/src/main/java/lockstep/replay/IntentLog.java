package lockstep.replay;

import lockstep.game.Controls;

/** Records the intents of each tick. Only the physics lane calls it; it neither waits nor allocates. */
public interface IntentLog {
    /** A log that keeps nothing. */
    IntentLog NONE = (tick, controls) -> {};

    /** Adds the intents copied at the start of {@code tick}; ticks come from 1 on without a gap. */
    void add(int tick, Controls controls);
}
