package lockstep.desktop.bench;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lockstep.blame.FrozenLane;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/** What the spans of one lane say by themselves, added up without the judge's code. Times are ns. */
record LaneTime(SpanTrack track) {
    /** A stretch of time. */
    record Stretch(long startNs, long endNs) implements Serializable {
        static final Stretch NONE = new Stretch(0, 0);

        long ns() {
            return endNs - startNs;
        }

        long overlapNs(long from, long to) {
            return Math.max(0, Math.min(endNs, to) - Math.max(startNs, from));
        }

        Stretch within(Stretch other) {
            return new Stretch(Math.max(startNs, other.startNs), Math.min(endNs, other.endNs));
        }

        boolean isEmpty() {
            return endNs <= startNs;
        }
    }

    static LaneTime of(FrozenLane lane) {
        return new LaneTime(lane.spans());
    }

    Stretch stretch(int i) {
        return new Stretch(track.startNs(i), track.endNs(i));
    }

    /** The stretches of its spans of that kind that lie in {@code frame}; {@code which} chooses by index. */
    List<Stretch> spans(SpanKind kind, Stretch frame, IntPredicate which) {
        return IntStream.range(0, track.count()).filter(i -> track.kind(i) == kind).filter(which)
            .mapToObj(i -> stretch(i).within(frame)).filter(s -> !s.isEmpty()).toList();
    }

    /** Time of a run in which the lane was not waiting, sleeping, reading or swapping, within a stretch. */
    long ownNs(int run, Stretch in) {
        Stretch clipped = stretch(run).within(in);
        if (clipped.isEmpty()) {
            return 0;
        }
        long own = clipped.endNs() - clipped.startNs();
        for (int i = 0; i < run; i++) {
            if (track.kind(i).isWait() && track.startNs(i) >= track.startNs(run)) {
                own -= stretch(i).overlapNs(clipped.startNs(), clipped.endNs());
            }
        }
        return own;
    }

    /**
     * Time within a stretch in which it read files, and in its runs for which its thread had a core, or all if
     * {@code asleepToo}.
     */
    long ranNs(Stretch in, boolean asleepToo) {
        long ran = 0;
        for (int i = 0; i < track.count(); i++) {
            if (track.kind(i) == SpanKind.IO) {
                ran += stretch(i).overlapNs(in.startNs(), in.endNs());
            } else if (track.kind(i) == SpanKind.WORK) {
                long own = ownNs(i, stretch(i));
                long part = ownNs(i, in);
                ran += asleepToo || track.cpuNs(i) < 0 || own == 0 ? part
                    : (long) (part * Math.min(1, (double) track.cpuNs(i) / own));
            }
        }
        return ran;
    }

    /** The longest stretch of a frame in which it went on sleeping though its deadline had come. */
    Stretch overslept(Stretch frame) {
        return IntStream.range(0, track.count()).filter(i -> track.kind(i) == SpanKind.PACE && track.what(i) != Pacer.PAUSED)
            .mapToObj(i -> new Stretch(Math.max(track.startNs(i), track.detail(i)), track.endNs(i)).within(frame))
            .filter(s -> !s.isEmpty()).max(Comparator.comparingLong(Stretch::ns)).orElse(Stretch.NONE);
    }
}
