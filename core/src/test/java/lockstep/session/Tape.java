package lockstep.session;

import java.util.ArrayList;
import java.util.List;
import lockstep.game.Controls;
import lockstep.replay.IntentLog;
import lockstep.replay.IntentSource;

/** A recording in memory. The physics lane of one run adds; once that has ended, the input lane of another reads. */
public final class Tape implements IntentLog, IntentSource {
    private final List<Controls> copies = new ArrayList<>();

    @Override
    public void add(int tick, Controls controls) {
        if (tick != copies.size() + 1) {
            throw new IllegalStateException("tick " + tick + " comes after tick " + copies.size());
        }
        Controls copy = new Controls();
        copy.set(controls);
        copies.add(copy);
    }

    @Override
    public int ticks() {
        return copies.size();
    }

    @Override
    public void copyTo(int tick, Controls into) {
        into.set(copies.get(tick - 1));
    }
}
