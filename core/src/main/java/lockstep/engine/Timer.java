package lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lockstep.sync.Fault;
import lockstep.sync.Faults;
import lockstep.time.Clock;
import lockstep.time.LaneTimer;

/**
 * Ends a run after its time and plants the faults that belong to no lane: collections and threads that burn a core.
 * The thread that makes the session starts and closes it; it runs on threads of its own, all daemons.
 */
public final class Timer implements AutoCloseable {
    private static final int NO_LANE = 254;
    private static final long GC_CHECK_MS = 2;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "timer"));
    private final List<Thread> hogs = new ArrayList<>();
    private volatile boolean closed;

    /** Calls {@code end} once after so many seconds, if that is more than 0. */
    public void endAfter(double seconds, Runnable end) {
        if (seconds > 0) {
            timer.schedule(end, Math.round(seconds * 1e9), TimeUnit.NANOSECONDS);
        }
    }

    /** Starts what was planted outside the lanes. */
    public void plant(Faults faults, Clock clock) {
        Fault gc = faults.gc();
        if (gc.armed()) {
            LaneTimer self = new LaneTimer(NO_LANE, "timer", clock);
            timer.scheduleWithFixedDelay(() -> gc.fire(self, 0), GC_CHECK_MS, GC_CHECK_MS, TimeUnit.MILLISECONDS);
        }
        for (int i = 1; i <= faults.hogs(); i++) {
            Thread hog = daemon(this::burn, "hog-" + i);
            hogs.add(hog);
            hog.start();
        }
    }

    private void burn() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        try {
            timer.awaitTermination(1, TimeUnit.SECONDS);
            for (Thread hog : hogs) {
                hog.join(1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable body, String name) {
        Thread t = new Thread(body, name);
        t.setDaemon(true);
        return t;
    }
}
