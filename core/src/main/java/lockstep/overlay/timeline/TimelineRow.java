package lockstep.overlay.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lockstep.blame.FrozenLane;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/**
 * One lane of a timeline: its spans, cut into consecutive pieces that each belong to the innermost span there, so that nothing
 * overlaps. Holds are separate, because a lane that holds a guard also works or waits. Immutable.
 */
final class TimelineRow {
    private record Piece(long from, long to, int span) {
    }

    private final FrozenLane lane;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> holds = new ArrayList<>();
    private final List<Integer> roles;

    TimelineRow(FrozenLane lane) {
        this.lane = lane;
        SpanTrack spans = lane.spans();
        List<Integer> others = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < spans.count(); i++) {
            (spans.kind(i) == SpanKind.HOLD ? holds : others).add(i);
            if (spans.kind(i) == SpanKind.WORK && !seen.contains(spans.role(i))) {
                seen.add(spans.role(i));
            }
        }
        roles = seen.stream().sorted().toList();
        others.sort(Comparator.<Integer>comparingLong(spans::startNs)
            .thenComparing(Comparator.<Integer>comparingLong(spans::endNs).reversed()));
        cut(spans, others);
    }

    private void cut(SpanTrack spans, List<Integer> outerFirst) {
        List<Integer> open = new ArrayList<>();
        long at = Long.MIN_VALUE;
        for (int span : outerFirst) {
            at = close(spans, open, at, spans.startNs(span));
            if (!open.isEmpty()) {
                piece(at, spans.startNs(span), last(open));
            }
            at = Math.max(at, spans.startNs(span));
            open.add(span);
        }
        close(spans, open, at, Long.MAX_VALUE);
    }

    /** Ends the open spans that end by {@code by}, innermost first; returns up to where the lane is cut, ns. */
    private long close(SpanTrack spans, List<Integer> open, long from, long by) {
        long at = from;
        while (!open.isEmpty() && spans.endNs(last(open)) <= by) {
            int span = open.remove(open.size() - 1);
            piece(at, spans.endNs(span), span);
            at = Math.max(at, spans.endNs(span));
        }
        return at;
    }

    private void piece(long from, long to, int span) {
        if (to > from) {
            pieces.add(new Piece(from, to, span));
        }
    }

    private static int last(List<Integer> list) {
        return list.get(list.size() - 1);
    }

    /** The lane's number. */
    int number() {
        return lane.number();
    }

    String name() {
        return lane.name();
    }

    SpanTrack spans() {
        return lane.spans();
    }

    /** True if a span is a wait that had not ended when the evidence was kept. */
    boolean goesOn(int span) {
        return lane.waits() && span == lane.spans().count() - 1;
    }

    /** Up to when the lane's activity is known, ns, a wait that had not ended excluded; {@code otherwise} if unknown. */
    long toldUntil(long otherwise) {
        int last = pieces.size() - 1;
        last -= last >= 0 && goesOn(span(last)) ? 1 : 0;
        return last < 0 ? otherwise : to(last);
    }

    /** How many pieces there are, in order of time. */
    int pieces() {
        return pieces.size();
    }

    long from(int piece) {
        return pieces.get(piece).from;
    }

    long to(int piece) {
        return pieces.get(piece).to;
    }

    /** The span a piece belongs to. */
    int span(int piece) {
        return pieces.get(piece).span;
    }

    /** How many holds there are, in order of their ends. */
    int holds() {
        return holds.size();
    }

    /** The span of a hold. */
    int hold(int i) {
        return holds.get(i);
    }

    /** Which of the lane's roles, by their numbers, a span of work belongs to: its shade. */
    int shade(int span) {
        return Math.max(0, roles.indexOf(lane.spans().role(span)));
    }

    /** The first piece that ends after an instant, or {@link #pieces}. */
    int pieceEndingAfter(long ns) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).to <= ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The span of the shortest piece within {@code slack} ns of an instant, so that thin ones can be picked too; or -1. */
    int pick(long ns, long slack) {
        int best = -1;
        long shortest = Long.MAX_VALUE;
        for (int i = pieceEndingAfter(ns - slack - 1); i < pieces.size() && from(i) <= ns + slack; i++) {
            if (to(i) - from(i) < shortest) {
                shortest = to(i) - from(i);
                best = span(i);
            }
        }
        return best;
    }

    /** As {@link #pick} among the holds. */
    int pickHold(long ns, long slack) {
        int best = -1;
        for (int hold : holds) {
            if (spans().startNs(hold) <= ns + slack && spans().endNs(hold) >= ns - slack && (best < 0 || ns(hold) < ns(best))) {
                best = hold;
            }
        }
        return best;
    }

    private long ns(int span) {
        return spans().endNs(span) - spans().startNs(span);
    }
}
