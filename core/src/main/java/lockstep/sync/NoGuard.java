package lockstep.sync;

import lockstep.time.LaneRecorder;

/**
 * {@code none}: really nothing. Any lane may call it; it keeps nobody out, orders nothing, never waits (wait-free).
 * A reader can see a mix of publications and lanes can lose each other's updates: that is what it is for.
 */
final class NoGuard implements Guard {
    private final int number;
    private final String name;
    private final GuardStats stats = new GuardStats();

    NoGuard(int number, String name) {
        this.number = number;
        this.name = name;
    }

    @Override
    public boolean acquire(LaneRecorder me, boolean write, long limitNs) {
        return true;
    }

    @Override
    public void release(LaneRecorder me, boolean write) {
    }

    @Override
    public Kind kind() {
        return Kind.NONE;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public GuardStats stats() {
        return stats;
    }
}
