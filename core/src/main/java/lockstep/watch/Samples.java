package lockstep.watch;

/**
 * The newest samples of a figure that only grows, each with the clock before and after the reading, since the reader may be
 * preempted in between. For one thread; allocates nothing.
 */
final class Samples {
    private static final int KEPT = 64;

    private final long[] beforeNs = new long[KEPT];
    private final long[] afterNs = new long[KEPT];
    private final long[] values = new long[KEPT];
    private int count;
    private int first;
    private int last;

    void add(long beforeNs, long value, long afterNs) {
        int i = count++ % KEPT;
        this.beforeNs[i] = beforeNs;
        values[i] = value;
        this.afterNs[i] = afterNs;
    }

    /**
     * Finds the last sample before {@code fromNs} and the first after {@code toNs}, or the nearest ones; false if there are fewer
     * than two.
     */
    boolean find(long fromNs, long toNs) {
        if (count < 2) {
            return false;
        }
        first = Math.max(0, count - KEPT);
        while (first + 1 < count && afterNs[(first + 1) % KEPT] <= fromNs) {
            first++;
        }
        last = count - 1;
        while (last > first + 1 && beforeNs[(last - 1) % KEPT] >= toNs) {
            last--;
        }
        return last > first;
    }

    /** By how much the figure grew between the two samples found. */
    long growth() {
        return values[last % KEPT] - values[first % KEPT];
    }

    /** The earliest time at which the first of the two was read, ns. */
    long fromNs() {
        return beforeNs[first % KEPT];
    }

    /** The latest time at which the last of the two was read, ns. */
    long toNs() {
        return afterNs[last % KEPT];
    }
}
