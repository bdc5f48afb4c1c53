package lockstep.time;

import java.lang.invoke.VarHandle;

/** One reader's copy of records from a {@link LongRing}. Preallocated and reused; for one thread. */
final class LongCopy {
    private final int stride;
    private final int max;
    private final long[] copy;
    private int first;
    private int count;
    private long nextIndex;
    private long lost;

    /** Makes room for {@code max} records of {@code stride} longs per read. */
    LongCopy(int max, int stride) {
        this.max = max;
        this.stride = stride;
        copy = new long[max * stride];
    }

    /** Copies the newest records that fit, oldest first. */
    void readNewest(LongRing ring) {
        read(ring, Math.max(0, ring.written() - Math.min(max, ring.capacity - 1)));
    }

    /** Copies the records from index {@code from} on; those overwritten before or during the copy are counted as lost. */
    void read(LongRing ring, long from) {
        long end = ring.written();
        long begin = Math.max(from, end - (ring.capacity - 1));
        int n = (int) Math.max(0, Math.min(max, end - begin));
        int mask = ring.capacity - 1;
        for (int i = 0; i < n; i++) {
            System.arraycopy(ring.slots, (int) ((begin + i) & mask) * stride, copy, i * stride, stride);
        }
        VarHandle.acquireFence();
        long oldestSafe = ring.written() - (ring.capacity - 1);
        first = (int) Math.min(n, Math.max(0, oldestSafe - begin));
        count = n - first;
        nextIndex = begin + n;
        lost += begin - from + first;
    }

    int count() {
        return count;
    }

    long next() {
        return nextIndex;
    }

    long lost() {
        return lost;
    }

    /** Field {@code field} of record {@code i}; record 0 is the oldest in the copy. */
    long get(int i, int field) {
        return copy[(first + i) * stride + field];
    }

    /** Copies record {@code i} to {@code into} from index {@code at} on. */
    void copyTo(int i, long[] into, int at) {
        System.arraycopy(copy, (first + i) * stride, into, at, stride);
    }
}
