package lockstep.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import lockstep.sync.Deadlock;
import lockstep.sync.Guard;
import lockstep.sync.Milestone;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.Waiting;

/**
 * Which lane waits for which, at one moment. Lanes keep running during the look, so a cycle found here is only suspected; a
 * second look that finds the same waits confirms it. One thread makes and reads a graph.
 *
 * <p>A lane that waits for a guard or at the barrier waits for every lane that holds the guard or must reach the barrier; it is
 * stuck if any of these is stuck. A lane that waits for a limit (which several lanes may be inside) or for a permit goes on when
 * any other lane does; it is stuck only if all of them are. A wait with a time limit ends by itself, so that lane is never stuck.
 * A lane blocked at a JDK lock that is not a guard waits for the lock's owner, or for the lane that the owner waits for in turn.
 */
final class WaitGraph {
    /** A lane and its thread. */
    record Watched(LaneRecorder recorder, Thread thread) {
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST_CHAIN = 16;

    private final List<Watched> lanes;
    private final List<Guard> guards;
    private final Waiting.Wait[] waits;
    private final String[] foreign;
    private final boolean[][] targets;
    private final boolean[] stuck;

    /**
     * Looks at the lanes. {@code guards} are those in use; a limit is a guard that
     * {@linkplain Guard#admitsSeveral admits several}.
     */
    WaitGraph(List<Watched> lanes, List<Guard> guards) {
        this.lanes = lanes;
        this.guards = guards;
        int n = lanes.size();
        waits = new Waiting.Wait[n];
        foreign = new String[n];
        targets = new boolean[n][n];
        stuck = new boolean[n];
        for (int i = 0; i < n; i++) {
            waits[i] = lanes.get(i).recorder().waiting().look();
        }
        for (int i = 0; i < n; i++) {
            aim(i);
        }
        settle();
    }

    private void aim(int i) {
        Waiting.Wait w = waits[i];
        if (w == null) {
            aimAtOwner(i);
        } else if (w.kind() == SpanKind.GUARD_WAIT) {
            Guard g = guard(w.what());
            for (int j = 0; g != null && j < lanes.size(); j++) {
                targets[i][j] = j != i && g.isHeldBy(lanes.get(j).recorder().lane());
            }
        } else if (w.kind() == SpanKind.BARRIER_WAIT) {
            aimAt(i, w.whom());
        } else {
            for (int j = 0; j < lanes.size(); j++) {
                targets[i][j] = j != i;
            }
        }
    }

    private void aimAt(int i, int lane) {
        for (int j = 0; j < lanes.size(); j++) {
            targets[i][j] |= j != i && lanes.get(j).recorder().lane() == lane;
        }
    }

    private void aimAtOwner(int i) {
        Thread t = lanes.get(i).thread();
        if (t == null || t.getState() != Thread.State.BLOCKED && t.getState() != Thread.State.WAITING) {
            return;
        }
        long id = t.getId();
        for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info == null || info.getLockOwnerId() < 0) {
                return;
            }
            if (steps == 0) {
                foreign[i] = info.getLockName();
            }
            id = info.getLockOwnerId();
            for (int j = 0; j < lanes.size(); j++) {
                if (j != i && lanes.get(j).thread() != null && lanes.get(j).thread().getId() == id) {
                    targets[i][j] = true;
                    return;
                }
            }
        }
    }

    private Guard guard(int number) {
        for (Guard g : guards) {
            if (g.number() == number) {
                return g;
            }
        }
        return null;
    }

    private boolean anyOneWillDo(int i) {
        return waits[i] != null && (waits[i].kind() == SpanKind.PERMIT_WAIT
            || waits[i].kind() == SpanKind.GUARD_WAIT && guard(waits[i].what()) != null
                && guard(waits[i].what()).admitsSeveral());
    }

    private void settle() {
        Arrays.fill(stuck, true);
        for (boolean changed = true; changed;) {
            changed = false;
            for (int i = 0; i < stuck.length; i++) {
                if (stuck[i] && goesOn(i)) {
                    stuck[i] = false;
                    changed = true;
                }
            }
        }
    }

    private boolean goesOn(int i) {
        if (waits[i] != null && waits[i].limited()) {
            return true;
        }
        boolean any = false;
        boolean all = true;
        boolean none = true;
        for (int j = 0; j < stuck.length; j++) {
            if (targets[i][j]) {
                none = false;
                any |= stuck[j];
                all &= stuck[j];
            }
        }
        return none || !(anyOneWillDo(i) ? all : any);
    }

    /** The lanes of each cycle, each waiting for the next. */
    List<List<Integer>> cycles() {
        List<List<Integer>> found = new ArrayList<>();
        boolean[] seen = new boolean[stuck.length];
        for (int start = 0; start < stuck.length; start++) {
            List<Integer> path = new ArrayList<>();
            int at = start;
            while (at >= 0 && stuck[at] && !seen[at]) {
                seen[at] = true;
                path.add(at);
                at = stuckTarget(at);
            }
            if (at >= 0 && path.contains(at)) {
                found.add(path.subList(path.indexOf(at), path.size()));
            }
        }
        return found;
    }

    private int stuckTarget(int i) {
        for (int j = 0; j < stuck.length; j++) {
            if (targets[i][j] && stuck[j]) {
                return j;
            }
        }
        return -1;
    }

    /** The name of a lane that lane {@code i} waits for and that does not wait itself, or null. */
    String runnerBefore(int i) {
        for (int j = 0; waits[i] != null && waits[i].kind() != SpanKind.PERMIT_WAIT && j < stuck.length; j++) {
            if (targets[i][j] && waits[j] == null && foreign[j] == null) {
                return lanes.get(j).recorder().name();
            }
        }
        return null;
    }

    /** True if lane {@code i} cannot go on. */
    boolean isStuck(int i) {
        return stuck[i];
    }

    /** The wait of lane {@code i}, or null. */
    Waiting.Wait wait(int i) {
        return waits[i];
    }

    /** True if the wait of lane {@code i} can be broken. */
    boolean canBeBroken(int i) {
        return waits[i] != null && waits[i].kind() == SpanKind.GUARD_WAIT && guard(waits[i].what()) != null
            && !guard(waits[i].what()).admitsSeveral();
    }

    /** Identifies the waits of a cycle, so that a second look can recognise it. */
    String key(List<Integer> cycle) {
        StringJoiner key = new StringJoiner(" ");
        for (int i : cycle) {
            key.add(lanes.get(i).recorder().lane() + "@" + (waits[i] != null ? waits[i].sinceNs() : foreign[i]));
        }
        return key.toString();
    }

    /** True if a lock that is not a guard is part of the cycle. */
    boolean isForeign(List<Integer> cycle) {
        return cycle.stream().anyMatch(i -> foreign[i] != null);
    }

    /** One lane of a cycle in words. */
    Deadlock.Link link(int i) {
        LaneRecorder me = lanes.get(i).recorder();
        StringJoiner holds = new StringJoiner(", ");
        for (Guard g : guards) {
            if (g.isHeldBy(me.lane())) {
                holds.add(g.name());
            }
        }
        return new Deadlock.Link(me.name(), holds.toString(), waitsFor(i));
    }

    private String nameOf(int lane) {
        return lanes.stream().filter(l -> l.recorder().lane() == lane)
            .map(l -> "'" + l.recorder().name() + "'").findFirst().orElse("" + lane);
    }

    /** What lane {@code i} waits for, in words. */
    String waitsFor(int i) {
        Waiting.Wait w = waits[i];
        if (w == null) {
            return String.valueOf(foreign[i]);
        }
        return switch (w.kind()) {
            case GUARD_WAIT -> guard(w.what()) == null ? "guard " + w.what() : guard(w.what()).name();
            case BARRIER_WAIT -> Milestone.awaited(w) + (w.whom() == SpanRing.NOBODY ? "" : " of lane " + nameOf(w.whom()));
            default -> "a permit to run";
        };
    }
}
