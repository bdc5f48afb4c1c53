package lockstep.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A ring of records of {@code stride} longs each. One thread writes; any thread may copy from it ({@link LongCopy}).
 *
 * <p>Guarantees: writing is wait-free, allocates nothing and costs the stores of the record and one release store. A reader never
 * sees part of a record: it copies, then reads the cursor again and drops what may have been overwritten meanwhile. This is a
 * seqlock over the whole ring; the writer never waits for a reader. Records that a slow reader missed are lost.
 *
 * <p>Ordering: the release store of the cursor makes the slots below it visible to a reader's acquire load. The store-store fence
 * after it keeps the next record's stores from becoming visible before the cursor, so at most one slot, that of index
 * {@code cursor}, is being overwritten at any time a reader sees {@code cursor}. The reader's acquire fence keeps its copies
 * above its second look at the cursor.
 */
final class LongRing {
    private static final VarHandle CURSOR;

    static {
        try {
            CURSOR = MethodHandles.lookup().findVarHandle(LongRing.class, "cursor", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The records; the writer stores one at {@link #at} and then calls {@link #commit}. */
    final long[] slots;
    final int capacity;
    final int stride;
    @SuppressWarnings("unused")
    private long cursor;
    private long next;

    /**
     * A ring of {@code capacity} records of {@code stride} longs. Throws {@link IllegalArgumentException} unless the capacity is
     * a power of two.
     */
    LongRing(int capacity, int stride) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity must be a power of two, not " + capacity);
        }
        this.capacity = capacity;
        this.stride = stride;
        slots = new long[capacity * stride];
    }

    /** Index in {@link #slots} of the next record; only the writer. */
    int at() {
        return (int) (next & (capacity - 1)) * stride;
    }

    /** Publishes the record at {@link #at}; only the writer. */
    void commit() {
        next++;
        CURSOR.setRelease(this, next);
        VarHandle.storeStoreFence();
    }

    /** How many records have been written so far; any thread. */
    long written() {
        return (long) CURSOR.getAcquire(this);
    }
}
