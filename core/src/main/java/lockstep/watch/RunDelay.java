package lockstep.watch;

import java.io.IOException;
import java.io.RandomAccessFile;
import lockstep.engine.ThreadUse;
import lockstep.time.Clock;

/**
 * How long a thread was runnable without a core, as Linux counts it in the second figure of {@code /proc/PID/task/TID/schedstat}.
 * It is unknown on other systems and where the kernel does not count (the first figure, CPU time, is 0 there). One thread samples
 * and asks. Sampling allocates nothing.
 */
final class RunDelay implements AutoCloseable {
    private static final int TEXT = 96;

    private final RandomAccessFile file;
    private final byte[] text = new byte[TEXT];
    private final Samples samples = new Samples();
    private boolean broken;

    /** Follows the thread named {@code osThread} by {@link ThreadUse#osThread}. */
    RunDelay(String osThread) {
        RandomAccessFile opened = null;
        if (!osThread.equals(ThreadUse.UNKNOWN)) {
            try {
                opened = new RandomAccessFile("/proc/" + osThread + "/schedstat", "r");
            } catch (IOException e) {
                opened = null;
            }
        }
        file = opened;
        broken = opened == null;
    }

    /** Reads the figure. */
    void sample(Clock clock) {
        if (broken) {
            return;
        }
        try {
            long before = clock.nanos();
            file.seek(0);
            int n = file.read(text);
            if (text[0] != '0') {
                samples.add(before, second(n), clock.nanos());
            }
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

    /** The delay between the last sample before {@code fromNs} and the first after {@code toNs}, in ns; -1 if unknown. */
    long ns(long fromNs, long toNs) {
        return samples.find(fromNs, toNs) ? samples.growth() : -1;
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
