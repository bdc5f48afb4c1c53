package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.engine.Lane;
import lockstep.replay.IntentLog;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.SpanKind;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.world.Counter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every guard, with every granularity, hold and number of permits, plays the same game; and all but none see it whole. */
@Tag("slow")
class SharingOracleTest {
    private static final long SEED = 11;
    private static final int TICKS = 2_000;
    private static final List<String> TOPOLOGIES = List.of("four", "loaders", "two", "classic");

    private static Script script;
    private static long hash;

    @BeforeAll
    static void stepTheGameOnOneThread() {
        script = new Script(SEED, TICKS);
        hash = Script.hash(script, SEED, 0, 120);
    }

    /** Barriers and topologies take turns, so that each meets each guard. */
    static Stream<Arguments> everyGuard() {
        List<Arguments> all = new ArrayList<>();
        int turn = 0;
        for (String guard : Guards.names()) {
            for (Granularity granularity : Granularity.values()) {
                for (Hold hold : Hold.values()) {
                    for (int permits = 0; permits < 3; permits++) {
                        Sync sync = new Sync(guard, permits, granularity, Order.SORTED, hold, BarrierMode.values()[turn % 3]);
                        all.add(Arguments.of(TOPOLOGIES.get(turn % 4), sync));
                        turn++;
                    }
                }
            }
            turn++;
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyGuard")
    void everyWayToShareTheWorldPlaysTheSameGame(String topology, Sync sync) throws Exception {
        Session session = Run.finish(Run.replay(Run.shipped(topology).withSync(sync), SEED, 0, script));
        String what = Run.describe(session);
        assertEquals(TICKS, session.finalHash().tick(), what);
        assertEquals(hash, session.finalHash().hash(), what);
        assertEquals(TICKS, session.world().ledger(Counter.TICKS), what);
        assertSeenWhole(session);
    }

    /** An exchange keeps each region whole, but not two of them together; nothing at all is promised without a guard. */
    private static void assertSeenWhole(Session session) {
        Guard.Kind kind = Guards.kind(session.config().topology().sync().guard());
        if (kind == Guard.Kind.LOCK) {
            Run.assertClean(session);
        } else if (kind == Guard.Kind.EXCHANGE) {
            String what = Run.describe(session);
            assertTrue(session.world().viewsChecked() > 0, what);
            assertEquals(0, session.world().viewsBad(), what);
            assertEquals(0, session.frames().tornFrames(), what);
            assertEquals(0, session.world().lostUpdates(), what);
        }
    }

    static Stream<String> guardsThatKeepTheWorldWhole() {
        return Guards.names().stream().filter(name -> !name.equals("none"));
    }

    @ParameterizedTest
    @MethodSource("guardsThatKeepTheWorldWhole")
    void aWidenedCopyIsStillSeenWhole(String guard) throws Exception {
        Topology t = Run.with(Run.shipped("loaders"), s -> s.withGuard(guard).withBarrier(BarrierMode.FREE)
            .withGranularity(Granularity.REGION));
        assertSeenWhole(Run.finish(Run.replay(t, SEED, 500, new Script(SEED, 200), "world.copy=20us@every=64",
            "physics.tally=50us@every=7", "render.tally=50us@every=5", "assets.tally=50us@every=1")));
    }

    @Test
    void readsThatAWriterCutIntoAreThrownAwayAndCounted() throws Exception {
        Topology t = Run.with(Run.shipped("four"), s -> s.withGuard("stamped").withBarrier(BarrierMode.FREE)
            .withGranularity(Granularity.REGION));
        long discarded = 0;
        for (int tries = 0; tries < 20 && discarded == 0; tries++) {
            Session session = Run.finish(Run.replay(t, SEED, 500, new Script(SEED, 200), "world.copy=20us@every=64"));
            assertSeenWhole(session);
            discarded += session.world().guards().stream().mapToLong(g -> g.stats().discarded()).sum();
        }
        assertTrue(discarded > 0, "no read was ever cut into");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "stamped", "triple-buffer"})
    void liveLanesShareTheWorldCleanly(String guard) throws Exception {
        for (int permits = 0; permits < 3; permits++) {
            int n = permits;
            assertSeenWhole(Run.finish(Run.live(Run.with(Run.shipped("loaders"), s -> s.withGuard(guard).withPermits(n)), 1, 60,
                IntentLog.NONE)));
        }
    }

    /** Two lanes that only compute, one permit: each must wait while the other runs, however many cores there are. */
    @Test
    void underOnePermitLanesTakeTurnsAndOneIsWaitedFor() throws Exception {
        Topology t = Run.with(Run.shipped("four"), s -> s.withPermits(1).withBarrier(BarrierMode.FREE));
        Session session = Run.finish(Run.live(t, 1, 60, IntentLog.NONE, "render.draw=20ms@every=1"));
        long waited = 0;
        for (Lane lane : session.lanes()) {
            waited += lane.recorder().totalNs(SpanKind.PERMIT_WAIT);
        }
        assertTrue(waited > 0);
        assertSeenWhole(session);
    }

    @Test
    void asManyPermitsAsLanesAreNoLimit() throws Exception {
        Topology t = Run.with(Run.shipped("four"), s -> s.withPermits(4));
        Session session = Run.finish(Run.replay(t, SEED, 0, new Script(SEED, 100)));
        for (Lane lane : session.lanes()) {
            assertEquals(0, lane.recorder().totalNs(SpanKind.PERMIT_WAIT));
        }
        assertEquals("with 4 lanes", t.noEffect().get("permits"));
    }
}
