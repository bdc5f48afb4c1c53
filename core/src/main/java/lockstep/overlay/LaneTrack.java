package lockstep.overlay;

import java.util.List;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;
import lockstep.overlay.draw.Columns;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.Spans;

/** Reads one lane's spans, each once, into columns and worst waits. Rendering lane; allocates nothing. */
final class LaneTrack {
    /** The most spans read in one frame; if a lane makes more, older ones are skipped. */
    private static final int MOST = 4096;

    private final Lane lane;
    private final LaneRecorder recorder;
    private final boolean draws;
    private final int[] shadeOf = new int[256];
    private final Columns columns = new Columns();
    private final int roles;
    private long next;

    /** {@code draws} if this is the rendering lane, whose swaps end the frames. */
    LaneTrack(Lane lane, List<String> roleNames, boolean draws) {
        this.lane = lane;
        this.draws = draws;
        recorder = lane.recorder();
        roles = lane.stats().size();
        int shade = 0;
        for (RoleStats s : lane.stats()) {
            int number = roleNames.indexOf(s.role());
            if (number >= 0) {
                shadeOf[number] = shade++ & 3;
            }
        }
    }

    /** True if this is the rendering lane. */
    boolean draws() {
        return draws;
    }

    Lane lane() {
        return lane;
    }

    /** How many roles the lane runs. */
    int roles() {
        return roles;
    }

    Columns columns() {
        return columns;
    }

    /** Starts again with columns of {@code nsPerColumn}, from the newest spans in the ring. */
    void restart(long nsPerColumn, long nowNs) {
        columns.reset(nsPerColumn, nowNs);
        next = 0;
    }

    /** Reads new spans, using {@code into} as a buffer. */
    void read(Spans into, WorstWait guards, WorstWait barrier) {
        long end = recorder.ring().written();
        long from = Math.max(next, end - MOST);
        while (from < end) {
            into.read(recorder.ring(), from);
            from = into.next();
            for (int i = 0, n = into.count(); i < n; i++) {
                SpanKind kind = into.kind(i);
                long startNs = into.startNs(i);
                long endNs = into.endNs(i);
                columns.add(kind, shadeOf[into.role(i)], startNs, endNs);
                if (kind == SpanKind.GUARD_WAIT || kind == SpanKind.PERMIT_WAIT) {
                    guards.add(endNs - startNs, recorder.lane(), into.whom(i), into.what(i));
                } else if (kind == SpanKind.BARRIER_WAIT) {
                    barrier.add(endNs - startNs, recorder.lane(), into.whom(i), into.what(i));
                } else if (kind == SpanKind.SWAP && draws) {
                    columns.mark(endNs);
                }
            }
        }
        next = from;
    }
}
