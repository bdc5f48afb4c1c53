package lockstep.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lockstep.engine.RoleStats;
import lockstep.roles.Session;
import lockstep.sync.Guard;
import lockstep.sync.GuardStats;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * An HdrHistogram interval log, version 1.3, written once a second while the game runs. Times in ns under the tags
 * {@code ROLE/LANE} (work), {@code frames} and {@code guard/NAME} (contended waits, exact only over the whole run). What was
 * nowhere in a second has no line.
 *
 * <p>The meter's thread adds work times; a daemon thread, {@code hlog}, writes them to {@code FILE.part}, whole lines at a
 * time. If that fails it is told once, the file ends with the last second that was written whole, and the game goes on.
 */
public final class IntervalLog implements Export {
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final long PERIOD_MS = 1_000;

    private final Path file;
    private final FrameHistory frames;
    private final Histogram frameTimes = new Histogram(1_000, LONGEST_NS, 3);
    private final Object lock = new Object();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::writeOn, "hlog");
    private Map<RoleStats, Histogram> work = new LinkedHashMap<>();
    private Map<GuardStats, Histogram> waitsBefore = new HashMap<>();
    private Session session;
    private Consumer<String> tell;
    private NewFile whole;
    private FileChannel out;
    private long startMs;
    private long writtenMs;
    private long writtenBytes;
    private int nextFrame;
    private boolean failed;

    /** Of a session that has not begun; {@code frames} is that of its other files. */
    public IntervalLog(Path file, FrameHistory frames) {
        this.file = file;
        this.frames = frames;
    }

    @Override
    public void begin(Session ofSession, Consumer<String> teller) throws IOException {
        session = ofSession;
        tell = teller;
        whole = new NewFile(file);
        try {
            out = FileChannel.open(whole.part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
        startMs = writtenMs = System.currentTimeMillis();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(head);
        log.outputComment("[Lockstep; values in ns, Interval_Max in ms]");
        log.outputLogFormatVersion();
        log.outputBaseTime(startMs);
        log.outputStartTime(startMs);
        log.outputLegend();
        save(head);
        frames.start(session.frames().log());
        session.meter().onWork(this::worked);
        thread.setDaemon(true);
        thread.start();
    }

    private void worked(RoleStats stats, Histogram ns) {
        synchronized (lock) {
            work.computeIfAbsent(stats, s -> new Histogram(ns)).add(ns);
        }
    }

    private void writeOn() {
        try {
            while (!stop.await(PERIOD_MS, TimeUnit.MILLISECONDS)) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        long nowMs = System.currentTimeMillis();
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
        writtenMs = nowMs;
        save(lines);
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
            ns.setStartTimeStamp(writtenMs);
            ns.setEndTimeStamp(nowMs);
            log.outputIntervalHistogram(ns);
        }
    }

    private void save(ByteArrayOutputStream lines) {
        if (failed) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            writtenBytes += lines.size();
        } catch (IOException e) {
            failed = true;
            tell.accept(file + ": the interval log stops here: " + e.getMessage() + "; the game goes on");
            endWithWholeLines();
        }
    }

    private void endWithWholeLines() {
        try {
            out.truncate(writtenBytes);
        } catch (IOException e) {
            // What is no regular file cannot be cut.
        }
    }

    @Override
    public void end(Session ofSession, Summary.About about) throws IOException {
        stopWriting();
        write();
        try {
            out.close();
            whole.keep();
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (failed) {
            throw Export.told();
        }
    }

    private IOException unwritable(IOException e) {
        return new IOException(file + ": the interval log could not be written: " + e.getMessage(), e);
    }

    private void stopWriting() {
        session.meter().onWork((stats, ns) -> { });
        stop.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void abandon() throws IOException {
        if (session != null) {
            stopWriting();
            out.close();
            whole.drop();
        }
    }
}
