package lockstep.blame;

/**
 * The newest frames in time that were not looked into yet: what is usual is asked only when a frame is late, so the game
 * may run for minutes without anybody following its paths. A frame waits here until then, or until one second of newer ones
 * has come: after that the evidence of it would begin to be forgotten. Belongs to one thread; allocates nothing.
 */
final class InTime {
    /** More are never needed. */
    static final int MOST = Usual.FRAMES;
    private static final long OLDEST_NS = 1_000_000_000;

    private final int[] lanes = new int[MOST];
    private final long[] startsNs = new long[MOST];
    private final long[] endsNs = new long[MOST];
    private int first;
    private int count;

    /** Adds a frame; the oldest gives way if there are too many. */
    void add(int lane, long startNs, long endNs) {
        if (count == MOST) {
            removeFirst();
        }
        int i = (first + count++) % MOST;
        lanes[i] = lane;
        startsNs[i] = startNs;
        endsNs[i] = endNs;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** True if the oldest must be looked into now. */
    boolean isFirstDue(long nowNs) {
        return count > 0 && endsNs[first] < nowNs - OLDEST_NS;
    }

    /** Number of the lane that drew the oldest. */
    int firstLane() {
        return lanes[first];
    }

    long firstStartNs() {
        return startsNs[first];
    }

    long firstEndNs() {
        return endsNs[first];
    }

    void removeFirst() {
        first = (first + 1) % MOST;
        count--;
    }
}
