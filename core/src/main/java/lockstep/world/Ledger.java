package lockstep.world;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * One role's private count of what it really added to the tally. Only its lane adds, after it has added to the tally; any
 * thread may read. An addition that is seen here is seen in the tally too, unless it was lost: it is stored with release
 * and read with acquire.
 */
public final class Ledger {
    private final AtomicLongArray counts = new AtomicLongArray(Counter.COUNT);

    void add(Counter counter, long n) {
        int c = counter.ordinal();
        counts.setRelease(c, counts.getPlain(c) + n);
    }

    /** What was added to a counter. */
    public long get(Counter counter) {
        return counts.getAcquire(counter.ordinal());
    }

    /** This and another one's counts together. */
    Ledger and(Ledger other) {
        Ledger sum = new Ledger();
        for (int c = 0; c < Counter.COUNT; c++) {
            sum.counts.setPlain(c, counts.getAcquire(c) + other.counts.getAcquire(c));
        }
        return sum;
    }
}
