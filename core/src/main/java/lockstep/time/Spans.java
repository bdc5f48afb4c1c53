package lockstep.time;

/**
 * One reader's copy of spans from a {@link SpanRing}. Preallocated and reused; for one thread. Index 0 is the oldest span of the
 * last {@link #read}.
 */
public final class Spans extends SpanRecords {
    private final LongCopy copy;

    /** Makes room for {@code max} spans per read. */
    public Spans(int max) {
        copy = new LongCopy(max, STRIDE);
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
    @Override
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

    @Override
    long get(int i, int field) {
        return copy.get(i, field);
    }

    /** Copies span {@code i} to the end of {@code track}. */
    void appendTo(SpanTrack track, int i) {
        track.append(copy, i);
    }
}
