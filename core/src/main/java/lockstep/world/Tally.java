package lockstep.world;

import java.util.concurrent.atomic.AtomicLongArray;
import lockstep.sync.Fault;
import lockstep.time.LaneRecorder;

/**
 * Content of the region {@code tally}: counters that several lanes add to by read, add, write.
 *
 * <p>Reads and writes are opaque: whole, and never folded away by the compiler, but ordered by nothing except the
 * guard. Without a guard two lanes can read the same value and one update is lost; that is the damage to be seen. Under
 * {@code triple-buffer} each role has a tally to itself and readers sum them: with one writer for each cell no update
 * can be lost, guard or not; a sum is then some value between those before and after the additions it ran beside.
 */
final class Tally {
    private final AtomicLongArray cells = new AtomicLongArray(Counter.COUNT);

    /** Adds to a counter and to the adding lane's ledger; the caller is in a scope that writes {@code tally}. */
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

    /** Adds all of another's values; nobody else adds to either. */
    void addAll(Tally other) {
        for (int c = 0; c < Counter.COUNT; c++) {
            cells.setOpaque(c, cells.getOpaque(c) + other.cells.getOpaque(c));
        }
    }

    /** The value of a counter; any thread, exact inside a scope that reads {@code tally}. */
    long get(Counter counter) {
        return cells.getOpaque(counter.ordinal());
    }
}
