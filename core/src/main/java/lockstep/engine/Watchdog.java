package lockstep.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lockstep.sync.Deadlock;
import lockstep.sync.Deadlocks;
import lockstep.sync.Guard;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Race;
import lockstep.sync.Races;
import lockstep.time.Clock;
import lockstep.time.LaneTimer;
import lockstep.time.Waiting;

/**
 * Looks every 200 ms whether lanes wait for each other in a circle, and says so: a circle whose waits are the same at two
 * looks is a deadlock, because a lane that waits changes nothing. Also says, once each and in other words, that a lane
 * waits for longer than a second for one that runs, or has been in one run for longer than two; and names new races, so
 * that no lane has to.
 *
 * <p>A thread of its own calls {@link #run} until it is interrupted. Lanes are not held up by a look; only the question
 * for deadlocks of the JDK's own locks, asked every third look, stops all threads for a moment. Lanes with a time limit on
 * their waits (render and input, 100 ms) are never part of what is found: their circles are gone before the second look.
 */
public final class Watchdog implements Runnable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_MS = 200;
    /** Seldom: to look at threads that are no lanes, the virtual machine stops them all for a moment. */
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
    private final Consumer<String> say;
    private final Set<String> told = new HashSet<>();
    private Set<String> suspected = Set.of();
    private long[] run = new long[0];
    private long[] runSinceNs = new long[0];
    private int looks;
    private int racesTold;

    /** @param say gets one line at a time, on the watchdog's thread */
    public Watchdog(Conductor conductor, Supplier<List<Guard>> guards, Deadlocks deadlocks, Supplier<OnDeadlock> onDeadlock, Races races,
            Clock clock, Consumer<String> say) {
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
                look();
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            sayRaces();
        }
    }

    private void look() {
        List<Lane> lanes = List.copyOf(conductor.lanes());
        WaitGraph graph = new WaitGraph(lanes.stream().map(l -> new WaitGraph.Watched(l.timer(), l.thread())).toList(), guards.get());
        Set<String> now = new HashSet<>();
        if (onDeadlock.get() != reaction) {
            reaction = onDeadlock.get();
            told.clear();
        }
        for (List<Integer> cycle : graph.cycles()) {
            String key = graph.key(cycle);
            now.add(key);
            if (suspected.contains(key) && told.add(key)) {
                certain(graph, cycle, lanes);
            }
        }
        suspected = now;
        if (looks++ % FOREIGN_EVERY == 0) {
            lookForForeign(graph, lanes);
        }
        if (!conductor.stopping()) {
            lookForLongWaits(graph, lanes);
            lookForLongRuns(graph, lanes);
        }
        sayRaces();
    }

    /** Breaks, if asked to, the wait that began last: so the lane that has waited longest is never sent back and gets its turn. */
    private void certain(WaitGraph graph, List<Integer> cycle, List<Lane> lanes) {
        boolean foreign = graph.isForeign(cycle);
        int victim = foreign || onDeadlock.get() != OnDeadlock.BREAK || conductor.stopping() ? -1
            : cycle.stream().filter(graph::canBeBroken).max(Comparator.comparingLong(i -> graph.wait(i).sinceNs())).orElse(-1);
        List<Deadlock.Link> links = cycle.stream().map(graph::link).toList();
        boolean broken = victim >= 0
            && lanes.get(victim).timer().waiting().breakOff(lanes.get(victim).thread(), graph.wait(victim).sinceNs());
        tell(new Deadlock(clock.nanos(), links, resolved(broken), foreign),
            broken ? "; '" + lanes.get(victim).name() + "' gives back what it holds and takes everything again" : "");
    }

    private String resolved(boolean broken) {
        return broken ? "broken" : onDeadlock.get() == OnDeadlock.EXIT ? "exit" : "reported";
    }

    private void tell(Deadlock d, String more) {
        deadlocks.add(d);
        if (onDeadlock.get() == OnDeadlock.EXIT) {
            conductor.stop(new Conductor.Reason(1, d.text()));
        } else {
            say.accept(d.text() + more);
        }
    }

    /** Threads in a deadlock of the JDK's own locks, other than those with a lane that the graph knows to be stuck. */
    private void lookForForeign(WaitGraph graph, List<Lane> lanes) {
        long[] ids = THREADS.findDeadlockedThreads();
        if (ids == null || isInGraph(ids, graph, lanes) || !told.add(Arrays.toString(ids))) {
            return;
        }
        List<Deadlock.Link> links = new ArrayList<>();
        for (ThreadInfo info : THREADS.getThreadInfo(ids)) {
            if (info != null) {
                links.add(new Deadlock.Link(info.getThreadName(), "", info.getLockName() + ", which '" + info.getLockOwnerName() + "' has"));
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
            String runner = w == null || now - w.sinceNs() < STARVED_NS ? null : graph.runnerBefore(i);
            if (runner != null && told.add(i + " waits " + w.sinceNs())) {
                say.accept("lane '" + lanes.get(i).name() + "' has waited more than a second for " + graph.waitsFor(i) + " while lane '"
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
            LaneTimer timer = lanes.get(i).timer();
            long r = timer.run();
            if (i >= known || r != run[i] || graph.wait(i) != null) {
                run[i] = r;
                runSinceNs[i] = now;
            } else if (LaneTimer.isInRun(r) && now - runSinceNs[i] > LONG_RUN_NS && told.add(i + " runs " + r)) {
                say.accept("lane '" + timer.name() + "' has been in one run of '" + lanes.get(i).runningRole()
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
