package lockstep.trace.summary;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import lockstep.files.Threads;

/**
 * CPU time of the threads that watch the lanes. Its own thread reads it twice a second, because a thread that has ended cannot be
 * asked; a thread's last half second may therefore be missing. The process main thread starts and stops it.
 */
public final class ObserverCosts {
    private static final String OWN = "costs";
    private static final Set<String> OBSERVERS = Set.of("meter", "watchdog", "blame", "frames", "trace", "hlog", "recorder",
        "terminal", OWN);
    private static final String FLIGHT_RECORDER = "JFR ";
    private static final long PERIOD_MS = 500;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Long> cpuNs = new ConcurrentSkipListMap<>();
    private final Thread thread = new Thread(this::watch, OWN);

    /** Starts reading; before the lanes start. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                read();
                Thread.sleep(PERIOD_MS);
            }
        } catch (InterruptedException e) {
            read();
        }
    }

    private void read() {
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && observes(info.getThreadName())) {
                cpuNs.merge(info.getThreadName(), threads.getThreadCpuTime(info.getThreadId()), Math::max);
            }
        }
    }

    private static boolean observes(String thread) {
        return OBSERVERS.contains(thread) || thread.startsWith(FLIGHT_RECORDER);
    }

    /** Reads once more and stops; after the lanes were joined. */
    public void stop() {
        thread.interrupt();
        Threads.join(thread);
    }

    /** CPU time in ns by thread name, as last read. */
    public Map<String, Long> cpuNs() {
        return cpuNs;
    }
}
