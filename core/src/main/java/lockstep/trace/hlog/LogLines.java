package lockstep.trace.hlog;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lockstep.engine.RoleStats;
import lockstep.session.Session;
import lockstep.sync.Guard;
import lockstep.sync.GuardStats;
import lockstep.trace.frames.FrameHistory;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * What happened in a session since the last call, as lines of an HdrHistogram interval log, version 1.3. The durations are in ns
 * under the tags {@code ROLE/LANE} (work), {@code frames} and {@code guard/NAME} (contended waits, exact only over the whole
 * run). A tag without values has no line.
 *
 * <p>Any thread may call {@link #worked}; the other methods are for one thread at a time. It keeps one histogram for each role on
 * a lane and each guard.
 */
final class LogLines {
    private static final long LONGEST_NS = 60_000_000_000L;

    private final Session session;
    private final FrameHistory frames;
    private final long startMs;
    private final Histogram frameTimes = new Histogram(1_000, LONGEST_NS, 3);
    private final Object lock = new Object();
    private Map<RoleStats, Histogram> work = new LinkedHashMap<>();
    private Map<GuardStats, Histogram> waitsBefore = new HashMap<>();
    private long beganMs;
    private int nextFrame;

    /** Lines that begin at {@code startMs} since 1970. */
    LogLines(Session session, FrameHistory frames, long startMs) {
        this.session = session;
        this.frames = frames;
        this.startMs = startMs;
        beganMs = startMs;
    }

    /** Adds work times in ns of a role on a lane. */
    void worked(RoleStats stats, Histogram ns) {
        synchronized (lock) {
            work.computeIfAbsent(stats, s -> new Histogram(ns)).add(ns);
        }
    }

    /** The header lines of a log. */
    byte[] head() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(lines);
        log.outputComment("[Lockstep; values in ns, Interval_Max in ms]");
        log.outputLogFormatVersion();
        log.outputBaseTime(startMs);
        log.outputStartTime(startMs);
        log.outputLegend();
        return lines.toByteArray();
    }

    /** The lines of what happened since the last call, up to {@code nowMs}. */
    byte[] next(long nowMs) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(lines);
        log.setBaseTime(startMs);
        takeWork().forEach((stats, ns) -> put(log, stats.role() + "/" + stats.lane(), ns, nowMs));
        for (int count = frames.count(); nextFrame < count; nextFrame++) {
            frameTimes.recordValue(Math.min(Math.max(frames.ns(nextFrame), 1_000), LONGEST_NS));
        }
        put(log, "frames", frameTimes, nowMs);
        frameTimes.reset();
        waits(log, nowMs);
        beganMs = nowMs;
        return lines.toByteArray();
    }

    private Map<RoleStats, Histogram> takeWork() {
        synchronized (lock) {
            Map<RoleStats, Histogram> taken = work;
            work = new LinkedHashMap<>();
            return taken;
        }
    }

    private void waits(HistogramLogWriter log, long nowMs) {
        Map<GuardStats, Histogram> now = new HashMap<>();
        for (Guard guard : session.world().guards()) {
            Histogram all = guard.stats().waits();
            now.put(guard.stats(), all);
            Histogram since = all.copy();
            Histogram before = waitsBefore.get(guard.stats());
            if (before != null) {
                since.subtract(before);
            }
            put(log, "guard/" + guard.name(), since, nowMs);
        }
        waitsBefore = now;
    }

    private void put(HistogramLogWriter log, String tag, Histogram ns, long nowMs) {
        if (ns.getTotalCount() > 0) {
            ns.setTag(tag.replaceAll("[,\\s]", "_"));
            ns.setStartTimeStamp(beganMs);
            ns.setEndTimeStamp(nowMs);
            log.outputIntervalHistogram(ns);
        }
    }
}
