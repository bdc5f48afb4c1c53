package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import lockstep.TestLane;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.replay.Recording;
import lockstep.replay.RecordingWriter;
import lockstep.roles.RunConfig;
import lockstep.sync.Deadlock;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import lockstep.topology.Topology;
import lockstep.world.Counter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlocks of the real game: physics takes bodies before sectors, assets the other way round. */
@Tag("slow")
class DeadlockTest {
    private static final String[] WIDENED = {"physics.hold=sleep:2ms@every=1", "assets.hold=sleep:20ms@every=1"};

    private static Session session(String guard, Order order, OnDeadlock reaction, long ticks, IntentLog log) throws Exception {
        Topology t = Run.with(Run.shipped("loaders"), s -> s.withGuard(guard).withOrder(order)
            .withGranularity(Granularity.REGION).withHold(Hold.TICK));
        RunConfig config =
            RunConfig.builder(t, AssetSource.builtIn()).headless(true).mute(true).seed(3).autopilot(true).ticks(ticks)
                .injects(List.of(WIDENED)).onDeadlock(reaction).build();
        return new Session(config, Ports.headless(config, log, null, HashListener.NONE));
    }

    @TempDir
    Path folder;

    private final List<Session> begun = new ArrayList<>();
    private final List<FutureTask<?>> runs = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        begun.forEach(s -> s.stop(Conductor.Reason.DONE));
        for (FutureTask<?> run : runs) {
            run.get(30, TimeUnit.SECONDS);
        }
    }

    private FutureTask<Conductor.Reason> start(Session session) {
        begun.add(session);
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        Thread main = new Thread(run, "main");
        main.setDaemon(true);
        runs.add(run);
        main.start();
        return run;
    }

    private static Set<String> lanes(Deadlock d) {
        return d.cycle().stream().map(l -> l.lane().replaceAll("-\\d", "")).collect(Collectors.toSet());
    }

    private static void assertEnded(Session session) {
        for (Lane lane : session.lanes()) {
            assertEquals(Conductor.Ended.JOINED, session.conductor().ended(lane), lane::name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "monitor", "rw-lock", "stamped"})
    void guardsTakenAsWrittenDeadlockAndTheRunStillEndsInOrder(String guard) throws Exception {
        Session session = session(guard, Order.AS_WRITTEN, OnDeadlock.REPORT, 0, IntentLog.NONE);
        List<String> lines = new CopyOnWriteArrayList<>();
        session.onFound(lines::add);
        FutureTask<Conductor.Reason> run = start(session);
        TestLane.until(() -> session.deadlocks().count() > 0);
        Deadlock d = session.deadlocks().found().get(0);
        assertTrue(lanes(d).contains("assets") && lanes(d).contains("physics"), d::text);
        assertEquals("reported", d.resolved());
        assertEquals(false, d.foreign());
        d.cycle().forEach(l -> assertTrue(!l.holds().isEmpty() && !l.waitsFor().isEmpty(), d::text));
        TestLane.until(() -> lines.contains(d.text()));
        session.stop(Conductor.Reason.DONE);
        assertSame(Conductor.Reason.DONE, run.get(30, TimeUnit.SECONDS));
        assertEnded(session);
    }

    @Test
    void sortedGuardsNeverDeadlock() throws Exception {
        Session session = Run.finish(session("mutex", Order.SORTED, OnDeadlock.REPORT, 60, IntentLog.NONE));
        assertEquals(List.of(), session.deadlocks().found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "monitor", "rw-lock", "spin"})
    void aBrokenDeadlockLetsTheGameGoOnAndChangesNothingInIt(String guard) throws Exception {
        Path file = folder.resolve("broken.rec");
        RecordingWriter writer = new RecordingWriter(file, 3, 0, 120);
        Session session = session(guard, Order.AS_WRITTEN, OnDeadlock.BREAK, 0, writer);
        FutureTask<Conductor.Reason> run = start(session);
        for (int i = 1; i <= 3; i++) {
            int n = i;
            TestLane.until(() -> session.deadlocks().count() >= n);
            long ticks = session.world().ledger(Counter.TICKS);
            TestLane.until(() -> session.world().ledger(Counter.TICKS) > ticks);
        }
        session.stop(Conductor.Reason.DONE);
        assertSame(Conductor.Reason.DONE, run.get(30, TimeUnit.SECONDS));
        session.deadlocks().found().stream().limit(3).forEach(d -> assertEquals("broken", d.resolved()));
        assertEnded(session);
        assertEquals(0, session.world().lostUpdates());
        writer.finish(session.finalHash().hash());
        Session again = Run.finish(Run.replay(Run.shipped("four"), 3, 0, Recording.read(file)));
        assertEquals(session.finalHash().hash(), again.finalHash().hash());
        Files.delete(file);
    }

    @Test
    void aDeadlockThatLastsCanBeBrokenLater() throws Exception {
        Session session = session("mutex", Order.AS_WRITTEN, OnDeadlock.REPORT, 0, IntentLog.NONE);
        FutureTask<Conductor.Reason> run = start(session);
        TestLane.until(() -> session.deadlocks().count() > 0);
        assertEquals("reported", session.deadlocks().found().get(0).resolved());
        long ticks = session.world().ledger(Counter.TICKS);
        session.onDeadlock(OnDeadlock.BREAK);
        TestLane.until(() -> session.world().ledger(Counter.TICKS) > ticks + 3);
        assertEquals("broken", session.deadlocks().found().get(1).resolved());
        session.stop(Conductor.Reason.DONE);
        assertSame(Conductor.Reason.DONE, run.get(30, TimeUnit.SECONDS));
        assertEnded(session);
    }

    @Test
    void aDeadlockCanEndTheRun() throws Exception {
        Session session = session("mutex", Order.AS_WRITTEN, OnDeadlock.EXIT, 0, IntentLog.NONE);
        Conductor.Reason reason = start(session).get(30, TimeUnit.SECONDS);
        assertEquals(1, reason.exit());
        assertTrue(reason.line().startsWith("deadlock: '"), reason::line);
        assertEquals("exit", session.deadlocks().found().get(0).resolved());
        assertEnded(session);
    }

    /** Two threads of nobody's that wait for locks of the JDK: not ours to break, but to be told. */
    @Test
    void aDeadlockOfOtherLocksIsToldAsForeign() throws Exception {
        ReentrantLock one = new ReentrantLock();
        ReentrantLock two = new ReentrantLock();
        try (TestLane a = new TestLane(50, "stranger-1"); TestLane b = new TestLane(51, "stranger-2")) {
            a.tell(one::lock);
            b.tell(two::lock);
            a.begin(() -> {
                two.lockInterruptibly();
                return null;
            });
            b.begin(() -> {
                one.lockInterruptibly();
                return null;
            });
            Topology t = Run.shipped("four");
            RunConfig config = RunConfig.builder(t, AssetSource.builtIn()).headless(true).mute(true).autopilot(true)
                .onDeadlock(OnDeadlock.BREAK).build();
            Session session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
            FutureTask<Conductor.Reason> run = start(session);
            TestLane.until(() -> session.deadlocks().count() > 0);
            Deadlock d = session.deadlocks().found().get(0);
            assertTrue(d.foreign());
            assertEquals("reported", d.resolved());
            assertEquals(Set.of("stranger"), lanes(d));
            session.stop(Conductor.Reason.DONE);
            assertSame(Conductor.Reason.DONE, run.get(30, TimeUnit.SECONDS));
            assertEquals(1, session.deadlocks().count());
            a.thread().interrupt();
        }
    }

    /** Assets waits for the guard of a physics that runs and runs: neither is a deadlock, and both are said once. */
    @Test
    void aLaneThatStarvesAndOneThatIsBusyAreToldInOtherWords() throws Exception {
        RunConfig config = RunConfig.builder(Run.shipped("four"), AssetSource.builtIn()).headless(true).mute(true).autopilot(true)
            .injects(List.of("physics.hold=3s@tick=20")).build();
        Session session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
        List<String> lines = new CopyOnWriteArrayList<>();
        session.onFound(lines::add);
        start(session);
        TestLane.until(() -> session.world().ledger(Counter.TICKS) > 60);
        String said = String.join("\n", lines);
        assertEquals(1, said.split("while lane 'physics' runs: starved, not deadlocked", -1).length - 1, said);
        assertEquals(1, said.split("'physics' for more than two seconds: busy, not deadlocked", -1).length - 1, said);
        assertTrue(said.contains("lane 'assets' has waited more than a second for world"), said);
        assertEquals(0, session.deadlocks().count());
    }
}
