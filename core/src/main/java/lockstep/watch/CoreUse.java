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
 * Which threads and processes used the cores while a lane was given none, from the CPU times that Linux keeps in {@code /proc}.
 * On other systems nothing is known. The times are read only while lanes lack a core and for three seconds after that: at most
 * four times a second, and less often where reading would take more than a 400th of a core. For the first such frame the answer
 * is therefore who used the cores just after it; for the frames that follow, who used them meanwhile. Only the thread that judges
 * frames calls this class. It allocates only while it reads.
 */
final class CoreUse {
    private static final long WANTED_NS = 3_000_000_000L;
    private static final long APART_NS = 250_000_000;
    private static final int COST = 400;
    /** A stretch that begins this much later than a frame says nothing about it. */
    private static final long JUST_AFTER_NS = 500_000_000;
    private static final int KEPT = 8;
    private static final int NAMED = 2;
    private static final double LEAST_CORES = 0.2;

    /**
     * What a thread, several threads of one kind, or the processes of one program used during a stretch; {@code cores} is CPU
     * time divided by wall time.
     */
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

    /** Reads below the folder {@code proc}. This program is process {@code ownPid} and may use {@code cores} cores. */
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

    /**
     * Reads the CPU times; call it when {@link #isDue}. {@code lanes} maps thread numbers to lane names. Returns true if more is
     * known now.
     */
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

    /** True if a reading is wanted and the next one is due. */
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
        byName.forEach((name, sum) -> shares
            .add(new Share(CpuTimes.words(name, (int) sum[1], (int) sum[2]), (double) sum[0] / Math.max(1, ns))));
        shares.sort(Comparator.comparingDouble(Share::cores).reversed());
        return shares;
    }

    /** Who other than {@code lane} used the cores between two moments or just after, in words; empty if unknown. */
    String during(long fromNs, long toNs, String lane) {
        Stretch best = null;
        for (Stretch s : stretches) {
            if (s.toNs > fromNs && overlapNs(s, fromNs, toNs) > (best == null ? -JUST_AFTER_NS : overlapNs(best, fromNs, toNs))) {
                best = s;
            }
        }
        return best == null ? "" : words(best, lane, overlapNs(best, fromNs, toNs) > 0 ? "meanwhile" : "just after");
    }

    /** How long the stretch and the time between two moments overlap, ns; if they do not, minus the gap between them. */
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
        return named == 0 ? ""
            : words.append(" of ").append(cores).append(cores == 1 ? " core " : " cores ").append(when).toString();
    }
}
