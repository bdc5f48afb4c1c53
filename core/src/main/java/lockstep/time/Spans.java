package lockstep.time;

import java.lang.invoke.VarHandle;

/**
 * One reader's copy of spans from a {@link SpanRing}. Preallocated and reused; belongs to one thread. Index 0 is the
 * oldest span of the last {@link #read}.
 */
public final class Spans {
    private final long[] copy;
    private final int max;
    private int first;
    private int count;
    private long nextIndex;
    private long lost;

    /** Room for {@code max} spans a read. */
    public Spans(int max) {
        this.max = max;
        copy = new long[max * SpanRing.STRIDE];
    }

    /** Copies the newest spans of {@code ring}, at most the room there is, oldest first. */
    public void readNewest(SpanRing ring) {
        read(ring, Math.max(0, ring.written() - Math.min(max, ring.capacity - 1)));
    }

    /** Copies the spans from index {@code from} on; what was overwritten before or while copying is counted as lost. */
    public void read(SpanRing ring, long from) {
        long end = ring.written();
        long begin = Math.max(from, end - (ring.capacity - 1));
        int n = (int) Math.min(max, end - begin);
        int mask = ring.capacity - 1;
        for (int i = 0; i < n; i++) {
            System.arraycopy(ring.slots, (int) ((begin + i) & mask) * SpanRing.STRIDE, copy, i * SpanRing.STRIDE, SpanRing.STRIDE);
        }
        VarHandle.acquireFence();
        long oldestSafe = ring.written() - (ring.capacity - 1);
        first = (int) Math.min(n, Math.max(0, oldestSafe - begin));
        count = n - first;
        nextIndex = begin + n;
        lost += begin - from + first;
    }

    /** Spans in this copy. */
    public int count() {
        return count;
    }

    /** The index to go on reading from. */
    public long next() {
        return nextIndex;
    }

    /** Spans that were overwritten before this reader came, over all reads. */
    public long lost() {
        return lost;
    }

    public long startNs(int i) {
        return copy[(first + i) * SpanRing.STRIDE];
    }

    public long endNs(int i) {
        return copy[(first + i) * SpanRing.STRIDE + 1];
    }

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

    /** The guard of a wait or hold. */
    public int what(int i) {
        return (int) (meta(i) >> 24) & 0xff;
    }

    /** Tick, frame or asset number. */
    public long detail(int i) {
        return copy[(first + i) * SpanRing.STRIDE + 3];
    }

    private long meta(int i) {
        return copy[(first + i) * SpanRing.STRIDE + 2];
    }
}
