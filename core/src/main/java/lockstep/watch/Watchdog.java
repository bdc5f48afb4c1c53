package lockstep.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.sync.Deadlock;
import lockstep.sync.Deadlocks;
import lockstep.sync.Guard;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Race;
import lockstep.sync.Races;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.Waiting;
import lockstep.topology.Topology;

/**
 * Looks every 200 ms for lanes that wait for each other in a cycle, and reports them. A cycle whose waits are the same at two
 * looks is a deadlock, because a waiting lane changes nothing. A wait with a time limit (100 ms for render and input) ends by
 * itself and is never part of a deadlock. A deadlock is broken in three cases: if {@link OnDeadlock#BREAK} is set; if the run is
 * ending, without a report; and if it keeps a lane of the window from running while {@link OnDeadlock#REPORT} is set, because
 * nobody could then see it or ask for it to be broken. The watchdog also reports, once each, a lane that has waited more than a
 * second for a running lane, a lane that has been in one run for more than two seconds, and each new race, which spares the lanes
 * that work.
 *
 * <p>Its own thread calls {@link #run} until it is interrupted. A look that fails is reported, and the next look follows as
 * usual. A look does not hold up the lanes, except that every 25th also searches for deadlocks of JDK locks, for which the
 * virtual machine stops all threads briefly.
 */
public final class Watchdog implements Runnable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_MS = 200;
    private static final String BROKEN = "broken";
    private static final Set<String> WINDOW_ROLES = Set.of(Topology.INPUT, Topology.RENDER);
    /** Every this many looks, also threads that are not lanes are examined; the virtual machine stops all threads for that. */
    private static final int FOREIGN_EVERY = 25;
    private static final long STARVED_NS = 1_000_000_000;
    private static final long LONG_RUN_NS = 2_000_000_000;

    private final Conductor conductor;
    private final Supplier<List<Guard>> guards;
    private final Deadlocks deadlocks;
    private final Supplier<OnDeadlock> onDeadlock;
    private OnDeadlock reaction;
    private final Races races;
    private final Clock clock;
    private final boolean windowed;
    private final Consumer<String> say;
    private final Set<String> told = new HashSet<>();
    private Set<String> suspected = Set.of();
    private Map<String, Deadlock> lasting = Map.of();
    private long[] run = new long[0];
    private long[] runSinceNs = new long[0];
    private int looks;
    private int racesTold;

    /**
     * @param windowed true if a person plays in a window
     * @param guards the guards in use
     * @param onDeadlock what to do about a deadlock, asked at each look
     * @param say receives one line at a time, on the watchdog's thread
     */
    public Watchdog(Conductor conductor, Supplier<List<Guard>> guards, Deadlocks deadlocks, Supplier<OnDeadlock> onDeadlock,
                    Races races,
                    Clock clock, boolean windowed, Consumer<String> say) {
        this.windowed = windowed;
        this.conductor = conductor;
        this.guards = guards;
        this.deadlocks = deadlocks;
        this.onDeadlock = onDeadlock;
        this.races = races;
        this.clock = clock;
        this.say = say;
    }

    @Override
    public void run() {
        try {
            while (true) {
                try {
                    look();
                } catch (RuntimeException | Error e) {
                    failed(e);
                }
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            sayRaces();
        }
    }

    private void failed(Throwable e) {
        if (told.add(e.toString())) {
            say.accept("the deadlock watchdog failed once and goes on: " + e);
        }
    }

    /** Looks once; the watchdog's thread. */
    void look() {
        List<Lane> lanes = List.copyOf(conductor.lanes());
        WaitGraph graph = graph(lanes);
        Set<String> now = new HashSet<>();
        Map<String, Deadlock> last = new LinkedHashMap<>();
        if (onDeadlock.get() != reaction) {
            reaction = onDeadlock.get();
            told.clear();
        }
        for (List<Integer> cycle : graph.cycles()) {
            String key = graph.key(cycle);
            now.add(key);
            if (suspected.contains(key) && conductor.stopping()) {
                breakOff(graph, cycle, lanes);
            } else if (suspected.contains(key)) {
                Deadlock d = told.add(key) ? certain(graph, cycle, lanes) : lasting.get(key);
                if (d != null && !d.resolved().equals(BROKEN)) {
                    last.put(key, d);
                }
            }
        }
        suspected = now;
        lasting = last;
        deadlocks.lasting(last.isEmpty() ? null : last.values().iterator().next());
        if (looks++ % FOREIGN_EVERY == 0) {
            lookForForeign();
        }
        if (!conductor.stopping()) {
            lookForLongWaits(graph, lanes);
            lookForLongRuns(graph, lanes);
        }
        sayRaces();
    }

    private WaitGraph graph(List<Lane> lanes) {
        return new WaitGraph(lanes.stream().map(l -> new WaitGraph.Watched(l.recorder(), l.thread())).toList(), guards.get());
    }

    private Deadlock certain(WaitGraph graph, List<Integer> cycle, List<Lane> lanes) {
        Lane inWindow = onDeadlock.get() == OnDeadlock.REPORT ? stuckInWindow(graph, lanes) : null;
        List<Deadlock.Link> links = cycle.stream().map(graph::link).toList();
        boolean breaks = onDeadlock.get() == OnDeadlock.BREAK || inWindow != null;
        Lane victim = breaks ? breakOff(graph, cycle, lanes) : null;
        Deadlock d = new Deadlock(clock.nanos(), links, resolved(victim != null), graph.isForeign(cycle));
        tell(d, victim == null ? "" : "; '" + victim.name() + "' gives back what it holds and takes its guards again"
            + (inWindow == null ? "" : ", because the window needs lane '" + inWindow.name() + "'"));
        return d;
    }

    /** A stuck lane that the window needs, or null. Nobody could see such a deadlock, or ask for it to be broken. */
    private Lane stuckInWindow(WaitGraph graph, List<Lane> lanes) {
        for (int i = 0; windowed && i < lanes.size(); i++) {
            if (graph.isStuck(i) && lanes.get(i).stats().stream().anyMatch(r -> WINDOW_ROLES.contains(r.role()))) {
                return lanes.get(i);
            }
        }
        return null;
    }

    /**
     * Breaks the wait that began last, so that the lane that has waited longest gets its turn.
     *
     * @return the lane whose wait was broken, or null if none can be
     */
    private static Lane breakOff(WaitGraph graph, List<Integer> cycle, List<Lane> lanes) {
        int last = graph.isForeign(cycle) ? -1
            : cycle.stream().filter(graph::canBeBroken).max(Comparator.comparingLong(i -> graph.wait(i).sinceNs())).orElse(-1);
        if (last < 0) {
            return null;
        }
        Lane lane = lanes.get(last);
        return lane.recorder().waiting().breakOff(lane.thread(), graph.wait(last).sinceNs()) ? lane : null;
    }

    private String resolved(boolean broken) {
        return broken ? BROKEN : onDeadlock.get() == OnDeadlock.EXIT ? "exit" : "reported";
    }

    private void tell(Deadlock d, String more) {
        deadlocks.add(d);
        if (onDeadlock.get() == OnDeadlock.EXIT) {
            conductor.stop(new Conductor.Reason(1, d.text()));
        } else {
            say.accept(d.text() + more);
        }
    }

    /**
     * Reports threads in a deadlock of JDK locks, unless a waiting lane is among them: the graph covers that case. The graph is
     * made afterwards, when the lanes in the deadlock are certain to wait.
     */
    private void lookForForeign() {
        long[] ids = THREADS.findDeadlockedThreads();
        if (ids == null) {
            return;
        }
        List<Lane> lanes = List.copyOf(conductor.lanes());
        if (isInGraph(ids, graph(lanes), lanes) || !told.add(Arrays.toString(ids))) {
            return;
        }
        List<Deadlock.Link> links = new ArrayList<>();
        for (ThreadInfo info : THREADS.getThreadInfo(ids)) {
            if (info != null) {
                links.add(new Deadlock.Link(info.getThreadName(), "",
                    info.getLockName() + ", which '" + info.getLockOwnerName() + "' has"));
            }
        }
        tell(new Deadlock(clock.nanos(), links, resolved(false), true), "");
    }

    private static boolean isInGraph(long[] ids, WaitGraph graph, List<Lane> lanes) {
        for (int i = 0; i < lanes.size(); i++) {
            Thread t = lanes.get(i).thread();
            if (t != null && (graph.isStuck(i) || graph.wait(i) != null) && Arrays.stream(ids).anyMatch(id -> id == t.getId())) {
                return true;
            }
        }
        return false;
    }

    private void lookForLongWaits(WaitGraph graph, List<Lane> lanes) {
        long now = clock.nanos();
        for (int i = 0; i < lanes.size(); i++) {
            Waiting.Wait w = graph.wait(i);
            String runner = w == null || w.limited() || now - w.sinceNs() < STARVED_NS ? null : graph.runnerBefore(i);
            if (runner != null && told.add(i + " waits " + w.sinceNs())) {
                say.accept(
                    "lane '" + lanes.get(i).name() + "' has waited more than a second for " + graph.waitsFor(i) + " while lane '"
                        + runner + "' runs: starved, not deadlocked");
            }
        }
    }

    private void lookForLongRuns(WaitGraph graph, List<Lane> lanes) {
        long now = clock.nanos();
        int known = run.length;
        run = Arrays.copyOf(run, lanes.size());
        runSinceNs = Arrays.copyOf(runSinceNs, lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            LaneRecorder recorder = lanes.get(i).recorder();
            long r = recorder.run();
            if (i >= known || r != run[i] || graph.wait(i) != null) {
                run[i] = r;
                runSinceNs[i] = now;
            } else if (LaneRecorder.isInRun(r) && now - runSinceNs[i] > LONG_RUN_NS && told.add(i + " runs " + r)) {
                say.accept("lane '" + recorder.name() + "' has been in one run of '" + lanes.get(i).runningRole()
                    + "' for more than two seconds: busy, not deadlocked");
            }
        }
    }

    private void sayRaces() {
        List<Race> found = races.found();
        for (; racesTold < found.size(); racesTold++) {
            say.accept(found.get(racesTold).text());
        }
    }
}
