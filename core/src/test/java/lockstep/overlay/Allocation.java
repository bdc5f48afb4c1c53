package lockstep.overlay;

import java.lang.management.ManagementFactory;

/** Measures what the calling thread allocates. */
public final class Allocation {
    private static final com.sun.management.ThreadMXBean THREADS =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {
    }

    /** Bytes that {@code times} calls allocate, after as many to warm up. */
    public static long bytes(int times, Runnable what) {
        for (int i = 0; i < times; i++) {
            what.run();
        }
        long me = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(me);
        for (int i = 0; i < times; i++) {
            what.run();
        }
        return THREADS.getThreadAllocatedBytes(me) - before;
    }
}
