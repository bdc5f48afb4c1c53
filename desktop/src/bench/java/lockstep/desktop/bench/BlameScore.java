package lockstep.desktop.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import lockstep.blame.Blame;
import lockstep.desktop.bench.JudgedFrame.Evidence;

/**
 * Counts how often the named culprit is the planted one. A late frame counts for what was planted only by
 * {@link JudgedFrame#culprits}. One in which a planted fault fired, but something else may have taken as much, most often the
 * machine, is counted apart. One in which none fired has no known culprit; there it is counted how often a lane is accused of
 * what its own evidence does not show. Every late frame during which threads burned the cores is the machine's.
 */
final class BlameScore {
    final String row;
    int fired;
    int frames;
    int right;
    int longestRight;
    int waitedForRight;
    /** Frames with two culprits, and those in which both are among the causes. */
    int twice;
    int bothNamed;
    /** Late frames in which a planted fault fired, but something else may have taken as much. */
    int partly;
    /** Of those, how many name the planted culprit or the machine. */
    int partlyRight;
    /** Late frames in which nothing planted fired. */
    int untouched;
    /** Of those, in which a lane is said to have slept, and in which one is accused without evidence. */
    int slept;
    int falselyAccused;
    /** How often each culprit was named first. */
    final Map<String, Integer> named = new TreeMap<>();
    final Map<String, Integer> namedUntouched = new TreeMap<>();

    BlameScore(String row) {
        this.row = row;
    }

    /** Adds a run; {@code tell} is told of each wrong verdict. */
    void add(JudgedRun run, Consumer<String> tell) {
        fired += run.fired().size();
        for (JudgedFrame f : run.late()) {
            if (run.hogs() > 0 && f.isTouched(run.fired())) {
                score(f, f.first().kind() == Blame.MACHINE, List.of(), tell);
            } else {
                add(f, run.fired(), tell);
            }
        }
    }

    private void add(JudgedFrame f, List<Firing> all, Consumer<String> tell) {
        List<Firing> culprits = f.culprits(all);
        if (!culprits.isEmpty()) {
            score(f, culprits.stream().anyMatch(c -> f.isRight(f.first(), c)), all, tell);
            longestRight += culprits.stream().anyMatch(c -> c.lane().equals(f.longest()) && !c.point().equals("gc")) ? 1 : 0;
            waitedForRight += culprits.stream().anyMatch(c -> c.lane().equals(f.waitedFor()) && !c.point().equals("gc")) ? 1 : 0;
            if (culprits.stream().map(Firing::point).distinct().count() > 1) {
                twice++;
                bothNamed += culprits.stream().allMatch(c -> f.named().stream().anyMatch(n -> f.isRight(n, c))) ? 1 : 0;
            }
        } else if (f.isTouched(all)) {
            partly++;
            boolean right =
                f.first().kind() == Blame.MACHINE || all.stream().anyMatch(c -> f.partNs(c) > 0 && f.isRight(f.first(), c));
            partlyRight += right ? 1 : 0;
            if (!right) {
                tell.accept("partly " + row + " but: " + f.says());
            }
        } else {
            untouched++;
            namedUntouched.merge(f.first().column(), 1, Integer::sum);
            slept += f.evidence() == Evidence.SLEPT ? 1 : 0;
            if (f.evidence() == Evidence.NONE) {
                falselyAccused++;
                tell.accept("falsely accused: " + f.says());
            }
        }
    }

    private void score(JudgedFrame f, boolean isRight, List<Firing> fired, Consumer<String> tell) {
        frames++;
        right += isRight ? 1 : 0;
        named.merge(f.first().column(), 1, Integer::sum);
        if (!isRight) {
            tell.accept(row + " but: " + f.says() + " " + f.named() + " " + f.parts(fired));
        }
    }

    /** Adds what another one counted. */
    void add(BlameScore o) {
        fired += o.fired;
        frames += o.frames;
        right += o.right;
        longestRight += o.longestRight;
        waitedForRight += o.waitedForRight;
        twice += o.twice;
        bothNamed += o.bothNamed;
        partly += o.partly;
        partlyRight += o.partlyRight;
        untouched += o.untouched;
        slept += o.slept;
        falselyAccused += o.falselyAccused;
        o.named.forEach((k, n) -> named.merge(k, n, Integer::sum));
        o.namedUntouched.forEach((k, n) -> namedUntouched.merge(k, n, Integer::sum));
    }

    /** The share of right verdicts that is asked for: faults in lanes and collections 97 %, stalls of the machine 90 %. */
    double goal() {
        return row.startsWith("hog") ? 0.9 : 0.97;
    }

    /** Right verdicts among all, 0 to 1; 0 without any. */
    double share() {
        return frames == 0 ? 0 : (double) right / frames;
    }

    boolean reachesGoal() {
        return share() >= goal();
    }

    /** Lower and upper end of the 95 % interval after Wilson, 0 to 1. */
    static double[] wilson(int right, int of) {
        if (of == 0) {
            return new double[] {0, 1};
        }
        double z = 1.959964;
        double p = (double) right / of;
        double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        double half = z * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of)) / (1 + z * z / of);
        return new double[] {middle - half, middle + half};
    }
}
