package lockstep.trace.jfr;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lockstep.engine.Lane;
import lockstep.engine.TestLanes;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanListener;
import lockstep.world.World;

/** Prints what a wait that takes no time costs the lane that records it: the median of 61 batches. */
final class EventCost {
    private static final int WAITS = 2_000;
    private static final int BATCHES = 61;
    private static final int WARM_UP = 200;
    /** For the recorder to write down a batch: what comes faster than that is many times as dear. */
    private static final long RECORDER_MS = 20;

    private EventCost() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.printf("%s: %d ns without a flight recording, %d ns with one%n", System.getProperty("java.version"),
            median(SpanListener.NONE), recorded());
    }

    private static long recorded() throws IOException, InterruptedException {
        Faults none = new Faults(List.of());
        World world = new World(8, 4, new World.Sharing("mutex", Granularity.WORLD, Order.SORTED, Hold.COPY), false, none);
        List<Lane> lanes =
            List.of(TestLanes.lane(0, "render", Clock.SYSTEM, none, false),
                TestLanes.lane(1, "physics", Clock.SYSTEM, none, false));
        FlightRecording recording = FlightRecording.start();
        try {
            return median(new JfrLane(lanes.get(0).recorder(), lanes, world));
        } finally {
            recording.close();
        }
    }

    private static long median(SpanListener listener) throws InterruptedException {
        LaneRecorder recorder = new LaneRecorder(0, "render", Clock.SYSTEM);
        recorder.listener(listener);
        for (int i = 0; i < WARM_UP; i++) {
            waits(recorder);
        }
        long[] ns = new long[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            Thread.sleep(RECORDER_MS);
            long begin = System.nanoTime();
            waits(recorder);
            ns[i] = (System.nanoTime() - begin) / WAITS;
        }
        Arrays.sort(ns);
        return ns[BATCHES / 2];
    }

    private static void waits(LaneRecorder recorder) {
        for (int i = 0; i < WAITS; i++) {
            long start = recorder.now();
            recorder.waiting().begin(SpanKind.GUARD_WAIT, 0, 0, 1, start, false);
            recorder.waiting().end();
            recorder.span(SpanKind.GUARD_WAIT, start, recorder.now(), 1, 0, 0);
        }
    }
}
