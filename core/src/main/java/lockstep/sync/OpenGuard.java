package lockstep.sync;

import lockstep.time.LaneRecorder;

/**
 * The guards that keep nobody out: taking one does nothing. Any lane may call it; it orders nothing and never waits
 * (wait-free), so no lane can hold another up.
 *
 * <p>{@code none} is really nothing. A reader can see a mix of publications and lanes can lose each other's updates: that is
 * what it is for.
 *
 * <p>{@code triple-buffer} stands, where lanes take guards, for what the world does without them: it keeps a
 * {@link TripleBuffer} for each pair of a lane that writes a region and one that reads it; {@code tally} is cells of each
 * role that readers sum. A reader sees one publication of each region, whole and the newest; two regions of one snapshot may
 * be from different ticks, which no granularity, order or hold changes. The ordering is that of the triple buffer.
 */
final class OpenGuard extends NamedGuard {
    private final Kind kind;

    OpenGuard(int number, String name, Kind kind) {
        super(number, name);
        this.kind = kind;
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
        return kind;
    }
}
