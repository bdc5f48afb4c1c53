package lockstep.time;

/**
 * Spans of {@value #STRIDE} longs each: start ns, end ns, meta (see {@link #meta}), detail. Only this class packs and unpacks
 * them. Index 0 is the oldest. The subclasses say which threads may read.
 */
public abstract sealed class SpanRecords permits Spans, SpanTrack {
    static final int STRIDE = 4;
    /** The CPU time of a span for which it was not read. */
    static final long NO_CPU = 0xffff_ffffL;
    private static final int START = 0, END = 1, META = 2, DETAIL = 3;

    SpanRecords() {
    }

    /**
     * Packs a span's kind, role, whom (lane waited for, or {@link SpanRing#NOBODY}) and what (the guard; for work, I/O and
     * uploads a planted fault), 8 bits each, and above them 32 bits of CPU time in ns. A CPU time above 4.29 s is stored as not
     * read.
     */
    static long meta(SpanKind kind, int role, int whom, int what, long cpuNs) {
        long cpu = cpuNs < 0 || cpuNs > NO_CPU ? NO_CPU : cpuNs;
        return kind.ordinal() | (long) (role & 0xff) << 8 | (long) (whom & 0xff) << 16 | (long) (what & 0xff) << 24 | cpu << 32;
    }

    static void put(long[] into, int at, long startNs, long endNs, long meta, long detail) {
        into[at + START] = startNs;
        into[at + END] = endNs;
        into[at + META] = meta;
        into[at + DETAIL] = detail;
    }

    /** Long number {@code field} of span {@code i}. */
    abstract long get(int i, int field);

    /** How many spans these are. */
    public abstract int count();

    /** When span {@code i} began, ns. */
    public final long startNs(int i) {
        return get(i, START);
    }

    /** When span {@code i} ended, ns. */
    public final long endNs(int i) {
        return get(i, END);
    }

    /** What span {@code i} was spent on. */
    public final SpanKind kind(int i) {
        return SpanKind.of((int) get(i, META) & 0xff);
    }

    /** The role that ran. */
    public final int role(int i) {
        return (int) (get(i, META) >> 8) & 0xff;
    }

    /** The lane waited for, or {@link SpanRing#NOBODY}. */
    public final int whom(int i) {
        return (int) (get(i, META) >> 16) & 0xff;
    }

    /** The guard of a wait or hold. */
    public final int what(int i) {
        return (int) (get(i, META) >> 24) & 0xff;
    }

    /** The planted fault that fired for longest in a span of work, I/O or upload, by its number from 1 on; 0 for none. */
    public final int fault(int i) {
        SpanKind kind = kind(i);
        return kind == SpanKind.WORK || kind == SpanKind.IO || kind == SpanKind.UPLOAD ? what(i) : 0;
    }

    /**
     * CPU time of the lane's thread within a span of work, I/O or swap, nested I/O and swaps excluded, ns; -1 if it was not read.
     */
    public final long cpuNs(int i) {
        long cpu = get(i, META) >>> 32;
        return cpu == NO_CPU ? -1 : cpu;
    }

    /** The number of the tick, frame or asset; for pacing, the deadline in ns. */
    public final long detail(int i) {
        return get(i, DETAIL);
    }
}
