package lockstep.world;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * One role's private count of what it really added to the tally. Only its lane adds, after it has added to the tally; any thread
 * may read. Counts are stored with release and read with acquire, so an addition visible here is visible in the tally too, unless
 * it was lost.
 */
final class Ledger {
    private final AtomicLongArray counts = new AtomicLongArray(Counter.COUNT);

    void add(Counter counter, long n) {
        int c = counter.ordinal();
        counts.setRelease(c, counts.getPlain(c) + n);
    }

    /** How much was added to a counter. */
    public long get(Counter counter) {
        return counts.getAcquire(counter.ordinal());
    }

    /** The sum of this ledger and another. */
    Ledger and(Ledger other) {
        Ledger sum = new Ledger();
        for (int c = 0; c < Counter.COUNT; c++) {
            sum.counts.setPlain(c, counts.getAcquire(c) + other.counts.getAcquire(c));
        }
        return sum;
    }
}
