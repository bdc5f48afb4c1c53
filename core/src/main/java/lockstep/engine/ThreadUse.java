package lockstep.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a lane's thread is to the operating system, and what it used. The lane's thread writes; any thread reads. */
public final class ThreadUse {
    private static final com.sun.management.ThreadMXBean THREADS =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Value of an operating system thread that is not known. */
    public static final String UNKNOWN = "";

    private volatile String osThread;
    private volatile long cpuNs;
    private volatile long allocatedBytes;

    /** The thread begins to be the lane. */
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

    /** It is the lane no longer. */
    void end() {
        cpuNs = THREADS.getCurrentThreadCpuTime();
        allocatedBytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Its name under {@code /proc}, empty if there is none, null before it runs. */
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
