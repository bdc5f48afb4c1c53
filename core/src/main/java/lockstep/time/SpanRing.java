package lockstep.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The last spans of one lane: a ring that one thread writes and any thread may copy from.
 *
 * <p>Guarantees: {@link #add} is wait-free, allocates nothing and costs four plain stores and one release store. A
 * reader never sees half a span: it copies, then looks at the cursor again and drops what may have been overwritten
 * meanwhile (a seqlock over the whole ring; the writer never waits for a reader). Spans a slow reader missed are gone.
 *
 * <p>Ordering: the release store of the cursor makes the slots below it visible to a reader's acquire load. The
 * store-store fence after it keeps the next span's stores from becoming visible before the cursor, so at most one slot,
 * that of index {@code cursor}, is being overwritten at any time a reader sees {@code cursor}. The reader's acquire
 * fence keeps its copies above its second look at the cursor.
 *
 * <p>A span is four longs: start ns, end ns, meta, detail. See {@link #meta}.
 */
public final class SpanRing {
    /** Value of {@code whom} when nobody is meant. */
    public static final int NOBODY = 0xff;
    static final int STRIDE = 4;

    private static final VarHandle CURSOR;

    static {
        try {
            CURSOR = MethodHandles.lookup().findVarHandle(SpanRing.class, "cursor", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final long[] slots;
    final int capacity;
    @SuppressWarnings("unused")
    private long cursor;
    private long next;

    /** A ring of {@code capacity} spans, a power of two. */
    public SpanRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity must be a power of two, not " + capacity);
        }
        this.capacity = capacity;
        slots = new long[capacity * STRIDE];
    }

    /** Packs a span's kind, role, whom (lane waited for, or {@link #NOBODY}) and what (guard, asset kind …), 8 bits each. */
    static long meta(SpanKind kind, int role, int whom, int what) {
        return kind.ordinal() | (long) (role & 0xff) << 8 | (long) (whom & 0xff) << 16 | (long) (what & 0xff) << 24;
    }

    /** Adds a span; only the owner lane calls it. */
    void add(long startNs, long endNs, long meta, long detail) {
        long n = next;
        int at = (int) (n & (capacity - 1)) * STRIDE;
        slots[at] = startNs;
        slots[at + 1] = endNs;
        slots[at + 2] = meta;
        slots[at + 3] = detail;
        next = n + 1;
        CURSOR.setRelease(this, n + 1);
        VarHandle.storeStoreFence();
    }

    /** How many spans were ever added; any thread. */
    public long written() {
        return (long) CURSOR.getAcquire(this);
    }
}
