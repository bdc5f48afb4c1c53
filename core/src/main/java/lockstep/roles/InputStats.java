package lockstep.roles;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * How old input was when it reached {@code intents}. The input lane records; the summary reads once it was joined, and one
 * thread meanwhile drains the ages.
 *
 * <p>GLFW gives no event times, so age is an upper bound: from the end of the previous pump, before which the event
 * cannot have happened unseen, to the write.
 */
public final class InputStats {
    private static final int LOGGED = 1 << 16;

    private final Histogram ageNs = new Histogram(1, 60_000_000_000L, 3);
    private final SingleWriterRecorder recentAge = new SingleWriterRecorder(1, 60_000_000_000L, 3);
    private final long[] stampNs;
    private final int[] keys;
    private final AtomicLong writes = new AtomicLong();
    private long drainedWrites;
    private int logged;
    private long events;

    /** @param log true to keep the stamps of the first 65,536 key events */
    public InputStats(boolean log) {
        stampNs = new long[log ? LOGGED : 0];
        keys = new int[log ? LOGGED : 0];
    }

    void written(int events, long age) {
        this.events += events;
        long ns = Math.min(Math.max(age, 1), 60_000_000_000L);
        ageNs.recordValueWithCount(ns, events);
        recentAge.recordValueWithCount(ns, events);
        writes.setRelease(writes.getPlain() + 1);
    }

    /**
     * Moves the ages in ns recorded since the last call into {@code into}; one thread at a time. False if there are
     * none: costs nothing.
     */
    public boolean drainAge(Histogram into) {
        long recorded = writes.getAcquire();
        if (recorded == drainedWrites) {
            return false;
        }
        drainedWrites = recorded;
        recentAge.getIntervalHistogramInto(into);
        return true;
    }

    /** An empty histogram that {@link #drainAge} can fill. */
    public Histogram emptyAge() {
        return recentAge.getIntervalHistogram();
    }

    void logKey(int key, boolean down, long atNs) {
        if (logged < stampNs.length) {
            keys[logged] = down ? key : ~key;
            stampNs[logged++] = atNs;
        }
    }

    /** Events written to {@code intents}. */
    public long events() {
        return events;
    }

    /** Ages in ns, one for each event. */
    public Histogram ageNs() {
        return ageNs;
    }

    /** Key events logged. */
    public int logged() {
        return logged;
    }

    /** Key of a logged event. */
    public int key(int i) {
        return keys[i] < 0 ? ~keys[i] : keys[i];
    }

    /** True if it went down. */
    public boolean down(int i) {
        return keys[i] >= 0;
    }

    /** When the pump found it, ns of {@link System#nanoTime}. */
    public long stampNs(int i) {
        return stampNs[i];
    }
}
