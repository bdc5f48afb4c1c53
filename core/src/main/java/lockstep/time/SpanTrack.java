package lockstep.time;

import java.util.Arrays;

/**
 * Spans of one lane, copied from its ring in the order in which they ended and kept for later analysis. Grows up to a limit, then
 * forgets the oldest. For one thread; any thread may read a {@link #copy} to which nothing is appended any more.
 */
public final class SpanTrack {
    private static final int FIRST_SPANS = 256;

    private final int most;
    private long[] spans;
    private int count;
    private long forgottenUntilNs = Long.MIN_VALUE;

    /** Keeps the newest {@code most} spans. */
    public SpanTrack(int most) {
        this.most = most;
        spans = new long[Math.min(most, FIRST_SPANS) * SpanRing.STRIDE];
    }

    private SpanTrack(long[] spans, int count) {
        this.spans = spans;
        this.count = count;
        most = count + 1;
    }

    /** Appends all spans of {@code from}. */
    public void append(Spans from) {
        for (int i = 0; i < from.count(); i++) {
            from.appendTo(this, i);
        }
    }

    void append(LongCopy from, int i) {
        int at = room();
        from.copyTo(i, spans, at);
        count++;
    }

    /** Appends one span; the getters of {@link Spans} say what the values mean. {@code cpuNs} is -1 if it was not read. */
    public void append(SpanKind kind, long startNs, long endNs, int role, int whom, int what, long cpuNs, long detail) {
        int at = room();
        spans[at] = startNs;
        spans[at + 1] = endNs;
        spans[at + 2] = SpanRing.meta(kind, role, whom, what, cpuNs);
        spans[at + 3] = detail;
        count++;
    }

    private int room() {
        if (count * SpanRing.STRIDE == spans.length) {
            if (count < most) {
                spans = Arrays.copyOf(spans, Math.min(2 * count, most) * SpanRing.STRIDE);
            } else {
                drop(count / 4 + 1);
            }
        }
        return count * SpanRing.STRIDE;
    }

    private void drop(int oldest) {
        forgottenUntilNs = endNs(oldest - 1);
        System.arraycopy(spans, oldest * SpanRing.STRIDE, spans, 0, (count - oldest) * SpanRing.STRIDE);
        count -= oldest;
    }

    /** The spans that ended after {@code fromNs} and began before {@code toNs}, with room for one more. */
    public SpanTrack copy(long fromNs, long toNs) {
        int first = firstEndingAfter(fromNs);
        long[] kept = new long[(count - first) * SpanRing.STRIDE];
        int n = 0;
        for (int i = first; i < count; i++) {
            if (startNs(i) < toNs) {
                System.arraycopy(spans, i * SpanRing.STRIDE, kept, n++ * SpanRing.STRIDE, SpanRing.STRIDE);
            }
        }
        return new SpanTrack(Arrays.copyOf(kept, (n + 1) * SpanRing.STRIDE), n);
    }

    /** Index of the first span that ended after {@code ns}, or {@link #count}. */
    public int firstEndingAfter(long ns) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (endNs(middle) <= ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The end of the newest forgotten span, ns; {@link Long#MIN_VALUE} if none was forgotten. */
    public long forgottenUntilNs() {
        return forgottenUntilNs;
    }

    /** Spans kept. */
    public int count() {
        return count;
    }

    /** When span {@code i} began, ns. */
    public long startNs(int i) {
        return spans[i * SpanRing.STRIDE];
    }

    /** When span {@code i} ended, ns. */
    public long endNs(int i) {
        return spans[i * SpanRing.STRIDE + 1];
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

    /** As {@link Spans#cpuNs}. */
    public long cpuNs(int i) {
        long cpu = meta(i) >>> 32;
        return cpu == SpanRing.NO_CPU ? -1 : cpu;
    }

    /** As {@link Spans#detail}. */
    public long detail(int i) {
        return spans[i * SpanRing.STRIDE + 3];
    }

    private long meta(int i) {
        return spans[i * SpanRing.STRIDE + 2];
    }
}
