package lockstep.desktop.bench;

import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.desktop.bench.LaneTime.Stretch;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/** Two simple ways to name the lane that made a frame late, to compare the game's own with. */
final class NaiveJudges {
    private NaiveJudges() {
    }

    /** The lane with the longest run of a role in the frame, its waits taken off. */
    static String longest(Frozen frozen) {
        Stretch frame = frame(frozen);
        String lane = frozen.late().lane();
        long most = 0;
        for (FrozenLane l : frozen.lanes()) {
            LaneTime time = LaneTime.of(l);
            for (int i = 0; i < l.spans().count(); i++) {
                long ns = l.spans().kind(i) == SpanKind.WORK ? time.ownNs(i, frame) : 0;
                if (ns > most) {
                    most = ns;
                    lane = l.name();
                }
            }
        }
        return lane;
    }

    /** Whom the rendering lane's longest wait in the frame was for, by what it saw itself; without a wait, the lane itself. */
    static String waitedFor(Frozen frozen) {
        Stretch frame = frame(frozen);
        String lane = frozen.late().lane();
        SpanTrack track = named(frozen, lane).spans();
        long most = 0;
        for (int i = 0; i < track.count(); i++) {
            SpanKind kind = track.kind(i);
            boolean waits = kind == SpanKind.GUARD_WAIT || kind == SpanKind.BARRIER_WAIT || kind == SpanKind.PERMIT_WAIT;
            long ns = waits ? new LaneTime(track).stretch(i).overlapNs(frame.startNs(), frame.endNs()) : 0;
            if (ns > most && track.whom(i) < frozen.lanes().size()) {
                most = ns;
                lane = frozen.lanes().get(track.whom(i)).name();
            }
        }
        return lane;
    }

    private static Stretch frame(Frozen f) {
        return new Stretch(f.late().startNs(), f.late().endNs());
    }

    private static FrozenLane named(Frozen f, String lane) {
        return f.lanes().stream().filter(l -> l.name().equals(lane)).findFirst().orElseThrow();
    }
}
