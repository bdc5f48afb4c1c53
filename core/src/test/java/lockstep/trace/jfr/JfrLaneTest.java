package lockstep.trace.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.consumer.RecordedEvent;
import lockstep.TestLane;
import lockstep.engine.Lane;
import lockstep.engine.TestLanes;
import lockstep.files.NewFile;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanListener;
import lockstep.time.SpanRing;
import lockstep.world.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one lane puts into a flight recording, and that the checks of it see what they are to see. */
@Tag("slow")
class JfrLaneTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PHYSICS = 1;
    private static final int SECTORS = 3;
    private static final int MEASURED = 10_000;
    private static final int CLEAN_WINDOWS = 3;
    private static final int MOST_WINDOWS = 40;

    private final Faults faults = new Faults(List.of());
    private final World world =
        new World(8, 4, new World.Sharing("mutex", Granularity.REGION, Order.SORTED, Hold.COPY), false, faults);
    private final List<Lane> lanes = List.of(TestLanes.lane(0, "render", Clock.SYSTEM, faults, false),
        TestLanes.lane(PHYSICS, "a-lane-with-a-name-that-is-long", Clock.SYSTEM, faults, false));

    @TempDir
    Path folder;

    private JfrLane jfr(TestLane lane) {
        return new JfrLane(lane.recorder(), lanes, world);
    }

    private static void wait(LaneRecorder me, SpanKind kind, long parkNs) {
        long start = me.now();
        me.waiting().begin(kind, SECTORS, 0, PHYSICS, start, false);
        if (parkNs > 0) {
            LockSupport.parkNanos(parkNs);
        }
        me.waiting().end();
        me.span(kind, start, me.now(), PHYSICS, SECTORS, 7);
    }

    /** Records waits of 2, 4, … 20 ms on a lane and returns their events of that name. */
    private List<RecordedEvent> waits(TestLane lane, SpanListener listener, String name) throws Exception {
        Path file = folder.resolve("waits.jfr");
        FlightRecording recording = FlightRecording.start();
        try {
            lane.recorder().listener(listener);
            lane.tell(() -> {
                for (int i = 1; i <= 10; i++) {
                    wait(lane.recorder(), SpanKind.GUARD_WAIT, i * 2_000_000L);
                }
            });
            recording.stop();
            NewFile.write(file, "the flight recording", recording::writeTo);
        } finally {
            recording.close();
        }
        return Flight.events(file, name);
    }

    private static List<String> faults(TestLane lane, List<RecordedEvent> events) {
        return Flight.faults(events, lane.recorder().ring(), SpanKind.GUARD_WAIT, lane.thread().getId());
    }

    @Test
    void eachWaitIsAnEventOfItsOwnThoughTheObjectIsReused() throws Exception {
        try (TestLane lane = new TestLane(0, "render")) {
            List<RecordedEvent> events = waits(lane, jfr(lane), "lockstep.GuardWait");
            assertEquals(List.of(), faults(lane, events));
            assertEquals(10, events.size());
            assertEquals("sectors", events.get(0).getString("guard"));
            assertEquals("a-lane-with-a-name-that-is-long", events.get(9).getString("owner"));
            assertEquals("render", events.get(9).getString("lane"));
        }
    }

    @Test
    void aWaitThatDidNotBeginIsNoticed() throws Exception {
        try (TestLane lane = new TestLane(0, "render")) {
            JfrLane jfr = jfr(lane);
            List<RecordedEvent> events = waits(lane, new Deaf() {
                @Override
                public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
                    jfr.spanEnded(kind, startNs, endNs, whom, what, detail);
                }
            }, "lockstep.GuardWait");
            assertTrue(faults(lane, events).toString().contains("durations are off"), () -> faults(lane, events).toString());
        }
    }

    @Test
    void anEventOnAnotherThreadIsNoticed() throws Exception {
        try (TestLane lane = new TestLane(0, "render"); TestLane other = new TestLane(1, "other")) {
            JfrLane jfr = jfr(lane);
            List<RecordedEvent> events = waits(lane, new Deaf() {
                @Override
                public void waitBegins(SpanKind kind) {
                    jfr.waitBegins(kind);
                }

                @Override
                public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
                    try {
                        other.tell(() -> jfr.spanEnded(kind, startNs, endNs, whom, what, detail));
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
            }, "lockstep.GuardWait");
            assertEquals(List.of("another thread"), faults(lane, events));
        }
    }

    @Name("test.Traced")
    static final class Traced extends Event {
    }

    @Test
    void aStackTraceIsNoticed() throws Exception {
        try (TestLane lane = new TestLane(0, "render")) {
            Traced traced = new Traced();
            List<RecordedEvent> events = waits(lane, new Deaf() {
                @Override
                public void waitBegins(SpanKind kind) {
                    traced.begin();
                }

                @Override
                public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
                    traced.end();
                    traced.commit();
                }
            }, "test.Traced");
            assertEquals(List.of("a stack trace"), faults(lane, events));
        }
    }

    @Test
    void aLostEventIsNoticed() throws Exception {
        try (TestLane lane = new TestLane(0, "render")) {
            List<RecordedEvent> events = waits(lane, jfr(lane), "lockstep.GuardWait");
            assertEquals(List.of("9 events for 10 spans"), faults(lane, events.subList(1, 10)));
        }
    }

    /** The wait ends before the pause does, so a frame that begins after it does not last through the pause. */
    @Test
    void aFrameBeginsWhenThePauseEnds() throws Exception {
        try (TestLane lane = new TestLane(0, "render")) {
            JfrLane jfr = jfr(lane);
            Path file = folder.resolve("paused.jfr");
            FlightRecording recording = FlightRecording.start();
            try {
                lane.recorder().listener(jfr);
                lane.tell(() -> {
                    LaneRecorder recorder = lane.recorder();
                    recorder.span(SpanKind.SWAP, recorder.now(), recorder.now(), 1);
                    wait(recorder, SpanKind.GUARD_WAIT, 2_000_000);
                    recorder.span(SpanKind.PACE, recorder.now(), recorder.now(), SpanRing.NOBODY, Pacer.PAUSED, 0);
                    recorder.span(SpanKind.SWAP, recorder.now(), recorder.now(), 2);
                });
                recording.stop();
                NewFile.write(file, "the flight recording", recording::writeTo);
            } finally {
                recording.close();
            }
            List<RecordedEvent> frames = Flight.events(file, "lockstep.Frame");
            RecordedEvent wait = Flight.events(file, "lockstep.GuardWait").get(0);
            assertEquals(1, frames.size());
            assertFalse(frames.get(0).getStartTime().isBefore(wait.getEndTime()), frames + " " + wait);
        }
    }

    @Test
    void theLaneAllocatesNothingForItsEvents() throws Exception {
        try (TestLane lane = new TestLane(0, "render")) {
            List<Long> windows = allocated(lane, jfr(lane));
            assertTrue(isSteady(windows), () -> "bytes in each " + MEASURED + " ticks: " + windows);
        }
    }

    private static volatile Object kept;

    @Test
    void aLaneThatAllocatesForEachEventIsNoticed() throws Exception {
        try (TestLane lane = new TestLane(0, "render")) {
            List<Long> windows = allocated(lane, new Deaf() {
                @Override
                public void waitBegins(SpanKind kind) {
                    kept = new JfrEvents.GuardWait();
                }
            });
            assertEquals(MOST_WINDOWS, windows.size());
            assertTrue(windows.stream().allMatch(bytes -> bytes >= 4 * 16 * MEASURED), windows::toString);
        }
    }

    /**
     * Bytes that the lane allocates in windows of so many ticks, frames and waits of each kind, until the state is steady. With
     * each new chunk of a recording, of some 100,000 ticks here, the JVM notes the names of lanes anew, on the lane.
     */
    private static List<Long> allocated(TestLane lane, SpanListener listener) throws Exception {
        FlightRecording recording = FlightRecording.start();
        try {
            LaneRecorder recorder = lane.recorder();
            recorder.listener(listener);
            return lane.ask(() -> {
                List<Long> windows = new ArrayList<>();
                while (windows.size() < MOST_WINDOWS && !isSteady(windows)) {
                    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
                    everything(recorder, MEASURED);
                    windows.add(THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
                }
                return windows;
            });
        } finally {
            recording.stop();
            recording.close();
        }
    }

    private static boolean isSteady(List<Long> windows) {
        int n = windows.size();
        return n >= CLEAN_WINDOWS && windows.subList(n - CLEAN_WINDOWS, n).stream().allMatch(bytes -> bytes == 0);
    }

    private static void everything(LaneRecorder recorder, int times) {
        for (int i = 0; i < times; i++) {
            recorder.beginTick();
            wait(recorder, SpanKind.GUARD_WAIT, 0);
            wait(recorder, SpanKind.GUARD_WAIT, 0);
            wait(recorder, SpanKind.BARRIER_WAIT, 0);
            wait(recorder, SpanKind.PERMIT_WAIT, 0);
            recorder.endTick(i);
            recorder.span(SpanKind.SWAP, i, i + 1, SpanRing.NOBODY, 0, i);
        }
    }

    @Test
    void aFrameThatBeganOnAnotherLaneIsLeftOut() throws Exception {
        Path file = folder.resolve("frames.jfr");
        FlightRecording recording = FlightRecording.start();
        try (TestLane lane = new TestLane(0, "render")) {
            lane.recorder().listener(jfr(lane));
            lane.tell(() -> {
                for (int frame : new int[] {1, 2, 3, 8, 9}) {
                    lane.recorder().span(SpanKind.SWAP, 100, 1100, frame);
                }
            });
            recording.stop();
            NewFile.write(file, "the flight recording", recording::writeTo);
        } finally {
            recording.close();
        }
        List<RecordedEvent> frames = Flight.events(file, "lockstep.Frame");
        assertEquals(List.of(2L, 3L, 9L), frames.stream().map(e -> e.getLong("frame")).toList());
        assertEquals(1000, frames.get(0).getDuration("swap").toNanos());
    }

    /** Does nothing of what it is told. */
    private abstract static class Deaf implements SpanListener {
        @Override
        public void tickBegins() {
        }

        @Override
        public void tickEnded(int tick) {
        }

        @Override
        public void waitBegins(SpanKind kind) {
        }

        @Override
        public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
        }
    }
}
