package lockstep.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.time.Clock;

/**
 * How long a thread could run and was given no core, as Linux counts it: the second figure of {@code /proc/PID/task/TID/schedstat}.
 * Elsewhere, or where the kernel does not count, it is not known. One reader samples it and asks; {@link #osThread} is called
 * by the thread itself. Sampling allocates nothing.
 */
final class RunDelay implements AutoCloseable {
    /** Value of an operating system thread that is not known. */
    static final String UNKNOWN = "";
    private static final int KEPT = 64;
    private static final int TEXT = 96;

    private final RandomAccessFile file;
    private final byte[] text = new byte[TEXT];
    private final long[] beforeNs = new long[KEPT];
    private final long[] afterNs = new long[KEPT];
    private final long[] delayNs = new long[KEPT];
    private int samples;
    private boolean broken;

    /** Of the thread that {@link #osThread} names so. */
    RunDelay(String osThread) {
        RandomAccessFile opened = null;
        if (!osThread.equals(UNKNOWN)) {
            try {
                opened = new RandomAccessFile("/proc/" + osThread + "/schedstat", "r");
            } catch (IOException e) {
                opened = null;
            }
        }
        file = opened;
        broken = opened == null;
    }

    /** The calling thread's name under {@code /proc}, or {@link #UNKNOWN}. */
    static String osThread() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return UNKNOWN;
        }
    }

    /** Reads the figure, and the clock before and after: the reader may itself be kept from running. */
    void sample(Clock clock) {
        if (broken) {
            return;
        }
        try {
            beforeNs[samples % KEPT] = clock.nanos();
            file.seek(0);
            int n = file.read(text);
            delayNs[samples % KEPT] = second(n);
            afterNs[samples % KEPT] = clock.nanos();
            samples++;
        } catch (IOException e) {
            broken = true;
        }
    }

    private long second(int n) throws IOException {
        int i = 0;
        while (i < n && text[i] != ' ') {
            i++;
        }
        long value = 0;
        int first = ++i;
        while (i < n && text[i] >= '0' && text[i] <= '9') {
            value = 10 * value + text[i++] - '0';
        }
        if (i == first) {
            throw new IOException("no figure");
        }
        return value;
    }

    /** The delay between the last sample before {@code fromNs} and the first after {@code toNs}, in ns; -1 if it is not known. */
    long ns(long fromNs, long toNs) {
        if (broken || samples < 2) {
            return -1;
        }
        int oldest = Math.max(0, samples - KEPT);
        int first = oldest;
        while (first + 1 < samples && afterNs[(first + 1) % KEPT] <= fromNs) {
            first++;
        }
        int last = samples - 1;
        while (last > first + 1 && beforeNs[(last - 1) % KEPT] >= toNs) {
            last--;
        }
        return last <= first ? -1 : delayNs[last % KEPT] - delayNs[first % KEPT];
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            broken = true;
        }
    }
}
