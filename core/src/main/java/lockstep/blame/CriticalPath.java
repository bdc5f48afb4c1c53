package lockstep.blame;

import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/**
 * Follows what the rendering lane depended on during a frame: its own spans and, where a span is a wait, the lane that was waited
 * for, recursively. A wait for a guard leads to its holder at each moment, not only to the last holder; a wait at the barrier to
 * the lane that came last; a wait for a permit to the lane that ran. Time in which a released lane did not run yet is attributed
 * to the machine. Pauses of the virtual machine are cut out first, wherever the path is.
 *
 * <p>After wPerf (Zhou et al., OSDI 2018), which attributes a wait to what the waited-for thread waited for. For one thread;
 * allocates nothing.
 */
final class CriticalPath {
    /** What a piece of pacing was. */
    static final int PLANNED = 0, PAUSED = 1, OVERSHOT = 2;
    private static final int DEEPEST = 16;

    private final Evidence evidence;
    private final int[] chain = new int[DEEPEST];
    private int depth;
    private PathSink sink;
    private boolean complete;

    CriticalPath(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Follows the path of {@code lane} between two moments.
     *
     * @return false if a lane on it has not published its spans, or they were overwritten
     */
    boolean walk(int lane, long fromNs, long toNs, PathSink into) {
        sink = into;
        complete = true;
        depth = 0;
        Pauses pauses = evidence.pauses();
        long t = fromNs;
        while (t < toNs) {
            int p = pauses.firstEndingAfter(t);
            long until = p < 0 ? toNs : Math.min(toNs, Math.max(t, pauses.startNs(p)));
            if (until > t) {
                follow(lane, t, until, null, 0);
                t = until;
            }
            if (t < toNs) {
                long end = Math.min(toNs, pauses.endNs(p));
                sink.piece(t, end, lane, Blame.GC, 0, -1, null, PathSink.NO_SPAN, true);
                t = end;
            }
        }
        return complete;
    }

    /**
     * Follows one lane. {@code via} is how the waiting lane, the last of the chain, depends on it; null for the rendering lane.
     */
    private void follow(int lane, long from, long to, Blame via, int viaWhat) {
        SpanTrack track = evidence.spans(lane);
        if (evidence.isLost(lane, from)) {
            complete = false;
        }
        int waiter = depth == 0 ? -1 : chain[depth - 1];
        chain[depth++] = lane;
        long t = from;
        int first = track.firstEndingAfter(t);
        while (t < to) {
            while (first < track.count() && track.endNs(first) <= t) {
                first++;
            }
            int inner = first;
            long until = to;
            while (inner < track.count() && !isOn(track, inner, t)) {
                if (track.startNs(inner) > t && track.kind(inner) != SpanKind.HOLD) {
                    until = Math.min(until, track.startNs(inner));
                }
                inner++;
            }
            if (inner == track.count()) {
                complete &= hasToldOfRunsAfter(track, first);
                leaf(lane, t, until, via, viaWhat, waiter, null, PathSink.NO_SPAN);
            } else {
                until = Math.min(until, track.endNs(inner));
                span(lane, t, until, via, viaWhat, waiter, track, inner);
            }
            t = until;
        }
        depth--;
    }

    /** True if a run or a sleep ended at or after span {@code first}, so that no unfinished run surrounds earlier spans. */
    private static boolean hasToldOfRunsAfter(SpanTrack track, int first) {
        for (int i = first; i < track.count(); i++) {
            if (track.kind(i) == SpanKind.WORK || track.kind(i) == SpanKind.PACE) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasToldUntil(SpanTrack track, long ns) {
        return track.count() > 0 && track.endNs(track.count() - 1) >= ns;
    }

    private void span(int lane, long from, long to, Blame via, int viaWhat, int waiter, SpanTrack track, int i) {
        switch (track.kind(i)) {
            case GUARD_WAIT -> holders(lane, from, to, track.what(i), track.whom(i));
            case BARRIER_WAIT -> {
                int whom = track.whom(i);
                if (whom < evidence.lanes() && !isInChain(whom) && depth < DEEPEST) {
                    follow(whom, from, to, Blame.BARRIER, 0);
                } else {
                    freed(isInChain(whom) ? whom : lane, from, to);
                }
            }
            case PERMIT_WAIT -> runners(lane, from, to, track.whom(i));
            default -> leaf(lane, from, to, via, viaWhat, waiter, track.kind(i), i);
        }
    }

    private boolean isInChain(int lane) {
        for (int i = 0; i < depth; i++) {
            if (chain[i] == lane) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whom {@code lane} waited for let it go, or waits for it in turn: it could have run. Unless what says otherwise
     * was lost.
     */
    private void freed(int lane, long from, long to) {
        for (int l = 0; l < evidence.lanes(); l++) {
            if (evidence.isLost(l, from)) {
                complete = false;
                sink.piece(from, to, lane, Blame.UNEXPLAINED, 0, -1, null, PathSink.NO_SPAN, false);
                return;
            }
        }
        sink.piece(from, to, lane, Blame.MACHINE, 0, -1, null, PathSink.NO_SPAN, false);
    }

    private void holders(int lane, long from, long to, int guard, int whom) {
        long t = from;
        while (t < to) {
            int holder = -1;
            long until = t;
            long next = to;
            for (int l = 0; l < evidence.lanes(); l++) {
                SpanTrack track = evidence.spans(l);
                for (int i = l == lane ? track.count() : track.firstEndingAfter(t); i < track.count(); i++) {
                    if (track.kind(i) == SpanKind.HOLD && track.what(i) == guard) {
                        if (track.startNs(i) > t) {
                            next = Math.min(next, track.startNs(i));
                        } else if (track.endNs(i) > until) {
                            until = track.endNs(i);
                            holder = l;
                        }
                    }
                }
            }
            if (holder >= 0) {
                until = Math.min(until, to);
                held(holder, t, until, guard, lane, true);
            } else {
                until = next;
                if (next == to && whom != lane && whom < evidence.lanes() && !hasToldUntil(evidence.spans(whom), to)) {
                    complete = false;
                    held(whom, t, until, guard, lane, false);
                } else {
                    freed(lane, t, until);
                }
            }
            t = until;
        }
    }

    private void held(int holder, long from, long to, int guard, int waiter, boolean sure) {
        if (sure && !isInChain(holder) && depth < DEEPEST) {
            follow(holder, from, to, Blame.GUARD, guard);
        } else {
            sink.piece(from, to, holder, Blame.GUARD, guard, waiter, null, PathSink.NO_SPAN, sure);
        }
    }

    private void runners(int lane, long from, long to, int whom) {
        long t = from;
        while (t < to) {
            int runner = -1;
            int running = 0;
            for (int l = 0; l < evidence.lanes(); l++) {
                int i = l == lane ? -1 : innermost(evidence.spans(l), t);
                if (i >= 0 && isRunning(evidence.spans(l).kind(i)) && (runner < 0 || l == whom)) {
                    runner = l;
                    running = i;
                }
            }
            if (runner < 0) {
                long until = Math.min(to, nextStart(lane, t, to));
                freed(lane, t, until);
                t = until;
            } else {
                SpanTrack track = evidence.spans(runner);
                long until = Math.min(to, changeAfter(track, t, running));
                sink.piece(t, until, runner, Blame.PERMIT, track.role(running), lane, track.kind(running), running, true);
                t = until;
            }
        }
    }

    private static boolean isRunning(SpanKind kind) {
        return kind == SpanKind.WORK || kind == SpanKind.UPLOAD;
    }

    private static int innermost(SpanTrack track, long t) {
        for (int i = track.firstEndingAfter(t); i < track.count(); i++) {
            if (isOn(track, i, t)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * True if span {@code i} is open at {@code t}. Ends are in order except where a clock jumped; a span that has ended must not
     * lead the path back.
     */
    private static boolean isOn(SpanTrack track, int i, long t) {
        return track.startNs(i) <= t && track.endNs(i) > t && track.kind(i) != SpanKind.HOLD;
    }

    /** When the innermost span of a lane, {@code inner} at {@code t}, ends or a span nested in it begins. */
    private static long changeAfter(SpanTrack track, long t, int inner) {
        long change = track.endNs(inner);
        for (int i = track.firstEndingAfter(t); i < inner; i++) {
            if (track.startNs(i) > t && track.kind(i) != SpanKind.HOLD) {
                change = Math.min(change, track.startNs(i));
            }
        }
        return change;
    }

    /** When the state of a lane other than {@code lane} changes next. */
    private long nextStart(int lane, long t, long to) {
        long next = to;
        for (int l = 0; l < evidence.lanes(); l++) {
            SpanTrack track = evidence.spans(l);
            for (int i = l == lane ? track.count() : track.firstEndingAfter(t); i < track.count() && track.endNs(i) <= next;
                i++) {
                next = Math.min(next, track.startNs(i) > t ? track.startNs(i) : Math.max(track.endNs(i), t + 1));
            }
        }
        return next;
    }

    private void leaf(int lane, long from, long to, Blame via, int viaWhat, int waiter, SpanKind activity, int span) {
        if (via != null) {
            sink.piece(from, to, lane, via, viaWhat, waiter, activity, span, activity != null);
            return;
        }
        if (activity == null) {
            sink.piece(from, to, lane, Blame.UNEXPLAINED, 0, -1, null, span, false);
            return;
        }
        SpanTrack track = evidence.spans(lane);
        switch (activity) {
            case WORK -> sink.piece(from, to, lane, Blame.WORK, track.role(span), -1, activity, span, true);
            case IO -> sink.piece(from, to, lane, Blame.IO, track.role(span), -1, activity, span, true);
            case UPLOAD -> sink.piece(from, to, lane, Blame.UPLOAD, 0, -1, activity, span, true);
            case SWAP -> sink.piece(from, to, lane, Blame.SWAP, 0, -1, activity, span, true);
            default -> paced(lane, from, to, track, span);
        }
    }

    private void paced(int lane, long from, long to, SpanTrack track, int span) {
        if (track.what(span) == Pacer.PAUSED) {
            sink.piece(from, to, lane, Blame.PACE, PAUSED, -1, SpanKind.PACE, span, true);
            return;
        }
        long deadline = Math.min(Math.max(track.detail(span), from), to);
        if (deadline > from) {
            sink.piece(from, deadline, lane, Blame.PACE, PLANNED, -1, SpanKind.PACE, span, true);
        }
        if (deadline < to) {
            sink.piece(deadline, to, lane, Blame.PACE, OVERSHOT, -1, SpanKind.PACE, span, true);
        }
    }
}
