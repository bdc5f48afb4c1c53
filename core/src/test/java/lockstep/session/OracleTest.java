package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lockstep.HangWatch;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.replay.IntentLog;
import lockstep.replay.Recording;
import lockstep.replay.RecordingWriter;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.world.Counter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same intents give the same hash however the roles are spread over lanes and however these share the world; and
 * what lanes see of it is whole under a guard, and is seen to be broken without one.
 */
@Tag("slow")
class OracleTest {
    private static final long SEED = 7;
    private static final int TICKS = 2_000;
    private static final String WIDE = "world.copy=20us@every=64";

    private static Script script;
    private static long hash;

    @BeforeAll
    static void stepTheGameOnOneThread() {
        script = new Script(SEED, TICKS);
        hash = Script.hash(script, SEED, 0, 120);
    }

    static Stream<Arguments> everyLayout() {
        return Stream.of("four", "classic", "two", "loaders").flatMap(name -> Stream.of(BarrierMode.values())
            .flatMap(barrier -> Stream.of("mutex", "none").map(guard -> Arguments.of(name, guard, barrier))));
    }

    @ParameterizedTest
    @MethodSource("everyLayout")
    void everyShippedTopologyPlaysTheSameGame(String name, String guard, BarrierMode barrier) throws Exception {
        Topology t = Run.with(Run.shipped(name), s -> s.withGuard(guard).withBarrier(barrier));
        Session session = Run.finish(Run.replay(t, SEED, 0, script));
        assertSameGame(session, guard);
    }

    static Stream<Arguments> everyGuard() {
        return Guards.names().stream()
            .flatMap(guard -> Stream.of(BarrierMode.values()).map(barrier -> Arguments.of(guard, barrier)));
    }

    @ParameterizedTest
    @MethodSource("everyGuard")
    void everyGuardGivesTheSameGameByRegionAndOverTheWholeTick(String guard, BarrierMode barrier) throws Exception {
        Topology t = Run.with(Run.shipped("loaders"), s -> s.withGuard(guard).withBarrier(barrier)
            .withGranularity(Granularity.REGION).withHold(barrier == BarrierMode.PIPELINED ? Hold.COPY : Hold.TICK));
        assertSameGame(Run.finish(Run.replay(t, SEED, 0, script)), guard);
    }

    private static void assertSameGame(Session session, String guard) {
        assertEquals(TICKS, session.finalHash().tick(), () -> Run.describe(session));
        assertEquals(hash, session.finalHash().hash(), () -> Run.describe(session));
        if (Guards.kind(guard) == Guard.Kind.LOCK) {
            Run.assertClean(session);
        } else if (Guards.kind(guard) == Guard.Kind.EXCHANGE) {
            Run.assertWhole(session);
        }
        assertEquals(TICKS, session.world().ledger(Counter.TICKS));
        assertEquals(session.frames().log().frames(), session.world().ledger(Counter.FRAMES) + session.frames().redrawnFrames());
    }

    static Stream<Arguments> dials() {
        return Stream.of("four", "two", "loaders").flatMap(name -> Stream.of(
            Arguments.of(name, Granularity.REGION, Hold.COPY, BarrierMode.FREE),
            Arguments.of(name, Granularity.REGION, Hold.TICK, BarrierMode.PIPELINED),
            Arguments.of(name, Granularity.WORLD, Hold.TICK, BarrierMode.FREE),
            Arguments.of(name, Granularity.WORLD, Hold.TICK, BarrierMode.LOCKSTEP)));
    }

    @ParameterizedTest
    @MethodSource("dials")
    void everyDialLeavesTheGameAsItIs(String name, Granularity granularity, Hold hold, BarrierMode barrier) throws Exception {
        Topology t = Run.with(Run.shipped(name), s -> s.withGranularity(granularity).withHold(hold).withBarrier(barrier));
        assertSameGame(Run.finish(Run.replay(t, SEED, 0, script)), "mutex");
    }

    /** One lane cannot deadlock; where render meets physics it gives way after its time limit. */
    @Test
    void theOrderAsWrittenLeavesTheGameAsItIs() throws Exception {
        for (String name : List.of("classic", "two")) {
            Topology t = Run.with(Run.shipped(name), s -> s.withGranularity(Granularity.REGION).withOrder(Order.AS_WRITTEN));
            assertSameGame(Run.finish(Run.replay(t, SEED, 0, script)), "mutex");
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 18);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTopologyPlaysTheSameGame(long seed) throws Exception {
        String guard = List.copyOf(Guards.names()).get((int) (seed % Guards.names().size()));
        assertSameGame(Run.finish(Run.replay(RandomTopology.draw(seed, guard), SEED, 0, script)), guard);
    }

    @Test
    void anotherSeedIsAnotherGame() throws Exception {
        Session other = Run.finish(Run.replay(Run.shipped("four"), SEED + 1, 0, script));
        assertNotEquals(hash, other.finalHash().hash());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 70, 140})
    void oneIntentChangedInOneTickIsAnotherGame(int tick) throws Exception {
        Script changed = new Script(SEED, 140).change(tick);
        Session other = Run.finish(Run.replay(Run.shipped("four"), SEED, 0, changed));
        assertNotEquals(Script.hash(new Script(SEED, 140), SEED, 0, 120), other.finalHash().hash());
        assertEquals(Script.hash(changed, SEED, 0, 120), other.finalHash().hash());
    }

    @Test
    void manyBodiesAndAnotherRatePlayTheSameGame() throws Exception {
        Script short1 = new Script(3, 300);
        Topology t = Run.shipped("four").withHz(Topology.PHYSICS, 60);
        Session session = Run.finish(Run.replay(t, 3, 2_000, short1));
        assertEquals(Script.hash(short1, 3, 2_000, 60), session.finalHash().hash());
        Run.assertClean(session);
    }

    @Test
    void aLiveRunOfTheAutopilotIsReplayedEverywhere(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.rec");
        Topology fast = Run.with(Run.shipped("four").withHz(Topology.PHYSICS, 1000), s -> s.withBarrier(BarrierMode.FREE));
        RecordingWriter writer = new RecordingWriter(file, 5, 0, 1000);
        Session live = Run.finish(Run.live(fast, 5, 2_000, writer));
        writer.finish(live.finalHash().hash());
        Run.assertClean(live);
        assertEquals(2_000, live.finalHash().tick());
        Recording recording = Recording.read(file);
        assertEquals(2_000, recording.ticks());
        assertEquals(Script.hash(recording, 5, 0, 1000), recording.hash());
        for (String name : List.of("classic", "two", "loaders")) {
            Session again = Run.finish(Run.replay(Run.shipped(name).withHz(Topology.PHYSICS, 1000), 5, 0, recording));
            assertEquals(recording.hash(), again.finalHash().hash());
            Run.assertClean(again);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"four", "loaders"})
    void liveLanesShareTheWorldCleanly(String name) throws Exception {
        for (BarrierMode barrier : BarrierMode.values()) {
            Run.assertClean(
                Run.finish(Run.live(Run.with(Run.shipped(name), s -> s.withBarrier(barrier)), 1, 60, IntentLog.NONE)));
        }
    }

    @ParameterizedTest
    @MethodSource("guardsThatKeepViewsWhole")
    void underAGuardAWidenedCopyIsStillSeenWhole(String guard) throws Exception {
        Topology t = Run.with(Run.shipped("four"), s -> s.withBarrier(BarrierMode.FREE).withGuard(guard));
        Session session = Run.finish(Run.replay(t, SEED, 500, new Script(SEED, 200), WIDE));
        Run.assertWhole(session);
        assertTrue(session.faults().log().fired() > 200);
    }

    static Stream<String> guardsThatKeepViewsWhole() {
        return Guards.names().stream().filter(name -> Guards.kind(name) != Guard.Kind.NONE);
    }

    /** What a guard is for: without one, with nobody waiting and a wide window, damage must come and must be seen. */
    @Test
    void withoutAGuardAWidenedCopyIsSeenBrokenAndTorn() throws Exception {
        Topology t = Run.with(Run.shipped("four"), s -> s.withGuard("none").withBarrier(BarrierMode.FREE));
        long bad = 0;
        long torn = 0;
        for (int tries = 0; tries < 20 && (bad == 0 || torn == 0); tries++) {
            Session session = Run.finish(Run.replay(t, SEED + tries, 500, new Script(SEED, 300), WIDE));
            bad += session.world().viewsBad();
            torn += session.frames().tornFrames();
            assertEquals(Script.hash(new Script(SEED, 300), SEED + tries, 500, 120), session.finalHash().hash(),
                "physics keeps its own truth");
        }
        assertTrue(bad > 0, "no bad view without a guard");
        assertTrue(torn > 0, "no torn frame without a guard");
    }

    @Test
    void withoutAGuardAWidenedTallyLosesUpdatesAndCountsThem() throws Exception {
        Topology t = Run.with(Run.shipped("four"), s -> s.withGuard("none").withBarrier(BarrierMode.FREE));
        long lost = 0;
        for (int tries = 0; tries < 20 && lost == 0; tries++) {
            lost += Run
                .finish(
                    Run.replay(t, SEED, 0, new Script(SEED, 300), "physics.tally=100us@every=1", "render.tally=100us@every=1"))
                .world().lostUpdates();
        }
        assertTrue(lost > 0, "no update was lost without a guard");
    }

    static Stream<String> layoutsThatDeadlock() {
        return Stream.of("a = [\"input\"]\nb = [\"physics\"]\nc = [\"assets\"]\nd = [\"render\"]",
            "a = [\"input\", \"physics\"]\nb = [\"assets\"]\nc = [\"render\"]");
    }

    /** Order as written can deadlock, as promised; the end of the run breaks it, on the main lane too. */
    @ParameterizedTest
    @MethodSource("layoutsThatDeadlock")
    void aDeadlockIsBrokenWhenTheRunEnds(String lanes) throws Exception {
        Topology t = Run.with(Run.parse("[lanes]\n" + lanes),
            s -> new Sync("mutex", 0, Granularity.REGION, Order.AS_WRITTEN, Hold.COPY, BarrierMode.FREE));
        Session session = Run.live(t, 1, 0, IntentLog.NONE, "physics.hold=20ms@every=1", "assets.hold=20ms@every=1");
        Thread ender = new Thread(() -> {
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> deadlocked(session));
            session.stop(Conductor.Reason.DONE);
        });
        ender.start();
        Conductor.Reason reason =
            HangWatch.watch("a deadlocked run", 60, session::run, () -> session.stop(Conductor.Reason.DONE));
        ender.join();
        assertEquals(Conductor.Reason.DONE, reason);
        for (Lane lane : session.lanes()) {
            assertEquals(Conductor.Ended.JOINED, session.conductor().ended(lane));
        }
    }

    private static boolean deadlocked(Session session) {
        long[] ids = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return ids != null && session.lanes().stream().filter(l -> l.thread() != null)
            .anyMatch(l -> Arrays.stream(ids).anyMatch(id -> id == l.thread().getId()));
    }
}
