package lockstep.world;

import java.util.concurrent.atomic.AtomicLongArray;
import lockstep.sync.Fault;
import lockstep.time.LaneRecorder;

/**
 * Content of the region {@code tally}: counters that several lanes add to by read, add, write.
 *
 * <p>Reads and writes are opaque: atomic, and never removed by the compiler, but ordered only by the guard. Without a guard two
 * lanes can read the same value, and one update is lost; that is the damage to be shown. Under {@code triple-buffer} each role
 * has its own tally and readers sum them. With one writer per cell no update can be lost; a sum is then some value between those
 * before and after concurrent additions.
 */
final class Tally {
    private final AtomicLongArray cells = new AtomicLongArray(Counter.COUNT);

    /** Adds to a counter and to the adding role's ledger; the caller is in a section that writes {@code tally}. */
    void add(Ledger ledger, Counter counter, long n, Fault between, LaneRecorder lane, int tick) {
        int c = counter.ordinal();
        long seen = cells.getOpaque(c);
        if (between.armed()) {
            between.fire(lane, tick);
        }
        lane.checkpoint();
        cells.setOpaque(c, seen + n);
        ledger.add(counter, n);
    }

    /** Adds all values of {@code other}; nobody else may add to either. */
    void addAll(Tally other) {
        for (int c = 0; c < Counter.COUNT; c++) {
            cells.setOpaque(c, cells.getOpaque(c) + other.cells.getOpaque(c));
        }
    }

    /** The value of a counter; any thread, exact inside a section that reads {@code tally}. */
    long get(Counter counter) {
        return cells.getOpaque(counter.ordinal());
    }
}
