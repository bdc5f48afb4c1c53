package lockstep.blame;

/**
 * The newest on-time frames that have not been analysed. What is usual is needed only when a frame is late, so no path is
 * followed until then. A frame waits here until a late frame comes, or for one second at most, after which its spans may be
 * overwritten. For one thread; allocates nothing.
 */
final class InTime {
    /** How many frames are kept; more are never needed. */
    static final int MOST = Usual.FRAMES;
    private static final long OLDEST_NS = 1_000_000_000;

    private final int[] lanes = new int[MOST];
    private final long[] startsNs = new long[MOST];
    private final long[] endsNs = new long[MOST];
    private int first;
    private int count;

    /** Adds a frame; drops the oldest if there are too many. */
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

    /** True if the oldest must be analysed now. */
    boolean isFirstDue(long nowNs) {
        return count > 0 && endsNs[first] < nowNs - OLDEST_NS;
    }

    /** Number of the lane that drew the oldest frame. */
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
