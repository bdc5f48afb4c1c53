package lockstep.watch;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.TimeCounts;
import org.HdrHistogram.Histogram;

/**
 * Reads all lanes five times a second on its own thread, so that the lanes spend no time on it.
 *
 * <p>Any thread may call {@link #latest}; it never blocks, because a reading is immutable and published by one volatile store.
 * The meter's thread calls {@link #run}. {@link #finish} is called once that thread and all lanes have been joined.
 */
public final class Meter implements Runnable {
    static final long PERIOD_MS = 200;
    private static final int INTERVALS = 10;
    /** The shortest unpaused time in a window from which a rate is computed. */
    private static final long LEAST_NS = 50_000_000;
    private static final int KINDS = SpanKind.values().length;
    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();

    /** One role's figures at the last readings. */
    private static final class RoleState {
        final RoleStats stats;
        final LaneState lane;
        final TimeCounts[] recent = new TimeCounts[INTERVALS];
        final Histogram window = new Histogram(1, RoleStats.LONGEST_NS, 2);
        final Histogram total = new Histogram(1, RoleStats.LONGEST_NS, 2);
        final long[] runsAt = new long[INTERVALS];
        final Intervals.Times times;
        Histogram drained;
        double hz;

        RoleState(RoleStats stats, LaneState lane, Intervals intervals) {
            this.stats = stats;
            this.lane = lane;
            times = intervals.follow(new Intervals.Name("roles", stats::role, "work"), new Histogram(1, RoleStats.LONGEST_NS, 2));
            Arrays.fill(recent, TimeCounts.EMPTY);
        }
    }

    /** Totals of one lane at the last readings: span kinds, then CPU time, bytes, work and pauses. */
    private static final class LaneState {
        static final int CPU = KINDS, BYTES = KINDS + 1, WORKED = KINDS + 2, PAUSED = KINDS + 3;
        final Lane lane;
        final long[][] totals = new long[INTERVALS][KINDS + 4];
        long cpuNs;
        long bytes;
        /** Unpaused time in the window of the last reading, ns. */
        long unpausedNs;
        double busyShare;

        LaneState(Lane lane, Intervals intervals) {
            this.lane = lane;
            LaneRecorder recorder = lane.recorder();
            intervals.follow(new Intervals.Name("lanes", lane::name, "guard_wait_ns"),
                () -> recorder.totalNs(SpanKind.GUARD_WAIT));
            intervals.follow(new Intervals.Name("lanes", lane::name, "barrier_wait_ns"),
                () -> recorder.totalNs(SpanKind.BARRIER_WAIT));
            intervals.follow(new Intervals.Name("lanes", lane::name, "permit_wait_ns"),
                () -> recorder.totalNs(SpanKind.PERMIT_WAIT));
            intervals.follow(new Intervals.Name("lanes", lane::name, "cpu_ns"), () -> cpuNs);
        }
    }

    private final Clock clock;
    private final List<Lane> followed;
    private final List<LaneState> lanes = new ArrayList<>();
    private final List<RoleState> roles = new ArrayList<>();
    private final long[] readAtNs = new long[INTERVALS];
    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Intervals intervals = new Intervals();
    private volatile Reading latest = Reading.EMPTY;
    private volatile BiConsumer<RoleStats, Histogram> onWork = (stats, ns) -> {};
    private volatile boolean stopping;
    private int readings;

    /** @param lanes the lanes by number; may grow while they run, as may the roles on them */
    public Meter(List<Lane> lanes, Clock clock) {
        this.clock = clock;
        followed = lanes;
        follow();
    }

    private void follow() {
        for (Lane lane : followed) {
            LaneState state = lanes.stream().filter(s -> s.lane == lane).findFirst().orElse(null);
            if (state == null) {
                state = new LaneState(lane, intervals);
                lanes.add(state);
            }
            for (RoleStats stats : lane.everyStats()) {
                if (roles.stream().noneMatch(r -> r.stats == stats)) {
                    roles.add(new RoleState(stats, state, intervals));
                }
            }
        }
    }

    /** The newest reading. */
    public Reading latest() {
        return latest;
    }

    /** The run by intervals: name further figures before the run, read them after {@link #finish}. */
    public Intervals intervals() {
        return intervals;
    }

    /** Makes the first reading, before the lanes and {@link #run} start: counting begins here. */
    public void begin() {
        intervals.read(read());
    }

    @Override
    public void run() {
        while (!stopping) {
            intervals.read(read());
            try {
                Thread.sleep(PERIOD_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Sets the listener that receives the work times (ns) of each role on a lane since the previous reading, on the reading
     * thread. The histogram belongs to the meter: read it during the call and do not keep it.
     */
    public void onWork(BiConsumer<RoleStats, Histogram> listener) {
        onWork = listener;
    }

    /** Ends {@link #run}; any thread. */
    public void stop() {
        stopping = true;
    }

    /** Makes the last reading and returns it; the meter's thread must have ended. */
    public Reading finish() {
        intervals.finish(read());
        return latest;
    }

    /** Work times of a role on a lane over the whole run, ns; after {@link #finish}. */
    public Histogram total(RoleStats stats) {
        return roles.stream().filter(r -> r.stats == stats).findFirst().orElseThrow().total;
    }

    private long read() {
        follow();
        long now = clock.nanos();
        int slot = readings % INTERVALS;
        int oldest = readings < INTERVALS ? 0 : (readings + 1) % INTERVALS;
        readAtNs[slot] = now;
        long windowNs = now - readAtNs[oldest];
        List<Reading.LaneReading> laneReadings = new ArrayList<>();
        for (LaneState s : lanes) {
            laneReadings.add(read(s, slot, oldest, windowNs));
        }
        List<Reading.RoleReading> roleReadings = new ArrayList<>();
        List<RoleStats> placed = followed.stream().flatMap(l -> l.stats().stream()).toList();
        for (RoleState r : roles) {
            take(r, slot);
            if (placed.contains(r.stats)) {
                roleReadings.add(read(r, slot, oldest));
            }
        }
        Runtime rt = Runtime.getRuntime();
        latest = new Reading(now, List.copyOf(laneReadings), List.copyOf(roleReadings), rt.totalMemory() - rt.freeMemory(),
            collections());
        readings++;
        return now;
    }

    /** Reads one lane. {@code windowNs} is 0 at the first reading, which therefore has no rates. */
    private Reading.LaneReading read(LaneState s, int slot, int oldest, long windowNs) {
        double perNs = windowNs > 0 ? 1.0 / windowNs : 0;
        LaneRecorder recorder = s.lane.recorder();
        Thread thread = s.lane.thread();
        if (s.lane.returned()) {
            s.cpuNs = s.lane.use().cpuNs();
            s.bytes = s.lane.use().allocatedBytes();
        } else if (thread != null && thread.isAlive()) {
            s.cpuNs = Math.max(s.cpuNs, threads.getThreadCpuTime(thread.getId()));
            s.bytes = Math.max(s.bytes, threads.getThreadAllocatedBytes(thread.getId()));
        }
        long[] now = s.totals[slot];
        long[] then = s.totals[oldest];
        for (int k = 0; k < KINDS; k++) {
            now[k] = recorder.totalNs(SpanKind.of(k));
        }
        now[LaneState.CPU] = s.cpuNs;
        now[LaneState.BYTES] = s.bytes;
        now[LaneState.WORKED] = recorder.workedNs();
        now[LaneState.PAUSED] = recorder.pausedNs(readAtNs[slot]);
        s.unpausedNs = windowNs - (now[LaneState.PAUSED] - then[LaneState.PAUSED]);
        if (s.unpausedNs >= LEAST_NS) {
            s.busyShare = Math.min(1, share(now, then, LaneState.WORKED, 1.0 / s.unpausedNs));
        }
        return new Reading.LaneReading(s.lane.name(), s.busyShare,
            share(now, then, LaneState.CPU, perNs), 1e9 * share(now, then, LaneState.BYTES, perNs),
            1e9 * share(now, then, SpanKind.GUARD_WAIT.ordinal(), perNs),
            1e9 * share(now, then, SpanKind.BARRIER_WAIT.ordinal(), perNs),
            1e9 * share(now, then, SpanKind.PERMIT_WAIT.ordinal(), perNs),
            1e9 * share(now, then, SpanKind.IO.ordinal(), perNs), recorder.maxNs(SpanKind.GUARD_WAIT));
    }

    private static double share(long[] now, long[] then, int what, double perNs) {
        return (now[what] - then[what]) * perNs;
    }

    /** Takes in what the role did since the last reading, whether or not it is still on its lane. */
    private void take(RoleState r, int slot) {
        r.drained = r.stats.drainWork(r.drained);
        onWork.accept(r.stats, r.drained);
        r.recent[slot] = TimeCounts.of(r.drained);
        r.recent[slot].addTo(r.total);
        r.times.add(r.recent[slot]);
        r.runsAt[slot] = r.stats.unpausedRuns();
    }

    private Reading.RoleReading read(RoleState r, int slot, int oldest) {
        r.window.reset();
        for (TimeCounts each : r.recent) {
            each.addTo(r.window);
        }
        if (r.lane.unpausedNs >= LEAST_NS) {
            r.hz = (r.runsAt[slot] - r.runsAt[oldest]) * 1e9 / r.lane.unpausedNs;
        }
        return new Reading.RoleReading(r.stats.role(), r.stats.lane(), r.stats.askedHz(), r.hz,
            r.window.getValueAtPercentile(50), r.window.getValueAtPercentile(99), r.window.getMaxValue());
    }

    /** CPU time of a lane's thread in ns, as of the last reading. */
    public long cpuNs(Lane lane) {
        return lanes.stream().filter(s -> s.lane == lane).findFirst().orElseThrow().cpuNs;
    }

    /** Bytes a lane's thread allocated, as of the last reading. */
    public long allocatedBytes(Lane lane) {
        return lanes.stream().filter(s -> s.lane == lane).findFirst().orElseThrow().bytes;
    }

    private static long collections() {
        long n = 0;
        for (GarbageCollectorMXBean gc : COLLECTORS) {
            n += Math.max(0, gc.getCollectionCount());
        }
        return n;
    }
}
