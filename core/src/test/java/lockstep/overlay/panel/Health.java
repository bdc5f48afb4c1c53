package lockstep.overlay.panel;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lockstep.HangWatch;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;
import lockstep.engine.Schedule;
import lockstep.session.PhysicsSchedule;
import lockstep.session.Registered;
import lockstep.session.Session;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.topology.Topology;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** What must hold of a game whatever a person has just done. The test's thread calls it after each thing done. */
final class Health {
    private static final long SOON_NS = 100_000_000;
    /** The longest period on a dial: assets five times a second. */
    private static final long LONGEST_PERIOD_NS = 200_000_000;
    private static final long HANGS_SECONDS = 20;
    /** Frames a second without a display. */
    private static final double RENDER_HZ = 60;

    private final Player player;
    private final Session session;
    private boolean harmed;
    private long lost;
    private long torn;
    private long bad;
    private long races;
    private long deadlocks;
    private final Sleeps sleeps = new Sleeps();
    private int mostLanes;
    private boolean mayDeadlock;

    Health(Player player) {
        this.player = player;
        session = player.session();
        mostLanes = session.lanes().size();
    }

    /** Throws an {@link AssertionError} that says what is wrong. */
    void check() throws Exception {
        player.press(() -> {});
        sleeps.check(session.lanes(), LONGEST_PERIOD_NS);
        for (Topology t : player.forced()) {
            mostLanes = Math.max(mostLanes, t.lanes().size());
            harmed |= Guards.kind(t.sync().guard()) == Guard.Kind.NONE;
            mayDeadlock |= mayDeadlock(t);
        }
        Topology t = session.topology();
        same("lanes, spare ones too", mostLanes, session.lanes().size());
        if (session.onDeadlock() == OnDeadlock.REPORT && session.deadlocks().count() > deadlocks) {
            return;
        }
        if (!mayDeadlock) {
            same("deadlocks", deadlocks, session.deadlocks().count());
        }
        if (session.switcher().paused()) {
            nobodyMoves();
        } else {
            Registered.check(session);
            everyRoleIsDueSoon(t);
            everyRoleRuns();
            deadlocks = session.deadlocks().count();
            mayDeadlock = mayDeadlock(t);
        }
        damage(t);
    }

    private static boolean mayDeadlock(Topology t) {
        return t.sync().order() == Order.AS_WRITTEN && t.sync().granularity() == Granularity.REGION;
    }

    private static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": " + expected + " expected, " + actual + " found");
        }
    }

    private void nobodyMoves() {
        Map<String, Long> before = runs();
        player.press(() -> {});
        same("runs while all lanes are paused", before, runs());
    }

    private Map<String, Long> runs() {
        Map<String, Long> runs = new HashMap<>();
        for (Lane lane : session.lanes()) {
            for (RoleStats s : lane.stats()) {
                runs.put(s.role() + " on " + lane.name(), s.runs());
            }
        }
        return runs;
    }

    /** Read while all lanes are paused for a moment, in the lanes' own time: a slow machine changes nothing in it. */
    private void everyRoleIsDueSoon(Topology t) throws Exception {
        String[] wrong = new String[1];
        session.switcher().whileStill(() -> {
            long now = Clock.SYSTEM.nanos();
            for (Schedule.Due due : Schedule.of(session.lanes(), now)) {
                String who = "'" + due.role().name() + "' on lane '" + due.lane().name() + "'";
                long period = periodNs(t, due.role().name());
                if (due.periodNs() != period) {
                    wrong[0] = who + " has a period of " + due.periodNs() + " ns in place of " + period;
                }
                long ahead = Math.max(due.aheadNs(), PhysicsSchedule.aheadNs(due.role(), now));
                if (ahead > Math.max(period, SOON_NS)) {
                    wrong[0] = who + " is not due for another " + ahead / 1_000_000 + " ms";
                }
            }
        }).get(HANGS_SECONDS, TimeUnit.SECONDS);
        if (wrong[0] != null) {
            throw new AssertionError(wrong[0]);
        }
    }

    private static long periodNs(Topology t, String role) {
        double hz = t.hz(role);
        if (role.equals(Topology.PHYSICS) && t.sync().barrier() != BarrierMode.FREE) {
            hz = 0;
        } else if (role.equals(Topology.RENDER) && hz == 0) {
            hz = RENDER_HZ;
        }
        return hz > 0 ? Math.round(1e9 / hz) : 0;
    }

    private void everyRoleRuns() {
        Map<String, Long> before = runs();
        try {
            Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(HANGS_SECONDS))
                .until(() -> session.conductor().stopping() || still(before).isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("does not run any more: " + still(before) + "\n" + HangWatch.stacks());
        }
    }

    private List<String> still(Map<String, Long> before) {
        Map<String, Long> now = runs();
        return before.keySet().stream().filter(r -> now.get(r) <= before.get(r)).sorted().toList();
    }

    private void damage(Topology t) throws Exception {
        long mostLost = player.mostLost();
        long[] now = new long[1];
        String answer =
            session.switcher().whileStill(() -> now[0] = session.world().lostUpdates()).get(HANGS_SECONDS, TimeUnit.SECONDS);
        if (answer != null) {
            return;
        }
        if (!harmed) {
            same("lost updates", lost, now[0]);
            same("lost updates as the picture shows them", lost, Math.max(lost, mostLost));
            same("torn frames", torn, session.frames().tornFrames());
            same("bad views", bad, session.world().viewsBad());
            same("races", races, session.races().count());
        } else if (!session.switcher().paused()) {
            harmed = Guards.kind(t.sync().guard()) == Guard.Kind.NONE;
        }
        lost = now[0];
        torn = session.frames().tornFrames();
        bad = session.world().viewsBad();
        races = session.races().count();
    }
}
