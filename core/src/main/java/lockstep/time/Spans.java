package lockstep.time;

/**
 * One reader's copy of spans from a {@link SpanRing}. Preallocated and reused; for one thread. Index 0 is the oldest span of the
 * last {@link #read}.
 */
public final class Spans {
    private final LongCopy copy;

    /** Makes room for {@code max} spans per read. */
    public Spans(int max) {
        copy = new LongCopy(max, SpanRing.STRIDE);
    }

    /** Copies the newest spans of {@code ring} that fit, oldest first. */
    public void readNewest(SpanRing ring) {
        copy.readNewest(ring.ring);
    }

    /** Copies the spans from index {@code from} on; those overwritten before or during the copy are counted as lost. */
    public void read(SpanRing ring, long from) {
        copy.read(ring.ring, from);
    }

    /** Spans in this copy. */
    public int count() {
        return copy.count();
    }

    /** The index to continue reading from. */
    public long next() {
        return copy.next();
    }

    /** Spans that were overwritten before this reader came, over all reads. */
    public long lost() {
        return copy.lost();
    }

    /** When span {@code i} began, ns. */
    public long startNs(int i) {
        return copy.get(i, 0);
    }

    /** When span {@code i} ended, ns. */
    public long endNs(int i) {
        return copy.get(i, 1);
    }

    /** What span {@code i} was spent on. */
    public SpanKind kind(int i) {
        return SpanKind.of((int) meta(i) & 0xff);
    }

    /** The role that ran. */
    public int role(int i) {
        return (int) (meta(i) >> 8) & 0xff;
    }

    /** The lane waited for, or {@link SpanRing#NOBODY}. */
    public int whom(int i) {
        return (int) (meta(i) >> 16) & 0xff;
    }

    /** The planted fault that fired for longest in a span of work, I/O or upload, by its number from 1 on; 0 for none. */
    public int fault(int i) {
        SpanKind kind = kind(i);
        return kind == SpanKind.WORK || kind == SpanKind.IO || kind == SpanKind.UPLOAD ? what(i) : 0;
    }

    /** The guard of a wait or hold. */
    public int what(int i) {
        return (int) (meta(i) >> 24) & 0xff;
    }

    /**
     * CPU time of the lane's thread within a span of work, I/O or swap, nested I/O and swaps excluded, ns; -1 if it was not read.
     */
    public long cpuNs(int i) {
        long cpu = meta(i) >>> 32;
        return cpu == SpanRing.NO_CPU ? -1 : cpu;
    }

    /** The number of the tick, frame or asset; for pacing, the deadline in ns. */
    public long detail(int i) {
        return copy.get(i, 3);
    }

    private long meta(int i) {
        return copy.get(i, 2);
    }

    /** Copies span {@code i} to the end of {@code track}. */
    void appendTo(SpanTrack track, int i) {
        track.append(copy, i);
    }
}
