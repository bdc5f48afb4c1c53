package lockstep.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lane's thread in the operating system, and its CPU time and allocation. The lane's thread writes; any thread reads. */
public final class ThreadUse {
    private static final com.sun.management.ThreadMXBean THREADS =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The value of an unknown operating system thread. */
    public static final String UNKNOWN = "";

    private volatile String osThread;
    private volatile long cpuNs;
    private volatile long allocatedBytes;

    /** The calling thread begins to run the lane. */
    void begin() {
        osThread = ofCaller();
    }

    /** The calling thread's name under {@code /proc}, or {@link #UNKNOWN}. */
    public static String ofCaller() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return UNKNOWN;
        }
    }

    /** The calling thread has finished running the lane. */
    void end() {
        cpuNs = THREADS.getCurrentThreadCpuTime();
        allocatedBytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** The thread's name under {@code /proc}, {@link #UNKNOWN} if there is none, null before it runs. */
    public String osThread() {
        return osThread;
    }

    /** CPU time of the thread, ns; 0 until its end. */
    public long cpuNs() {
        return cpuNs;
    }

    /** Bytes the thread allocated; 0 until its end. */
    public long allocatedBytes() {
        return allocatedBytes;
    }
}
