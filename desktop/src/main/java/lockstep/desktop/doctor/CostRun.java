package lockstep.desktop.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.RunConfig;
import lockstep.session.Ports;
import lockstep.session.Session;
import lockstep.time.Frames;

/**
 * One headless run of the game and its cost after a settling time.
 *
 * @param seconds how long was measured
 * @param p50Ms median frame time, ms
 * @param p99Ms 99th percentile of frame times, ms
 * @param processCpu cores in use by the whole process, the virtual machine's own threads included
 * @param lanes the cost of each lane, by name
 * @param observersCpu share of a core used by each thread that watches the lanes, by name
 */
record CostRun(double seconds, double p50Ms, double p99Ms, double processCpu, Map<String, LaneCost> lanes,
               Map<String, Double> observersCpu) {
    /**
     * One lane.
     *
     * @param cpu share of a core
     * @param spansPerS spans recorded per second, those of runs included
     * @param runsPerS runs of roles per second
     * @param bytesPerFrame bytes that its thread allocated per frame drawn meanwhile
     */
    record LaneCost(double cpu, double spansPerS, double runsPerS, double bytesPerFrame) {
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final List<String> OBSERVERS = List.of("blame", "meter", "watchdog");
    private static final int MOST_FRAMES = 1000;
    private static final int SPAN = 0, RUN = 1, CPU = 2, BYTES = 3;

    /** Totals at one moment. */
    private record Totals(long atNs, long frames, long processNs, long[][] lanes, long[] observersNs) {
    }

    /** Runs the game for {@code settleMs}, then measures for {@code ms}. */
    static CostRun measure(RunConfig config, long settleMs, long ms) throws InterruptedException {
        Session session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        Thread main = new Thread(run);
        main.start();
        try {
            TimeUnit.MILLISECONDS.sleep(settleMs);
            Totals before = totals(session);
            TimeUnit.MILLISECONDS.sleep(ms);
            Totals after = totals(session);
            Frames frames = new Frames(MOST_FRAMES);
            frames.read(session.frames().log(), before.frames);
            return between(session, before, after, frames);
        } finally {
            session.stop(Conductor.Reason.DONE);
            main.join();
            check(run);
        }
    }

    private static void check(FutureTask<Conductor.Reason> run) throws InterruptedException {
        try {
            if (run.get() != Conductor.Reason.DONE) {
                throw new IllegalStateException(run.get().line());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Totals totals(Session session) {
        long now = System.nanoTime();
        long[][] lanes = session.lanes().stream().map(CostRun::totals).toArray(long[][]::new);
        ThreadInfo[] all = THREADS.getThreadInfo(THREADS.getAllThreadIds());
        long[] observers =
            OBSERVERS.stream().mapToLong(name -> Arrays.stream(all).filter(t -> t != null && t.getThreadName().equals(name))
                .mapToLong(t -> THREADS.getThreadCpuTime(t.getThreadId())).sum()).toArray();
        return new Totals(now, session.frames().log().frames(), SYSTEM.getProcessCpuTime(), lanes, observers);
    }

    private static long[] totals(Lane lane) {
        if (lane.thread() == null) {
            return new long[4];
        }
        long id = lane.thread().getId();
        return new long[] {lane.recorder().ring().written(), lane.recorder().run() / 2, THREADS.getThreadCpuTime(id),
            THREADS.getThreadAllocatedBytes(id)};
    }

    private static CostRun between(Session session, Totals before, Totals after, Frames frames) {
        double perNs = 1.0 / (after.atNs - before.atNs);
        double perS = 1e9 * perNs;
        double drawn = Math.max(1, after.frames - before.frames);
        Map<String, LaneCost> lanes = new LinkedHashMap<>();
        for (int i = 0; i < before.lanes.length; i++) {
            long[] then = before.lanes[i];
            long[] now = after.lanes[i];
            lanes.put(session.lanes().get(i).name(), new LaneCost((now[CPU] - then[CPU]) * perNs, (now[SPAN] - then[SPAN]) * perS,
                (now[RUN] - then[RUN]) * perS, (now[BYTES] - then[BYTES]) / drawn));
        }
        Map<String, Double> observers = new LinkedHashMap<>();
        for (int i = 0; i < OBSERVERS.size(); i++) {
            observers.put(OBSERVERS.get(i), (after.observersNs[i] - before.observersNs[i]) * perNs);
        }
        double[] ms = new double[frames.count()];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = frames.ns(i) / 1e6;
        }
        Arrays.sort(ms);
        return new CostRun(1 / perS, quantile(ms, 0.5), quantile(ms, 0.99), (after.processNs - before.processNs) * perNs, lanes,
            observers);
    }

    private static double quantile(double[] sorted, double q) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, q * sorted.length)];
    }
}
