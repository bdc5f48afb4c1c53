package lockstep.sync;

import lockstep.time.LaneRecorder;

/**
 * {@code triple-buffer}: no lock at all. The world keeps a {@link TripleBuffer} for each pair of a lane that writes a
 * region and one that reads it; {@code tally} is cells of each role that readers sum. This guard only stands for that
 * where lanes take guards: taking it does nothing.
 *
 * <p>Any lane may call it. Wait-free: nobody ever waits, and no lane can hold another up. A reader sees one publication
 * of each region, whole and the newest; two regions of one snapshot may be from different ticks, which no granularity,
 * order or hold changes. The ordering is that of the triple buffer.
 */
final class TripleBufferGuard implements Guard {
    private final int number;
    private final String name;
    private final GuardStats stats = new GuardStats();

    TripleBufferGuard(int number, String name) {
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
        return Kind.EXCHANGE;
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
