package lockstep.time;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** A monotonic clock in nanoseconds. Any thread may call it. */
@FunctionalInterface
public interface Clock {
    /** {@link System#nanoTime}; on Linux this is CLOCK_MONOTONIC, the same for all processes. */
    Clock SYSTEM = new Clock() {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long cpuNanos() {
            return THREADS.getCurrentThreadCpuTime();
        }
    };

    /** Nanoseconds since an arbitrary origin; never decreases. */
    long nanos();

    /** CPU time of the calling thread in ns, or -1 where it cannot be read. Costs some 0.4 µs. */
    default long cpuNanos() {
        return -1;
    }
}
