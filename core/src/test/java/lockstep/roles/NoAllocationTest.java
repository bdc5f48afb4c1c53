package lockstep.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.Topology;
import lockstep.sync.BarrierMode;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import lockstep.world.Counter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In a steady state, observed as it always is, no lane allocates: not in ticks, frames, input or loader runs that have nothing
 * to load, nor where lanes meet. The one exception is the
 * queue node that a lock of java.util.concurrent makes for a lane that has to wait.
 */
class NoAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<String> ROLES = List.of(Topology.INPUT, Topology.PHYSICS, Topology.RENDER, Topology.ASSETS);
    /** Of a lane that waits for a lock: the node it queues in. */
    private static final long NODE_BYTES = 64;
    private static final int WINDOW_TICKS = 500;
    private static final int JUDGED_FRAMES = 20;
    private static final int MOST_JUDGED_WINDOWS = 90;
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
        assertTrue(windows.get(windows.size() - 1).equals("0"), () -> "bytes of input, physics, render and assets in each " + WINDOW_TICKS
            + " ticks: " + windows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "stamped", "triple-buffer", "none"})
    void lookingForRacesAllocatesNothingEither(String guard) throws Exception {
        List<String> windows = windows(guard, BarrierMode.PIPELINED, 0, IntentLog.NONE, MOST_TICKS, true);
        assertTrue(windows.get(windows.size() - 1).equals("0"), windows::toString);
    }

    @Test
    void judgingFramesInTimeAllocatesNothing() throws Exception {
        RunConfig config = RunConfig.builder(Run.shipped("four"), AssetSource.builtIn()).headless(true).mute(true).autopilot(true).build();
        Session session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        Thread main = new Thread(run);
        List<Long> windows = new ArrayList<>();
        main.start();
        try {
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.FRAMES) > 0);
            long blame = Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("blame")).findFirst().orElseThrow()
                .getId();
            while (windows.size() < MOST_JUDGED_WINDOWS && !windows.contains(0L)) {
                long until = session.world().ledger(Counter.FRAMES) + JUDGED_FRAMES;
                long bytes = THREADS.getThreadAllocatedBytes(blame);
                Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.FRAMES) >= until);
                windows.add(THREADS.getThreadAllocatedBytes(blame) - bytes);
            }
        } finally {
            session.stop(Conductor.Reason.DONE);
            main.join();
        }
        assertEquals(Conductor.Reason.DONE, run.get());
        assertTrue(windows.contains(0L), () -> "bytes in each " + JUDGED_FRAMES + " frames: " + windows);
    }

    private static volatile Object kept;

    @Test
    void aLaneThatAllocatesOnceATickIsNoticed() throws Exception {
        List<String> windows = windows("none", BarrierMode.FREE, 0, (tick, controls) -> kept = new long[1], 5 * WINDOW_TICKS);
        assertTrue(windows.size() >= 3 && !windows.contains("0"), windows.toString());
    }

    /** Runs windows of ticks until in one of them nothing is allocated, or the ticks are used up; what each lane allocated. */
    private static List<String> windows(String guard, BarrierMode barrier, int permits, IntentLog log, int mostTicks)
        throws Exception {
        return windows(guard, barrier, permits, log, mostTicks, false);
    }

    private static List<String> windows(String guard, BarrierMode barrier, int permits, IntentLog log, int mostTicks, boolean races)
        throws Exception {
        Topology topology = Run.with(Run.shipped("four").withHz(Topology.PHYSICS, 1000),
            s -> s.withGuard(guard).withBarrier(barrier).withPermits(permits));
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(2).autopilot(true)
            .fps(500).views(true).races(races).build();
        Session session = new Session(config, Ports.headless(config, log, null, HashListener.NONE));
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        Thread main = new Thread(run);
        List<String> windows = new ArrayList<>();
        main.start();
        try {
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.FRAMES) > 0);
            while (session.world().ledger(Counter.TICKS) < mostTicks && !windows.contains("0")) {
                long[] bytes = measure(session, session.world().ledger(Counter.TICKS) + WINDOW_TICKS);
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

    /** Bytes that each lane allocates until a tick, less those for its waits for a lock. */
    private static long[] measure(Session session, long untilTick) {
        long[] spans = new long[ROLES.size()];
        long[] bytes = new long[ROLES.size()];
        for (int i = 0; i < bytes.length; i++) {
            Lane lane = session.laneOf(ROLES.get(i));
            spans[i] = lane.timer().ring().written();
            bytes[i] = THREADS.getThreadAllocatedBytes(lane.thread().getId());
        }
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> session.world().ledger(Counter.TICKS) >= untilTick
            || session.conductor().stopping());
        for (int i = 0; i < bytes.length; i++) {
            Lane lane = session.laneOf(ROLES.get(i));
            bytes[i] = THREADS.getThreadAllocatedBytes(lane.thread().getId()) - bytes[i];
            bytes[i] -= waits(lane, spans[i]) * NODE_BYTES;
        }
        return bytes;
    }

    private static long waits(Lane lane, long sinceSpan) {
        Spans spans = new Spans(1 << 14);
        spans.read(lane.timer().ring(), sinceSpan);
        long waits = 0;
        for (int i = 0; i < spans.count(); i++) {
            waits += spans.kind(i) == SpanKind.GUARD_WAIT ? 1 : 0;
        }
        return waits;
    }
}
