package lockstep.overlay.timeline;

import java.util.ArrayList;
import java.util.List;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/**
 * One lane's wait for another. Immutable.
 *
 * @param waiter the row of the waiting lane
 * @param whom the row of the lane it waited for
 * @param from when the wait began, ns
 * @param to when the wait ended, ns
 * @param span the wait, on the waiter's row
 */
record TimelineArrow(int waiter, int whom, long from, long to, int span, SpanKind kind) {
    /** All waits of all rows for which the lane waited for is known. */
    static List<TimelineArrow> of(List<TimelineRow> rows) {
        List<TimelineArrow> all = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            SpanTrack spans = rows.get(r).spans();
            for (int i = 0; i < spans.count(); i++) {
                int whom = OverlayPalette.hatched(spans.kind(i)) ? TimelinePath.rowOf(rows, spans.whom(i)) : -1;
                if (whom >= 0 && whom != r) {
                    all.add(new TimelineArrow(r, whom, spans.startNs(i), spans.endNs(i), i, spans.kind(i)));
                }
            }
        }
        return all;
    }
}
