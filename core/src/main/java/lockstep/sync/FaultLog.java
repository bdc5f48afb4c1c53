package lockstep.sync;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Each firing of a planted fault: the ground truth for the judge. Any lane adds entries without waiting. They are read after the
 * lanes were joined, which orders them before the reader. The first 65,536 firings are kept in full, the rest only counted.
 */
public final class FaultLog {
    private static final int KEPT = 65_536;

    private final AtomicInteger next = new AtomicInteger();
    private final FaultNumbers numbers = new FaultNumbers();
    private String[] points = {};
    private String[] lanes = {};
    private long[] atNs = {};
    private long[] forNs = {};

    /** An empty log; with room for entries only if {@code any} fault is planted. */
    public FaultLog(boolean any) {
        if (any) {
            makeRoom();
        }
    }

    /** Makes room for entries if there is none; before the lanes run, or while all are paused. */
    void makeRoom() {
        if (points.length == 0) {
            points = new String[KEPT];
            lanes = new String[KEPT];
            atNs = new long[KEPT];
            forNs = new long[KEPT];
        }
    }

    void add(String point, String lane, long at, long took) {
        int i = next.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : n + 1);
        if (i < points.length) {
            points[i] = point;
            lanes[i] = lane;
            atNs[i] = at;
            forNs[i] = took;
        }
    }

    /** The numbers by which spans name what was planted. */
    FaultNumbers numbers() {
        return numbers;
    }

    /** Firings so far; any thread. */
    public int fired() {
        return next.get();
    }

    /** Entries kept. */
    public int kept() {
        return Math.min(next.get(), points.length);
    }

    /** Point of entry {@code i}. */
    public String point(int i) {
        return points[i];
    }

    /** Lane of entry {@code i}. */
    public String lane(int i) {
        return lanes[i];
    }

    /** Start of entry {@code i} on {@link System#nanoTime}. */
    public long atNs(int i) {
        return atNs[i];
    }

    /** How long entry {@code i} really took, in ns. */
    public long forNs(int i) {
        return forNs[i];
    }
}
