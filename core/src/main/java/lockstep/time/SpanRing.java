package lockstep.time;

/**
 * The newest spans of one lane: a ring that the lane's thread writes and any thread may copy from. Guarantees and ordering are
 * those of {@link LongRing}. A span is four longs: start ns, end ns, meta (see {@link #meta}), detail.
 */
public final class SpanRing {
    /** The {@code whom} of a span that concerns no other lane. */
    public static final int NOBODY = 0xff;
    static final int STRIDE = 4;
    /** The CPU time of a span for which it was not read. */
    static final long NO_CPU = 0xffff_ffffL;

    final LongRing ring;

    /** A ring of {@code capacity} spans, a power of two. */
    public SpanRing(int capacity) {
        ring = new LongRing(capacity, STRIDE);
    }

    /**
     * Packs a span's kind, role, whom (lane waited for, or {@link #NOBODY}) and what (the guard; for work, I/O and uploads a
     * planted fault), 8 bits each, and above them 32 bits of CPU time in ns. A CPU time above 4.29 s is stored as not read.
     */
    static long meta(SpanKind kind, int role, int whom, int what, long cpuNs) {
        long cpu = cpuNs < 0 || cpuNs > NO_CPU ? NO_CPU : cpuNs;
        return kind.ordinal() | (long) (role & 0xff) << 8 | (long) (whom & 0xff) << 16 | (long) (what & 0xff) << 24 | cpu << 32;
    }

    /** Adds a span; only the owner lane calls it. */
    void add(long startNs, long endNs, long meta, long detail) {
        long[] slots = ring.slots;
        int at = ring.at();
        slots[at] = startNs;
        slots[at + 1] = endNs;
        slots[at + 2] = meta;
        slots[at + 3] = detail;
        ring.commit();
    }

    /** How many spans have been added so far; any thread. */
    public long written() {
        return ring.written();
    }
}
