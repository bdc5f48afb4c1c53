package lockstep.time;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** A monotonic clock in nanoseconds. Any thread may call it. */
@FunctionalInterface
public interface Clock {
    /** {@link System#nanoTime}; on Linux this is CLOCK_MONOTONIC, the same for all processes. */
    Clock SYSTEM = new Clock() {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        /** Windows counts CPU time in ticks of about 16 ms, which is as long as a frame. */
        private static final boolean FINE = !System.getProperty("os.name").startsWith("Windows");

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long cpuNanos() {
            return FINE ? THREADS.getCurrentThreadCpuTime() : -1;
        }
    };

    /** Nanoseconds since an arbitrary origin; never decreases. */
    long nanos();

    /** CPU time of the calling thread in ns, or -1 where its resolution is too coarse. Takes about 0.4 µs. */
    default long cpuNanos() {
        return -1;
    }
}
