package lockstep.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import lockstep.blame.Pauses;
import lockstep.time.Clock;

/**
 * How long HotSpot has stopped all threads in total, for any reason: the counter {@code sun.rt.safepointTime} in the file of
 * performance counters that it keeps for {@code jstat}. The file is mapped, so a reading makes no system call. Without such a
 * file the time is unknown. One thread samples and asks; sampling allocates nothing.
 *
 * <p>The format of the file, from HotSpot's {@code perfMemory.hpp}: magic {@code cafec0c0}, at 4 the byte order, at 5 the major
 * version 2, at 24 and 28 the offset and number of entries. An entry: at 0 its length, at 4 the offset of its name, at 12 its
 * type ({@code J} for a long), at 16 the offset of its value.
 */
final class StoppedTime {
    private static final int MAGIC = 0xcafec0c0;
    private static final int VERSION = 2;
    /** The virtual machine updates the counter a little after the threads run again. */
    private static final long COUNTED_LATE_NS = 25_000_000;
    private static final String TIME = "sun.rt.safepointTime";
    private static final String FREQUENCY = "sun.os.hrt.frequency";

    private final Samples samples = new Samples();
    private ByteBuffer counters;
    private int timeAt;
    private double nsPerTick;

    /** Reads the counters in {@code file}. */
    StoppedTime(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            if (all.getInt(0) == MAGIC && all.get(5) == VERSION) {
                all.order(all.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                timeAt = find(all, TIME);
                int frequencyAt = find(all, FREQUENCY);
                if (timeAt > 0 && frequencyAt > 0 && all.getLong(frequencyAt) > 0) {
                    nsPerTick = 1e9 / all.getLong(frequencyAt);
                    counters = all;
                }
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            counters = null;
        }
    }

    /** Of this virtual machine. */
    static StoppedTime ofThisProcess() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return new StoppedTime(Path.of(linux ? "/tmp" : System.getProperty("java.io.tmpdir"),
            "hsperfdata_" + System.getProperty("user.name"), Long.toString(ProcessHandle.current().pid())));
    }

    /** The offset of a counter's value in the file, or 0. */
    private static int find(ByteBuffer all, String counter) {
        int entry = all.getInt(24);
        for (int i = all.getInt(28); i > 0; i--) {
            if (all.get(entry + 12) == 'J' && isNamed(all, entry + all.getInt(entry + 4), counter)) {
                return entry + all.getInt(entry + 16);
            }
            entry += all.getInt(entry);
        }
        return 0;
    }

    private static boolean isNamed(ByteBuffer all, int at, String counter) {
        for (int i = 0; i < counter.length(); i++) {
            if (all.get(at + i) != counter.charAt(i)) {
                return false;
            }
        }
        return all.get(at + counter.length()) == 0;
    }

    void sample(Clock clock) {
        if (counters != null) {
            long before = clock.nanos();
            long ns = Math.round(counters.getLong(timeAt) * nsPerTick);
            samples.add(before, ns, clock.nanos());
        }
    }

    /**
     * An upper bound on how long all threads were stopped between two moments, the {@code known} pauses excluded, in ns; -1 if
     * unknown.
     */
    long ns(long fromNs, long toNs, Pauses known) {
        if (counters == null || !samples.find(fromNs, toNs + COUNTED_LATE_NS)) {
            return -1;
        }
        return Math.max(0, samples.growth() - known.ns(samples.fromNs(), samples.toNs()));
    }
}
