package lockstep.engine;

import java.lang.management.ManagementFactory;

/** What a lane's thread is to the operating system, and what it used. The lane's thread writes; any thread reads. */
final class ThreadUse {
    private static final com.sun.management.ThreadMXBean THREADS =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private volatile String osThread;
    private volatile long cpuNs;
    private volatile long allocatedBytes;

    /** The thread begins to be the lane. */
    void begin() {
        osThread = RunDelay.osThread();
    }

    /** It is the lane no longer. */
    void end() {
        cpuNs = THREADS.getCurrentThreadCpuTime();
        allocatedBytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Its name under {@code /proc}, empty if there is none, null before it runs. */
    String osThread() {
        return osThread;
    }

    /** CPU time of the thread, ns; 0 until its end. */
    long cpuNs() {
        return cpuNs;
    }

    /** Bytes the thread allocated; 0 until its end. */
    long allocatedBytes() {
        return allocatedBytes;
    }
}
