package lockstep.watch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lockstep.time.Clock;

/**
 * Who had the cores when a lane got none: the CPU times of this program's threads and of all other processes, as Linux counts
 * them in {@code /proc}; elsewhere nothing is known. They are read only while lanes get no core and for three seconds after, four
 * times a second, or less often where that would take more than a 400th of a core. So of the first such frame it is known who
 * had the cores just after it, of those that follow who had them meanwhile. Belongs to the thread that judges; allocates only
 * while it reads.
 */
final class CoreUse {
    private static final long WANTED_NS = 3_000_000_000L;
    private static final long APART_NS = 250_000_000;
    private static final int COST = 400;
    /** A stretch that begins so much later says nothing of a frame. */
    private static final long JUST_AFTER_NS = 500_000_000;
    private static final int KEPT = 8;
    private static final int NAMED = 2;
    private static final double LEAST_CORES = 0.2;

    /** What one thread or several of one kind, or a program's processes, used in a stretch of time. */
    private record Share(String who, double cores) {
    }

    private record Stretch(long fromNs, long toNs, List<Share> shares) {
    }

    private final CpuTimes times;
    private final Clock clock;
    private final int cores;
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private Map<Integer, CpuTimes.Used> before;
    private long beforeNs;
    private long nextNs;
    private long wantedUntilNs = Long.MIN_VALUE;

    /** Reads below {@code proc}, where this program is process {@code ownPid}; {@code cores} it may use. */
    CoreUse(Path proc, long ownPid, int cores, Clock clock) {
        times = new CpuTimes(proc, ownPid);
        this.cores = cores;
        this.clock = clock;
    }

    static CoreUse ofThisMachine(Clock clock) {
        return new CoreUse(Path.of("/proc"), ProcessHandle.current().pid(), Runtime.getRuntime().availableProcessors(), clock);
    }

    /** A lane got no core until now. */
    void wanted(long nowNs) {
        wantedUntilNs = nowNs + WANTED_NS;
    }

    /** Reads, if that {@link #isDue}. {@code lanes}: names of lanes by their threads' numbers. Returns true if more is known now. */
    boolean look(Map<Integer, String> lanes) {
        long begin = clock.nanos();
        long cpuNs = clock.cpuNanos();
        Map<Integer, CpuTimes.Used> now = times.read(lanes);
        boolean more = before != null && !now.isEmpty();
        if (more) {
            stretches.addLast(new Stretch(beforeNs, begin, shares(before, now, begin - beforeNs)));
            if (stretches.size() > KEPT) {
                stretches.removeFirst();
            }
        }
        before = now;
        beforeNs = begin;
        nextNs = begin + Math.max(APART_NS, COST * (clock.cpuNanos() - cpuNs));
        return more;
    }

    /** True if it is wanted and time to read. */
    boolean isDue(long nowNs) {
        boolean wanted = nowNs <= wantedUntilNs;
        before = wanted ? before : null;
        return wanted && (before == null || nowNs >= nextNs);
    }

    private static List<Share> shares(Map<Integer, CpuTimes.Used> from, Map<Integer, CpuTimes.Used> to, long ns) {
        Map<String, long[]> byName = new HashMap<>();
        to.forEach((id, used) -> {
            CpuTimes.Used was = from.get(id);
            boolean same = was != null && was.cpuNs() <= used.cpuNs();
            long more = used.cpuNs() - (same ? was.cpuNs() : 0);
            if (more > 0) {
                long[] sum = byName.computeIfAbsent(used.name(), n -> new long[3]);
                sum[0] += more;
                sum[1]++;
                sum[2] = id;
            }
        });
        List<Share> shares = new ArrayList<>();
        byName.forEach((name, sum) -> shares.add(new Share(CpuTimes.words(name, (int) sum[1], (int) sum[2]), (double) sum[0] / Math.max(1, ns))));
        shares.sort(Comparator.comparingDouble(Share::cores).reversed());
        return shares;
    }

    /** In words: who but {@code lane} had the cores between two moments or just after; empty if that is not known. */
    String during(long fromNs, long toNs, String lane) {
        Stretch best = null;
        for (Stretch s : stretches) {
            if (s.toNs > fromNs && overlapNs(s, fromNs, toNs) > (best == null ? -JUST_AFTER_NS : overlapNs(best, fromNs, toNs))) {
                best = s;
            }
        }
        return best == null ? "" : words(best, lane, overlapNs(best, fromNs, toNs) > 0 ? "meanwhile" : "just after");
    }

    /** What a stretch has in common with the time between; below 0, how far apart they are. */
    private static long overlapNs(Stretch s, long fromNs, long toNs) {
        return Math.min(s.toNs, toNs) - Math.max(s.fromNs, fromNs);
    }

    private String words(Stretch s, String lane, String when) {
        StringBuilder words = new StringBuilder();
        String self = CpuTimes.words(CpuTimes.lane(lane), 1, 0);
        int named = 0;
        for (Share share : s.shares) {
            if (share.cores >= LEAST_CORES && named < NAMED && !share.who.equals(self)) {
                words.append(named == 0 ? "" : ", ").append(share.who).append(named == 0 ? " had " : " ");
                words.append(String.format(Locale.ROOT, "%.1f", Math.min(cores, share.cores)));
                named++;
            }
        }
        return named == 0 ? "" : words.append(" of ").append(cores).append(cores == 1 ? " core " : " cores ").append(when).toString();
    }
}
