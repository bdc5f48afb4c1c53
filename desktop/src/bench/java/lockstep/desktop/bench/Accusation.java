package lockstep.desktop.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.desktop.bench.JudgedFrame.Evidence;
import lockstep.desktop.bench.LaneTime.Stretch;
import lockstep.time.SpanKind;

/**
 * Checks a lane that is accused against what its own spans and its CPU time say. On the rendering lane all of the frame
 * counts; on another one only while somebody waited: for a guard that it held, at the barrier, for its permit. The
 * accusation holds if in that time it really ran, or read files, for half of what it is accused of. If it was in its own code
 * for so long, but mostly without a core, then it slept, and the verdict must say that.
 */
final class Accusation {
    private static final String ASLEEP = "asleep";

    private Accusation() {
    }

    static Evidence evidence(Frozen frozen, Cause c) {
        Stretch frame = new Stretch(frozen.late().startNs(), frozen.late().endNs());
        Optional<FrozenLane> accused = frozen.lanes().stream().filter(l -> l.name().equals(c.lane())).findFirst();
        if (accused.isEmpty()) {
            return Evidence.NONE;
        }
        LaneTime time = LaneTime.of(accused.get());
        List<Stretch> stretches = merged(stretches(frozen, accused.get(), c.kind(), frame));
        if (2 * stretches.stream().mapToLong(s -> time.ranNs(s, false)).sum() >= c.ns()) {
            return Evidence.HOLDS;
        }
        boolean there = 2 * stretches.stream().mapToLong(s -> time.ranNs(s, true)).sum() >= c.ns();
        return there && c.doing().startsWith(ASLEEP) ? Evidence.SLEPT : Evidence.NONE;
    }

    private static List<Stretch> stretches(Frozen frozen, FrozenLane accused, Blame kind, Stretch frame) {
        if (kind == Blame.WORK || kind == Blame.IO || kind == Blame.UPLOAD) {
            return List.of(frame);
        }
        SpanKind waited =
            kind == Blame.GUARD ? SpanKind.GUARD_WAIT : kind == Blame.BARRIER ? SpanKind.BARRIER_WAIT : SpanKind.PERMIT_WAIT;
        List<Stretch> all = new ArrayList<>();
        for (FrozenLane other : frozen.lanes()) {
            if (other.number() != accused.number()) {
                for (int i = 0; i < other.spans().count(); i++) {
                    if (other.spans().kind(i) == waited) {
                        all.addAll(answerable(other, i, accused, kind, frame));
                    }
                }
            }
        }
        return all;
    }

    private static List<Stretch> answerable(FrozenLane waiter, int wait, FrozenLane accused, Blame kind, Stretch frame) {
        Stretch waited = LaneTime.of(waiter).stretch(wait).within(frame);
        if (waited.isEmpty()) {
            return List.of();
        }
        int guard = waiter.spans().what(wait);
        return kind != Blame.GUARD ? List.of(waited)
            : LaneTime.of(accused).spans(SpanKind.HOLD, waited, i -> accused.spans().what(i) == guard);
    }

    /** The same time, each moment once. */
    private static List<Stretch> merged(List<Stretch> all) {
        List<Stretch> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingLong(Stretch::startNs));
        List<Stretch> merged = new ArrayList<>();
        for (Stretch s : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && s.startNs() <= merged.get(last).endNs()) {
                merged.set(last, new Stretch(merged.get(last).startNs(), Math.max(merged.get(last).endNs(), s.endNs())));
            } else {
                merged.add(s);
            }
        }
        return merged;
    }
}
