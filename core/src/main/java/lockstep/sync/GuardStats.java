package lockstep.sync;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.HdrHistogram.Histogram;

/**
 * Waits and holds of one guard, in ns, kept separately for each lane so that no lane disturbs another.
 *
 * <p>A lane records only its own. The figures are exact once the lanes have been joined. Recording allocates nothing after a
 * lane's first acquisition.
 */
public final class GuardStats {
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final int MAX_LANES = 255;

    private static final class PerLane {
        final Histogram waits = new Histogram(1, LONGEST_NS, 2);
        final Histogram holds = new Histogram(1, LONGEST_NS, 2);
        long discarded;
    }

    private final AtomicReferenceArray<PerLane> lanes = new AtomicReferenceArray<>(MAX_LANES);

    /** Lane {@code lane} waited {@code ns} for the guard. */
    public void waited(int lane, long ns) {
        of(lane).waits.recordValue(clamp(ns));
    }

    /** Lane {@code lane} held the guard for {@code ns}. */
    public void held(int lane, long ns) {
        of(lane).holds.recordValue(clamp(ns));
    }

    /** Lane {@code lane} discarded an optimistic read because a writer came. */
    public void discarded(int lane) {
        of(lane).discarded++;
    }

    /** Optimistic reads of all lanes that were discarded because a writer came. */
    public long discarded() {
        long sum = 0;
        for (int i = 0; i < MAX_LANES; i++) {
            PerLane p = lanes.get(i);
            sum += p == null ? 0 : p.discarded;
        }
        return sum;
    }

    /** Contended waits of all lanes, in ns. */
    public Histogram waits() {
        Histogram sum = new Histogram(1, LONGEST_NS, 2);
        for (int i = 0; i < MAX_LANES; i++) {
            PerLane p = lanes.get(i);
            if (p != null) {
                sum.add(p.waits);
            }
        }
        return sum;
    }

    /** Holds of all lanes, in ns: one for each acquisition. */
    public Histogram holds() {
        Histogram sum = new Histogram(1, LONGEST_NS, 2);
        for (int i = 0; i < MAX_LANES; i++) {
            PerLane p = lanes.get(i);
            if (p != null) {
                sum.add(p.holds);
            }
        }
        return sum;
    }

    /** Contended waits of one lane, in ns; a copy. */
    public Histogram waits(int lane) {
        PerLane p = lanes.get(lane);
        return p == null ? new Histogram(1, LONGEST_NS, 2) : p.waits.copy();
    }

    /** Holds of one lane, in ns: one for each acquisition; a copy. */
    public Histogram holds(int lane) {
        PerLane p = lanes.get(lane);
        return p == null ? new Histogram(1, LONGEST_NS, 2) : p.holds.copy();
    }

    private PerLane of(int lane) {
        PerLane p = lanes.getPlain(lane);
        if (p == null) {
            p = new PerLane();
            lanes.set(lane, p);
        }
        return p;
    }

    private static long clamp(long ns) {
        return Math.min(Math.max(ns, 0), LONGEST_NS);
    }
}
