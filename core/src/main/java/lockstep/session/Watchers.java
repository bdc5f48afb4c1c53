package lockstep.session;

import java.util.ArrayList;
import java.util.List;
import lockstep.watch.Examiner;
import lockstep.watch.Meter;
import lockstep.watch.Watchdog;

/** The daemon threads that watch the lanes while they run; no lane ever waits for them. Process main thread only. */
final class Watchers {
    private final Meter meter;
    private final Examiner examiner;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param metered true if the meter also reads while the lanes run, not only at the end
     * @param examiner judges late frames, or null
     */
    Watchers(Meter meter, boolean metered, Watchdog dog, Examiner examiner) {
        this.meter = meter;
        this.examiner = examiner;
        add(dog, "watchdog");
        if (metered) {
            add(meter, "meter");
        }
        if (examiner != null) {
            add(examiner, "blame");
        }
    }

    private void add(Runnable body, String name) {
        Thread t = new Thread(body, name);
        t.setDaemon(true);
        threads.add(t);
    }

    /** Starts the threads; before the lanes start. */
    void start() {
        meter.begin();
        threads.forEach(Thread::start);
    }

    /** Ends the threads and reads everything once more; after the lanes were joined. */
    void finish() {
        meter.stop();
        if (examiner != null) {
            examiner.stop();
        }
        threads.forEach(Thread::interrupt);
        threads.forEach(Watchers::join);
        meter.finish();
        if (examiner != null) {
            examiner.finish();
        }
    }

    private static void join(Thread t) {
        try {
            t.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
