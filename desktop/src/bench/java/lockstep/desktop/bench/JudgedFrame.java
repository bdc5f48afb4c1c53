package lockstep.desktop.bench;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import lockstep.blame.Blame;
import lockstep.desktop.bench.LaneTime.Stretch;

/**
 * A late frame and whom the judges named.
 *
 * @param startNs   end of the swap before, ns of the run's clock
 * @param endNs     end of its swap
 * @param budgetNs  what it was allowed to take
 * @param lane      the lane that drew it
 * @param overslept the longest stretch in which that lane slept on past its deadline
 * @param named     the game's own verdict, the biggest cause first
 * @param evidence  what the spans and the CPU time of the lane that is accused first say of that
 * @param longest   the lane that a judge names who blames the longest run of all
 * @param waitedFor the lane that a judge names who blames whom the rendering lane waited for
 * @param says      the verdict in words
 */
record JudgedFrame(long startNs, long endNs, long budgetNs, String lane, Stretch overslept, List<Named> named,
                   Evidence evidence, String longest, String waitedFor, String says)
    implements
        Serializable {
    /**
     * {@code HOLDS}: the lane did run for what it is accused of, or none is accused. {@code SLEPT}: it was in its own code, but
     * without a core, and the verdict says so: it slept, or the system or the virtual machine kept it. {@code NONE}: neither.
     */
    enum Evidence { HOLDS, SLEPT, NONE }

    long ns() {
        return endNs - startNs;
    }

    /** Ns of this frame that are a fault's doing. */
    long partNs(Firing f) {
        return f.partNs(startNs, endNs);
    }

    /** The first cause. */
    Named first() {
        return named.isEmpty() ? Named.NOBODY : named.get(0);
    }

    /**
     * The faults that made it late. A fault is a culprit if what it took beyond one budget, which a frame sleeps anyway, is no
     * less than all that no fault took, and all that the rendering lane overslept but for a collection: then nothing else can
     * have cost more. One that took less than half as much as another is none. No judge is asked.
     */
    List<Firing> culprits(List<Firing> fired) {
        long rest = ns() - fired.stream().mapToLong(this::partNs).sum();
        long most = fired.stream().mapToLong(this::partNs).max().orElse(0);
        long slept = overslept.ns() - fired.stream().filter(f -> f.point().equals("gc"))
            .mapToLong(f -> f.partNs(overslept.startNs(), overslept.endNs())).sum();
        return fired.stream().filter(f -> partNs(f) - budgetNs >= Math.max(rest, slept) && 2 * partNs(f) >= most).toList();
    }

    /** What each fault took of it, for people. */
    List<String> parts(List<Firing> fired) {
        return fired.stream().filter(f -> partNs(f) > 0).map(f -> String.format(Locale.ROOT, "%s from %.1f to %.1f ms, part %.1f",
            f.point(), (f.startNs() - startNs) / 1e6, (f.endNs() - startNs) / 1e6, partNs(f) / 1e6)).toList();
    }

    /** True if a fault fired in it for any time. */
    boolean isTouched(List<Firing> fired) {
        return fired.stream().anyMatch(f -> partNs(f) > 0);
    }

    /**
     * True if {@code n} is the culprit of that firing: the collection, or its lane in a way that fits. On the rendering lane it
     * ran, read or uploaded; on another one it was waited for.
     */
    boolean isRight(Named n, Firing f) {
        if (f.point().equals("gc")) {
            return n.kind() == Blame.GC;
        }
        if (!n.lane().equals(f.lane())) {
            return false;
        }
        if (!f.lane().equals(lane)) {
            return n.kind() == Blame.GUARD || n.kind() == Blame.BARRIER || n.kind() == Blame.PERMIT;
        }
        return n.kind() == switch (f.point()) {
            case "render.upload" -> Blame.UPLOAD;
            case "assets.read" -> Blame.IO;
            default -> Blame.WORK;
        };
    }
}
