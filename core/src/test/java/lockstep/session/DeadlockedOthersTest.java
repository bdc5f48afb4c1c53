package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lockstep.TestLane;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.RunConfig;
import lockstep.sync.BarrierMode;
import lockstep.sync.FaultSpec;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import lockstep.topology.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Physics and assets lock each other up; input and render go on, so that a person sees it and can end it. */
@Tag("slow")
class DeadlockedOthersTest {
    private static final String[] WIDENED = {"physics.hold=sleep:2ms@every=1", "assets.hold=sleep:20ms@every=2"};

    private Session session;
    private FutureTask<Conductor.Reason> run;

    private void start(Topology topology, String... injects) throws Exception {
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(3).autopilot(true)
            .views(true).injects(List.of(injects)).onDeadlock(OnDeadlock.REPORT).build();
        session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
        run = new FutureTask<>(session::run);
        Thread main = new Thread(run, "main");
        main.setDaemon(true);
        main.start();
    }

    @AfterEach
    void end() throws Exception {
        session.stop(Conductor.Reason.DONE);
        assertSame(Conductor.Reason.DONE, run.get(30, TimeUnit.SECONDS));
        session.lanes().forEach(l -> assertEquals(Conductor.Ended.JOINED, session.conductor().ended(l), l::name));
        Run.assertWhole(session);
    }

    private static Topology prone(String name, BarrierMode barrier) throws Exception {
        return Run.with(Run.shipped(name),
            s -> s.withOrder(Order.AS_WRITTEN).withGranularity(Granularity.REGION).withHold(Hold.TICK)
                .withBarrier(barrier));
    }

    private static Stream<Arguments> layouts() {
        return Stream.concat(Stream.of(BarrierMode.values()).map(b -> Arguments.of("four", b)),
            Stream.of(Arguments.of("loaders", BarrierMode.PIPELINED)));
    }

    private long frames() {
        return session.frames().log().frames();
    }

    private long inputs() {
        return session.laneOf(Topology.INPUT).stats().get(0).runs();
    }

    /** Waits for a deadlock, then for frames and input runs in which physics makes no tick. */
    private void othersGoOn() {
        TestLane.until(() -> session.deadlocks().count() > 0);
        int ticks = session.ticks();
        long frames = frames();
        long inputs = inputs();
        long redrawn = session.frames().redrawnFrames();
        TestLane.until(() -> frames() >= frames + 6 && inputs() >= inputs + 6);
        assertEquals(ticks, session.ticks(), "the deadlock is over");
        assertTrue(session.frames().redrawnFrames() >= redrawn + 5, "frames that show the last snapshot again are not counted");
    }

    /** The deadlock is broken, nothing is planted any more, and each frame has its snapshot again. */
    private void goesOnWhenBroken() throws Exception {
        session.onDeadlock(OnDeadlock.BREAK);
        int ticks = session.ticks();
        TestLane.until(() -> session.ticks() > ticks);
        TestLane
            .until(() -> session.switcher().whileStill(() -> session.world().widen(List.of())).get(20, TimeUnit.SECONDS) == null);
        long[] since = {frames(), session.frames().redrawnFrames()};
        TestLane.until(() -> {
            if (session.frames().redrawnFrames() != since[1]) {
                since[0] = frames();
                since[1] = session.frames().redrawnFrames();
            }
            return frames() >= since[0] + 30;
        });
        int then = session.ticks();
        TestLane.until(() -> session.ticks() > then + 30);
    }

    /** Where physics and assets share a lane they cannot wait for each other. */
    @ParameterizedTest
    @ValueSource(strings = {"two", "classic"})
    void onOneLaneTheyAreInNoCircle(String topology) throws Exception {
        start(prone(topology, BarrierMode.LOCKSTEP), WIDENED);
        TestLane.until(() -> session.ticks() > 40 && frames() > 20);
        assertEquals(0, session.deadlocks().count());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void framesAndInputGoOnAndTheDeadlockCanBeBrokenWhenItWasBroughtAboutLive(String topology, BarrierMode barrier)
        throws Exception {
        start(Run.shipped(topology));
        TestLane.until(() -> session.ticks() > 5);
        List<FaultSpec> planted = Stream.of(WIDENED).map(FaultSpec::parse).toList();
        assertNull(session.switcher().whileStill(() -> session.world().widen(planted)).get(20, TimeUnit.SECONDS));
        assertNull(session.switcher().change(prone(topology, barrier)).get(20, TimeUnit.SECONDS));
        othersGoOn();
        TestLane.until(() -> session.deadlocks().lasting() != null);
        String no = session.switcher().change(Run.shipped(topology)).get(20, TimeUnit.SECONDS);
        assertTrue(no.startsWith("nothing was changed: 'physics' and 'assets"), no);
        assertEquals(no, session.switcher().pause(true).get(20, TimeUnit.SECONDS));
        goesOnWhenBroken();
    }
}
