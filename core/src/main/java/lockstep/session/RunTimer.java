package lockstep.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lockstep.sync.Fault;
import lockstep.sync.Faults;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;

/**
 * Ends a run after its time and fires the faults that belong to no lane: garbage collections and threads that use a core. The
 * thread that runs the session starts and closes it. It has daemon threads of its own, one for the end and one for each fault, so
 * that none delays another.
 */
final class RunTimer implements AutoCloseable {
    private static final int NO_LANE = 254;
    private static final long LOOK_MS = 2;

    private final List<ScheduledExecutorService> threads = new ArrayList<>();

    /** Calls {@code end} once after {@code seconds}; does nothing if that is 0 or less. */
    public void endAfter(double seconds, Runnable end) {
        if (seconds > 0) {
            thread("timer").schedule(end, Math.round(seconds * 1e9), TimeUnit.NANOSECONDS);
        }
    }

    /** Starts the faults planted outside the lanes; every 2 ms counts as one call of their point. */
    public void plant(Faults faults, Clock clock) {
        for (Fault fault : faults.alone()) {
            LaneRecorder self = new LaneRecorder(NO_LANE, "timer", clock);
            thread("faults").scheduleWithFixedDelay(() -> fault.fire(self, 0), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        }
    }

    private ScheduledExecutorService thread(String name) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread t = new Thread(r, name);
            t.setDaemon(true);
            return t;
        });
        threads.add(thread);
        return thread;
    }

    @Override
    public void close() {
        threads.forEach(ScheduledExecutorService::shutdownNow);
        try {
            for (ScheduledExecutorService thread : threads) {
                thread.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
