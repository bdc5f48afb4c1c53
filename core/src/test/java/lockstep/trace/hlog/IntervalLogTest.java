package lockstep.trace.hlog;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.HangWatch;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.session.Ports;
import lockstep.session.Session;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import lockstep.trace.frames.FrameHistory;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real runs without a window, their logs read back by HdrHistogram's own reader. */
@Tag("slow")
class IntervalLogTest {
    @TempDir
    Path folder;
    private final FrameHistory frames = new FrameHistory();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Path file;
    private Session session;

    @BeforeEach
    void session() throws Exception {
        file = folder.resolve("run.hlog");
        Topology four = new Topologies(AssetSource.builtIn(), Registry.names(), Guards.names()).shipped("four");
        RunConfig config =
            RunConfig.builder(four, AssetSource.builtIn()).headless(true).mute(true).autopilot(true).seed(3).ticks(300).build();
        session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
    }

    private void run() throws Exception {
        assertEquals(Conductor.Reason.DONE,
            HangWatch.watch("a run", 60, session::run, () -> session.stop(Conductor.Reason.DONE)));
        frames.stop();
    }

    private static Map<String, Histogram> read(Path file) throws IOException {
        Map<String, Histogram> sums = new TreeMap<>();
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (EncodableHistogram h = reader.nextIntervalHistogram(); h != null; h = reader.nextIntervalHistogram()) {
                sums.computeIfAbsent(h.getTag(), t -> new Histogram(3)).add((Histogram) h);
            }
        }
        return sums;
    }

    @Test
    void addsUpToWhatTheSessionItselfCounted() throws Exception {
        IntervalLog log = new IntervalLog(file, frames);
        log.begin(session, told::add);
        run();
        assertFalse(Files.exists(file));
        log.end(session, null);
        Map<String, Histogram> sums = read(file);
        for (Lane lane : session.lanes()) {
            for (RoleStats stats : lane.stats()) {
                Histogram total = session.meter().total(stats);
                Histogram sum = sums.get(stats.role() + "/" + lane.name());
                assertEquals(total.getTotalCount(), sum.getTotalCount(), stats.role());
                assertTrue(total.valuesAreEquivalent(total.getMaxValue(), sum.getMaxValue()), stats.role());
            }
        }
        assertEquals(session.frames().log().frames(), sums.get("frames").getTotalCount());
        long waits = sums.entrySet().stream().filter(e -> e.getKey().startsWith("guard/"))
            .mapToLong(e -> e.getValue().getTotalCount()).sum();
        long counted = 0;
        for (Guard guard : session.world().guards()) {
            counted += guard.stats().waits().getTotalCount();
        }
        assertEquals(counted, waits);
        assertEquals(List.of(), told);
    }

    @Test
    void secondsFollowOneAnother() throws Exception {
        IntervalLog log = new IntervalLog(file, frames);
        log.begin(session, told::add);
        run();
        log.end(session, null);
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            long end = 0;
            int seconds = 0;
            for (EncodableHistogram h = reader.nextIntervalHistogram(); h != null; h = reader.nextIntervalHistogram()) {
                if (h.getTag().equals("frames")) {
                    long begin = h.getStartTimeStamp();
                    assertTrue(end == 0 || Math.abs(begin - end) <= 2, end + " ms, then " + begin);
                    end = h.getEndTimeStamp();
                    seconds++;
                }
            }
            assertTrue(seconds >= 2, () -> "2.5 s of ticks");
            assertTrue(reader.getStartTimeSec() > 1_000_000_000);
        }
    }

    @Test
    void whatIsThereWhileTheGameRunsCanBeReadAlready() throws Exception {
        IntervalLog log = new IntervalLog(file, frames);
        log.begin(session, told::add);
        Path part = folder.resolve("run.hlog.part");
        Thread reader = new Thread(() -> await().atMost(Duration.ofSeconds(30)).until(() -> read(part).containsKey("frames")));
        List<Throwable> failed = new CopyOnWriteArrayList<>();
        reader.setUncaughtExceptionHandler((t, e) -> failed.add(e));
        reader.start();
        run();
        reader.join();
        log.end(session, null);
        assertEquals(List.of(), failed);
        assertFalse(Files.exists(part));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldOnceAndTheGameGoesOn() throws Exception {
        IntervalLog log = new IntervalLog(Path.of("/dev/full"), frames);
        log.begin(session, told::add);
        run();
        assertEquals(300, session.ticks());
        IOException e = assertThrows(IOException.class, () -> log.end(session, null));
        assertNull(e.getMessage());
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).startsWith("/dev/full: the interval log stops here: "), told::toString);
    }

    @Test
    void aFolderThatIsGoneIsSaidWithTheFile() {
        Path gone = folder.resolve("gone/run.hlog");
        IOException e = assertThrows(IOException.class, () -> new IntervalLog(gone, frames).begin(session, told::add));
        assertEquals(gone + ": the interval log could not be written: " + gone + ".part (no such file or folder)",
            e.getMessage());
    }
}
