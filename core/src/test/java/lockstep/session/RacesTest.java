package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.sync.Race;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.world.Counter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The race detector over the real game. */
@Tag("slow")
class RacesTest {
    private static final List<String> TOPOLOGIES = List.of("four", "loaders", "two", "classic");
    private static final int TICKS = 1_500;

    private static Session replay(Topology topology) throws Exception {
        Session plain = Run.replay(topology, 5, 50, new Script(5, TICKS));
        RunConfig config = RunConfigBuilder.from(plain.config()).races(true).build();
        return new Session(config, Ports.headless(config, IntentLog.NONE, new Script(5, TICKS), HashListener.NONE));
    }

    private static Session live(Topology topology, boolean races) throws Exception {
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(2).autopilot(true)
            .views(true).races(races).build();
        return new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
    }

    static Stream<Arguments> correctGuards() {
        List<Arguments> all = new ArrayList<>();
        int turn = 0;
        for (String guard : Guards.names()) {
            for (Granularity granularity : Granularity.values()) {
                for (Hold hold : Hold.values()) {
                    if (!guard.equals("none")) {
                        all.add(Arguments.of(TOPOLOGIES.get(turn % 4),
                            new Sync(guard, turn % 3, granularity, Order.SORTED, hold,
                                BarrierMode.values()[(turn + turn / 4) % 3])));
                    }
                    turn++;
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("correctGuards")
    void noRaceIsFoundUnderACorrectGuard(String topology, Sync sync) throws Exception {
        Session session = Run.finish(replay(Run.shipped(topology).withSync(sync)));
        assertEquals(List.of(), session.races().found().stream().map(Race::text).toList());
        assertEquals(0, session.races().count());
    }

    private interface Play {
        void with(Session session) throws Exception;
    }

    private static void play(Session session, Play play) throws Exception {
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        new Thread(run, "main").start();
        try {
            play.with(session);
        } finally {
            session.stop(Conductor.Reason.DONE);
            run.get(30, TimeUnit.SECONDS);
        }
    }

    private static boolean found(Session session, String region, String lane, String other) {
        return session.races().found().stream().anyMatch(r -> r.region().equals(region)
            && (r.first().lane().equals(lane) && r.second().lane().equals(other)
                || r.first().lane().equals(other) && r.second().lane().equals(lane)));
    }

    private static Topology free(String guard) throws Exception {
        return Run.with(Run.shipped("four"), s -> s.withGuard(guard).withBarrier(BarrierMode.FREE));
    }

    @Test
    void withoutAGuardEveryPairOfLanesThatSharesARegionRaces() throws Exception {
        play(live(free("none"), true), s -> Awaitility.await().until(() -> found(s, "bodies", "physics", "render")
            && found(s, "bodies", "physics", "input") && found(s, "bodies", "physics", "assets")
            && found(s, "intents", "input", "physics") && found(s, "tally", "physics", "render")
            && found(s, "tally", "assets", "physics") && found(s, "tally", "assets", "render")
            && found(s, "sectors", "assets", "render") && found(s, "sectors", "assets", "physics")));
    }

    /** Physics and render meet, so what they share is in order; assets and input meet nobody. */
    @Test
    void theBarrierOrdersPhysicsAndRenderAndNobodyElse() throws Exception {
        for (BarrierMode mode : List.of(BarrierMode.PIPELINED, BarrierMode.LOCKSTEP)) {
            Topology t = Run.with(Run.shipped("four"), s -> s.withGuard("none").withBarrier(mode));
            play(live(t, true), s -> {
                Awaitility.await().until(() -> s.world().ledger(Counter.FRAMES) > 60 && found(s, "intents", "input", "physics")
                    && found(s, "sectors", "assets", "render") && found(s, "tally", "assets", "physics"));
                for (String region : List.of("bodies", "tally", "sectors", "intents")) {
                    assertTrue(!found(s, region, "physics", "render"), () -> s.races().found().toString());
                }
            });
        }
    }

    /** In a replay each copy of the intents is handed over, so not even none lets them race. */
    @Test
    void handedOverIntentsAreInOrder() throws Exception {
        Session session = Run.finish(replay(free("none")));
        assertTrue(session.races().count() > 0);
        assertTrue(!found(session, "intents", "input", "physics"), () -> session.races().found().toString());
    }

    /** What one lane does is in order, guard or not; the same roles on two lanes race. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "one = [\"input\", \"physics\", \"assets\", \"render\"]                     | false",
        "one = [\"input\", \"render\"], two = [\"physics\", \"assets\"] | true"})
    void oneLaneAloneNeverRaces(String lanes, boolean races) throws Exception {
        Topology t = Run.parse("[lanes]\n" + lanes.replace("], ", "]\n") + "\n[sync]\nguard = \"none\"\nbarrier = \"free\"\n");
        Session session = Run.finish(replay(t));
        assertEquals(races ? 2 : 1, session.lanes().size());
        assertEquals(races, session.races().count() > 0, () -> session.races().found().toString());
    }

    @Test
    void lookingCanBeSwitchedOnAndOffWhileTheGameRuns() throws Exception {
        play(live(free("mutex"), false), s -> {
            Awaitility.await().until(() -> s.world().ledger(Counter.FRAMES) > 10);
            for (int i = 0; i < 3; i++) {
                assertNull(s.races(true).get(20, TimeUnit.SECONDS));
                long frames = s.world().ledger(Counter.FRAMES);
                Awaitility.await().until(() -> s.world().ledger(Counter.FRAMES) > frames + 20);
                assertNull(s.races(false).get(20, TimeUnit.SECONDS));
            }
            assertEquals(List.of(), s.races().found());
            assertNull(s.races(true).get(20, TimeUnit.SECONDS));
            assertNull(s.switcher().change(free("triple-buffer")).get(20, TimeUnit.SECONDS));
            assertNull(s.switcher().change(Run.shipped("loaders")).get(20, TimeUnit.SECONDS));
            long frames = s.world().ledger(Counter.FRAMES);
            Awaitility.await().until(() -> s.world().ledger(Counter.FRAMES) > frames + 20);
            assertEquals(List.of(), s.races().found());
            assertNull(s.switcher().change(free("none")).get(20, TimeUnit.SECONDS));
            Awaitility.await().until(() -> s.races().count() > 0);
        });
    }

    @Test
    void stepsWhileAllStandAreInOrder() throws Exception {
        play(live(free("mutex"), true), s -> {
            Awaitility.await().until(() -> s.world().ledger(Counter.FRAMES) > 10);
            assertNull(s.switcher().pause(true).get(20, TimeUnit.SECONDS));
            assertNull(s.switcher().change(free("none")).get(20, TimeUnit.SECONDS));
            for (int i = 0; i < 20; i++) {
                assertNull(s.switcher().stepTick().get(20, TimeUnit.SECONDS));
            }
            assertEquals(List.of(), s.races().found());
        });
    }
}
