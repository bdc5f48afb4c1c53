package lockstep.time;

/**
 * The newest spans of one lane: a ring that the lane's thread writes and any thread may copy from. Guarantees and ordering are
 * those of {@link LongRing}.
 */
public final class SpanRing {
    /** The {@code whom} of a span that concerns no other lane. */
    public static final int NOBODY = 0xff;

    final LongRing ring;

    /** A ring of {@code capacity} spans, a power of two. */
    public SpanRing(int capacity) {
        ring = new LongRing(capacity, SpanRecords.STRIDE);
    }

    /** Adds a span, see {@link SpanRecords}; only the owner lane calls it. */
    void add(long startNs, long endNs, long meta, long detail) {
        SpanRecords.put(ring.slots, ring.at(), startNs, endNs, meta, detail);
        ring.commit();
    }

    /** How many spans have been added so far; any thread. */
    public long written() {
        return ring.written();
    }
}
