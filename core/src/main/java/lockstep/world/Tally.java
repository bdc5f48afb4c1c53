package lockstep.world;

import java.util.concurrent.atomic.AtomicLongArray;
import lockstep.sync.Fault;
import lockstep.time.LaneTimer;

/**
 * Content of the region {@code tally}: counters that several lanes add to by read, add, write.
 *
 * <p>Reads and writes are opaque: whole, and never folded away by the compiler, but ordered by nothing except the
 * guard. Without a guard two lanes can read the same value and one update is lost; that is the damage to be seen.
 */
public final class Tally {
    private final AtomicLongArray cells = new AtomicLongArray(Counter.COUNT);
    private int tick;

    /** Adds to a counter and to the adding lane's ledger; the caller is in a scope that writes {@code tally}. */
    void add(Ledger ledger, Counter counter, long n, Fault between, LaneTimer lane) {
        int c = counter.ordinal();
        long seen = cells.getOpaque(c);
        if (between.armed()) {
            between.fire(lane, tick);
        }
        cells.setOpaque(c, seen + n);
        ledger.add(counter, n);
    }

    /** The value of a counter; any thread, exact inside a scope that reads {@code tally}. */
    public long get(Counter counter) {
        return cells.getOpaque(counter.ordinal());
    }

    /** The tick of physics' last addition; the caller is in a scope. */
    int tick() {
        return tick;
    }

    void setTick(int tick) {
        this.tick = tick;
    }
}
