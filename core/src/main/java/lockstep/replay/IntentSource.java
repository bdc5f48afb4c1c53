package lockstep.replay;

import lockstep.game.Controls;

/** Recorded intents. Only the input lane reads them. */
public interface IntentSource {
    /** How many ticks were recorded. */
    int ticks();

    /** Copies the intents of {@code tick}, from 1 to {@link #ticks}. */
    void copyTo(int tick, Controls into);
}
