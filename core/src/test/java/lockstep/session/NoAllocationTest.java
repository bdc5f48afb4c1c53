package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.RunConfig;
import lockstep.sync.BarrierMode;
import lockstep.time.LateRule;
import lockstep.time.SpanKind;
import lockstep.time.SpanListener;
import lockstep.time.Spans;
import lockstep.topology.Topology;
import lockstep.world.Counter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a steady state, observed as it always is, no lane allocates: not in ticks, frames, input or loader runs that have nothing
 * to load, nor where lanes meet. The one exception is the queue node that a lock of java.util.concurrent makes for a lane that
 * has to wait. A steady state is several windows of ticks in a row in which nothing is allocated.
 */
@Tag("slow")
class NoAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<String> ROLES = List.of(Topology.INPUT, Topology.PHYSICS, Topology.RENDER, Topology.ASSETS);
    /** Of a lane that waits for a lock: the node it queues in. */
    private static final long NODE_BYTES = 32;
    /** Nodes for each wait; {@code stamped} has a lock and a turnstile before it. What is not here has no nodes. */
    private static final Map<String, Integer> NODES = Map.of("mutex", 1, "fair-mutex", 1, "semaphore", 1, "stamped", 2);
    private static final int CLEAN_WINDOWS = 3;
    private static final int WINDOW_TICKS = 500;
    private static final int JUDGED_FRAMES = 20;
    private static final int MOST_JUDGED_WINDOWS = 90;
    /** However busy the machine is, all frames are in time. */
    private static final LateRule NONE_LATE = new LateRule(TimeUnit.MINUTES.toNanos(10), 1);
    /** Ticks in which the lanes must have found their steady state. */
    private static final int MOST_TICKS = 40_000;

    /** All guards but {@code rw-lock}, of which the JDK's own bookkeeping allocates where two lanes read at once. */
    static Stream<Arguments> meetings() {
        return Stream.concat(
            Stream.of(BarrierMode.values()).flatMap(b -> Stream.of(Arguments.of("none", b, 0), Arguments.of("mutex", b, 0))),
            Stream.concat(Stream.of("fair-mutex", "monitor", "stamped", "semaphore", "spin", "triple-buffer")
                .map(guard -> Arguments.of(guard, BarrierMode.FREE, 0)),
                Stream.of(1, 2).map(permits -> Arguments.of("mutex", BarrierMode.PIPELINED, permits))));
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void aSteadyLaneAllocatesNothing(String guard, BarrierMode barrier, int permits) throws Exception {
        List<String> windows = windows(guard, barrier, permits, IntentLog.NONE, MOST_TICKS);
        assertTrue(isSteady(windows), () -> "bytes of input, physics, render and assets in each " + WINDOW_TICKS
            + " ticks: " + windows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "stamped", "triple-buffer", "none"})
    void lookingForRacesAllocatesNothingEither(String guard) throws Exception {
        List<String> windows = windows(guard, BarrierMode.PIPELINED, 0, IntentLog.NONE, MOST_TICKS, true);
        assertTrue(isSteady(windows), windows::toString);
    }

    @Test
    void judgingFramesInTimeAllocatesNothing() throws Exception {
        RunConfig config = RunConfig.builder(Run.shipped("four"), AssetSource.builtIn()).headless(true).mute(true).autopilot(true)
            .late(NONE_LATE).build();
        Session session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        Thread main = new Thread(run);
        List<String> windows = new ArrayList<>();
        main.start();
        try {
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.FRAMES) > 0);
            long blame =
                Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("blame")).findFirst().orElseThrow()
                    .getId();
            while (windows.size() < MOST_JUDGED_WINDOWS && !isSteady(windows)) {
                long until = session.world().ledger(Counter.FRAMES) + JUDGED_FRAMES;
                long bytes = THREADS.getThreadAllocatedBytes(blame);
                Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.FRAMES) >= until);
                windows.add(Long.toString(THREADS.getThreadAllocatedBytes(blame) - bytes));
            }
        } finally {
            session.stop(Conductor.Reason.DONE);
            main.join();
        }
        assertEquals(Conductor.Reason.DONE, run.get());
        assertEquals(0, session.lateFrames().count());
        assertTrue(isSteady(windows), () -> "bytes in each " + JUDGED_FRAMES + " frames: " + windows);
    }

    private static volatile Object kept;

    /** Canary: one small object now and then, less often than once in a window. */
    @Test
    void aLaneThatAllocatesNowAndThenIsNoticed() throws Exception {
        IntentLog log = (tick, controls) -> {
            if (tick % (2 * WINDOW_TICKS) == 0) {
                kept = new long[1];
            }
        };
        List<String> windows = windows("none", BarrierMode.FREE, 0, log, 10 * WINDOW_TICKS);
        assertTrue(windows.size() > CLEAN_WINDOWS && !isSteady(windows), windows.toString());
    }

    /** Canary: one small object for each wait, beside the node. */
    @ParameterizedTest
    @ValueSource(strings = {"mutex", "monitor"})
    void aLaneThatAllocatesWhereItWaitsIsNoticed(String guard) throws Exception {
        Session session = session(guard, BarrierMode.FREE, 0, IntentLog.NONE, false, "physics.hold=300us@every=2");
        session.conductor().eachLane(lane -> lane.recorder().listener(new EachWait(() -> kept = new long[1])));
        List<String> windows = windows(session, guard, 5 * WINDOW_TICKS);
        assertTrue(windows.size() > CLEAN_WINDOWS && !windows.contains("0"), windows.toString());
    }

    /** Does something when a wait for a guard begins. */
    private record EachWait(Runnable work) implements SpanListener {
        @Override
        public void tickBegins() {
        }

        @Override
        public void tickEnded(int tick) {
        }

        @Override
        public void waitBegins(SpanKind kind) {
            if (kind == SpanKind.GUARD_WAIT) {
                work.run();
            }
        }

        @Override
        public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
        }
    }

    private static boolean isSteady(List<String> windows) {
        int n = windows.size();
        return n >= CLEAN_WINDOWS && windows.subList(n - CLEAN_WINDOWS, n).stream().allMatch("0"::equals);
    }

    private static List<String> windows(String guard, BarrierMode barrier, int permits, IntentLog log, int mostTicks)
        throws Exception {
        return windows(guard, barrier, permits, log, mostTicks, false);
    }

    private static List<String> windows(String guard, BarrierMode barrier, int permits, IntentLog log, int mostTicks,
                                        boolean races)
        throws Exception {
        return windows(session(guard, barrier, permits, log, races), guard, mostTicks);
    }

    private static Session session(String guard, BarrierMode barrier, int permits, IntentLog log, boolean races,
                                   String... injects)
        throws Exception {
        Topology topology = Run.with(Run.shipped("four").withHz(Topology.PHYSICS, 1000),
            s -> s.withGuard(guard).withBarrier(barrier).withPermits(permits));
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(2).autopilot(true)
            .fps(500).views(true).races(races).injects(List.of(injects)).build();
        return new Session(config, Ports.headless(config, log, null, HashListener.NONE));
    }

    /** Runs windows of ticks until the state is steady, or the ticks are used up; what each lane allocated in each. */
    private static List<String> windows(Session session, String guard, int mostTicks) throws Exception {
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        Thread main = new Thread(run);
        List<String> windows = new ArrayList<>();
        main.start();
        try {
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.FRAMES) > 0);
            while (session.world().ledger(Counter.TICKS) < mostTicks && !isSteady(windows)) {
                long[] bytes = measure(session, session.world().ledger(Counter.TICKS) + WINDOW_TICKS,
                    NODES.getOrDefault(guard, 0) * NODE_BYTES);
                windows.add(isZero(bytes) ? "0" : Arrays.toString(bytes));
            }
        } finally {
            session.stop(Conductor.Reason.DONE);
            main.join();
        }
        assertEquals(Conductor.Reason.DONE, run.get());
        return windows;
    }

    private static boolean isZero(long[] bytes) {
        for (long b : bytes) {
            if (b > 0) {
                return false;
            }
        }
        return true;
    }

    /** Bytes that each lane allocates until a tick, less so many for each of its waits for a lock. */
    private static long[] measure(Session session, long untilTick, long bytesOfWait) {
        long[] spans = new long[ROLES.size()];
        long[] bytes = new long[ROLES.size()];
        for (int i = 0; i < bytes.length; i++) {
            Lane lane = session.laneOf(ROLES.get(i));
            spans[i] = lane.recorder().ring().written();
            bytes[i] = THREADS.getThreadAllocatedBytes(lane.thread().getId());
        }
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.TICKS) >= untilTick
            || session.conductor().stopping());
        for (int i = 0; i < bytes.length; i++) {
            Lane lane = session.laneOf(ROLES.get(i));
            bytes[i] = THREADS.getThreadAllocatedBytes(lane.thread().getId()) - bytes[i];
            bytes[i] -= waits(lane, spans[i]) * bytesOfWait;
        }
        return bytes;
    }

    private static long waits(Lane lane, long sinceSpan) {
        Spans spans = new Spans(1 << 14);
        spans.read(lane.recorder().ring(), sinceSpan);
        long waits = 0;
        for (int i = 0; i < spans.count(); i++) {
            waits += spans.kind(i) == SpanKind.GUARD_WAIT ? 1 : 0;
        }
        return waits;
    }
}
