package lockstep.watch;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lockstep.files.OneLine;

/**
 * Reads the CPU times of this program's threads and of all other visible processes from Linux's {@code /proc}. For one thread.
 *
 * <p>In {@code /proc/PID/stat} the name is in brackets and may itself contain brackets. Fields 14 and 15 are the CPU time in user
 * mode and in the kernel, in hundredths of a second.
 */
final class CpuTimes {
    private static final long TICK_NS = 10_000_000;
    private static final int USER_FIELD = 12, SYSTEM_FIELD = 13;
    private static final String HOG = "hog-";
    /** Prefixes that keep the name of a foreign process distinct from that of one of this program's threads. */
    private static final String LANE = "lane ", THREAD = "thread ", PROCESS = "process ", HOGS = "hogs";

    /** What a thread or process has used so far; those that are reported together have the same {@code name}. */
    record Used(String name, long cpuNs) {
    }

    private final Path proc;
    private final long ownPid;
    private final byte[] stat = new byte[1024];

    CpuTimes(Path proc, long ownPid) {
        this.proc = proc;
        this.ownPid = ownPid;
    }

    /** All threads and processes by number; empty where they cannot be read. {@code lanes} maps thread numbers to lane names. */
    Map<Integer, Used> read(Map<Integer, String> lanes) {
        Map<Integer, Used> all = new HashMap<>();
        for (int pid : numbers(proc)) {
            if (pid != ownPid) {
                add(all, proc, pid, PROCESS);
            }
        }
        Path own = proc.resolve(ownPid + "/task");
        for (int thread : numbers(own)) {
            add(all, own, thread, THREAD);
            if (lanes.containsKey(thread) && all.containsKey(thread)) {
                all.put(thread, new Used(lane(lanes.get(thread)), all.get(thread).cpuNs));
            }
        }
        return all;
    }

    private static int[] numbers(Path folder) {
        String[] names = folder.toFile().list((dir, name) -> name.length() < 10 && isDigit(name.charAt(0)));
        int[] numbers = new int[names == null ? 0 : names.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(names[i]);
        }
        return numbers;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Leaves out what has ended meanwhile or cannot be read. */
    private void add(Map<Integer, Used> all, Path folder, int number, String mark) {
        try (FileInputStream in = new FileInputStream(folder + "/" + number + "/stat")) {
            int length = Math.max(0, in.read(stat));
            int end = length - 1;
            while (end > 0 && stat[end] != ')') {
                end--;
            }
            int begin = 0;
            while (begin < end && stat[begin] != '(') {
                begin++;
            }
            if (begin < end) {
                String name = new String(stat, begin + 1, end - begin - 1, StandardCharsets.UTF_8);
                long ticks = field(end, length, USER_FIELD) + field(end, length, SYSTEM_FIELD);
                all.put(number, new Used(mark.equals(THREAD) && name.startsWith(HOG) ? HOGS : mark + name, ticks * TICK_NS));
            }
        } catch (IOException e) {
            all.remove(number);
        }
    }

    /** The number in field {@code which}, counted from the end of the name. */
    private long field(int name, int length, int which) {
        int i = name;
        for (int spaces = 0; i < length && spaces < which; i++) {
            spaces += stat[i] == ' ' ? 1 : 0;
        }
        long value = 0;
        for (; i < length && isDigit(stat[i]); i++) {
            value = 10 * value + stat[i] - '0';
        }
        return value;
    }

    /** The name under which the thread of lane {@code name} is counted. */
    static String lane(String name) {
        return LANE + name;
    }

    /** In words: {@code count} threads or processes called {@code name}, one of which has the number {@code number}. */
    static String words(String name, int count, int number) {
        if (name.equals(HOGS)) {
            return count == 1 ? "a planted hog thread" : count + " planted hog threads";
        }
        if (name.startsWith(PROCESS)) {
            String program = OneLine.quote(name.substring(PROCESS.length()));
            return program + (count == 1 ? " (process " + number + ")" : " (" + count + " processes)");
        }
        String thread = name.startsWith(THREAD) ? name.substring(THREAD.length()) : "";
        if (thread.startsWith("C1 ") || thread.startsWith("C2 ")) {
            return "the JVM's compiler";
        }
        boolean collects = thread.startsWith("GC ") || thread.startsWith("G1 ");
        return collects ? "the garbage collector" : thread.isEmpty() ? OneLine.of(name)
            : "this game's thread " + OneLine.quote(thread);
    }
}
