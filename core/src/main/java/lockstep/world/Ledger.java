package lockstep.world;

import java.util.concurrent.atomic.AtomicLongArray;

/** One role's private count of what it really added to the tally. Only its lane adds; any thread may read. */
public final class Ledger {
    private final AtomicLongArray counts = new AtomicLongArray(Counter.COUNT);

    void add(Counter counter, long n) {
        int c = counter.ordinal();
        counts.setOpaque(c, counts.getPlain(c) + n);
    }

    /** What was added to a counter. */
    public long get(Counter counter) {
        return counts.getOpaque(counter.ordinal());
    }
}
