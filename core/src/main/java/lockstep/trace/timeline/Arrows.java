package lockstep.trace.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/** Connects each wait with what the lane waited for did meanwhile: its hold of the guard, or its run. One thread. */
final class Arrows {
    private List<Slice> waits = new ArrayList<>();
    private long made;

    /** Takes in a slice that was just read. */
    void see(Slice s) {
        boolean wait = s.kind == SpanKind.GUARD_WAIT || s.kind == SpanKind.BARRIER_WAIT || s.kind == SpanKind.PERMIT_WAIT;
        if (wait && s.whom != SpanRing.NOBODY && s.endNs > s.startNs) {
            waits.add(s);
        }
    }

    /**
     * Ties the waits that ended up to {@code toNs}; {@code lane}: the slices of a lane, in the order in which they
     * ended, or null.
     */
    void tie(long toNs, IntFunction<List<Slice>> lane) {
        List<Slice> later = new ArrayList<>();
        for (Slice wait : waits) {
            if (wait.endNs > toNs) {
                later.add(wait);
            } else if (!wait.isWritten()) {
                tie(wait, lane.apply(wait.whom));
            }
        }
        waits = later;
    }

    private void tie(Slice wait, List<Slice> others) {
        Slice best = null;
        for (int i = others == null ? -1 : others.size() - 1; i >= 0 && others.get(i).endNs > wait.startNs; i--) {
            Slice s = others.get(i);
            boolean meant =
                wait.kind == SpanKind.GUARD_WAIT ? s.kind == SpanKind.HOLD && s.what == wait.what : s.kind == SpanKind.WORK;
            if (meant && !s.isWritten() && s.overlapNs(wait) > 0 && (best == null || s.overlapNs(wait) > best.overlapNs(wait))) {
                best = s;
            }
        }
        if (best != null) {
            made++;
            wait.add(new Slice.Flow(made, true, wait.startNs));
            best.add(new Slice.Flow(made, false, Math.max(best.startNs, wait.startNs)));
        }
    }
}
