package lockstep.time;

/**
 * One reader's copy of frames from a {@link FrameLog}. Preallocated and reused; for one thread. Index 0 is the oldest frame of
 * the last {@link #read}.
 */
public final class Frames extends FrameRecords {
    private final LongCopy copy;

    /** Makes room for {@code max} frames per read. */
    public Frames(int max) {
        copy = new LongCopy(max, STRIDE);
    }

    /** Copies the frames from index {@code from} on (the first frame is 0); those no longer kept are counted as lost. */
    public void read(FrameLog log, long from) {
        copy.read(log.ring, from);
    }

    /** Frames in this copy. */
    @Override
    public int count() {
        return copy.count();
    }

    /** The index to continue reading from. */
    public long next() {
        return copy.next();
    }

    /** Frames that were overwritten before this reader came, over all reads. */
    public long lost() {
        return copy.lost();
    }

    @Override
    protected long get(int i, int field) {
        return copy.get(i, field);
    }

    /** Copies frame {@code i} into {@code into}, {@link #STRIDE} longs from {@code at} on. */
    public void copyTo(int i, long[] into, int at) {
        copy.copyTo(i, into, at);
    }
}
