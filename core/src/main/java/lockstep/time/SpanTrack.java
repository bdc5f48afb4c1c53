package lockstep.time;

import java.util.Arrays;

/**
 * Spans of one lane, copied from its ring in the order in which they ended and kept for later analysis. Grows up to a limit, then
 * forgets the oldest. For one thread; any thread may read a {@link #copy} to which nothing is appended any more.
 */
public final class SpanTrack extends SpanRecords {
    private static final int FIRST_SPANS = 256;

    private final int most;
    private long[] spans;
    private int count;
    private long forgottenUntilNs = Long.MIN_VALUE;

    /** Keeps the newest {@code most} spans. */
    public SpanTrack(int most) {
        this.most = most;
        spans = new long[Math.min(most, FIRST_SPANS) * STRIDE];
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

    /** Appends one span; the getters of {@link SpanRecords} say what the values mean. {@code cpuNs} is -1 if it was not read. */
    public void append(SpanKind kind, long startNs, long endNs, int role, int whom, int what, long cpuNs, long detail) {
        int at = room();
        put(spans, at, startNs, endNs, meta(kind, role, whom, what, cpuNs), detail);
        count++;
    }

    private int room() {
        if (count * STRIDE == spans.length) {
            if (count < most) {
                spans = Arrays.copyOf(spans, Math.min(2 * count, most) * STRIDE);
            } else {
                drop(count / 4 + 1);
            }
        }
        return count * STRIDE;
    }

    private void drop(int oldest) {
        forgottenUntilNs = endNs(oldest - 1);
        System.arraycopy(spans, oldest * STRIDE, spans, 0, (count - oldest) * STRIDE);
        count -= oldest;
    }

    /** The spans that ended after {@code fromNs} and began before {@code toNs}, with room for one more. */
    public SpanTrack copy(long fromNs, long toNs) {
        int first = firstEndingAfter(fromNs);
        long[] kept = new long[(count - first) * STRIDE];
        int n = 0;
        for (int i = first; i < count; i++) {
            if (startNs(i) < toNs) {
                System.arraycopy(spans, i * STRIDE, kept, n++ * STRIDE, STRIDE);
            }
        }
        return new SpanTrack(Arrays.copyOf(kept, (n + 1) * STRIDE), n);
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
    @Override
    public int count() {
        return count;
    }

    @Override
    long get(int i, int field) {
        return spans[i * STRIDE + field];
    }
}
