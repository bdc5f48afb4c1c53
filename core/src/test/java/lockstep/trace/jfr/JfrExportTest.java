package lockstep.trace.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import jdk.jfr.consumer.RecordedEvent;
import lockstep.HangWatch;
import lockstep.TestLane;
import lockstep.assets.AssetSource;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.session.Ports;
import lockstep.session.Session;
import lockstep.sync.Guards;
import lockstep.time.SpanKind;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flight recordings of real runs, read by the JDK's own tool and library. */
@Tag("slow")
class JfrExportTest {
    private static final long HANGS_SECONDS = 60;
    private static final int TICKS = 360;
    /** So that the rings keep all spans of a run. */
    private static final double SPARE_HZ = 250;
    private static final long PLANTED = 1_000_000;
    private static final Map<SpanKind, String> WAITS = Map.of(SpanKind.GUARD_WAIT, "lockstep.GuardWait", SpanKind.BARRIER_WAIT,
        "lockstep.BarrierWait", SpanKind.PERMIT_WAIT, "lockstep.PermitWait");

    @TempDir
    Path folder;

    private static Topology shipped(String name) throws Exception {
        Topology topology = new Topologies(AssetSource.builtIn(), Registry.names(), Guards.names()).shipped(name);
        return topology.withHz(Topology.INPUT, SPARE_HZ);
    }

    private static Session session(Topology topology, long ticks, String... injects) throws IOException {
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(3).autopilot(true)
            .ticks(ticks).injects(List.of(injects)).build();
        return new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
    }

    /** Runs it as the program does and returns what was told. */
    private static List<String> record(Session session, Path file) throws Exception {
        List<String> told = new ArrayList<>();
        JfrExport export = new JfrExport(file);
        Conductor.Reason reason = HangWatch.watch("the recorded run", HANGS_SECONDS, () -> {
            export.begin(session, told::add);
            return session.run();
        }, () -> session.stop(Conductor.Reason.DONE));
        assertSame(Conductor.Reason.DONE, reason, reason.line());
        export.end(session, null);
        return told;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void everyWaitIsThereOnTheLaneThatWaited(int permits) throws Exception {
        Path file = folder.resolve("run.jfr");
        Topology four = shipped("four");
        Session session = session(four.withSync(four.sync().withPermits(permits)), TICKS, "physics.hold=5ms@every=100ms",
            "render.draw=30ms@every=500ms");
        assertEquals(List.of(), record(session, file));
        Map<SpanKind, Integer> waits = new HashMap<>();
        for (Lane lane : session.lanes()) {
            WAITS.forEach((kind, name) -> {
                List<RecordedEvent> events = of(lane, file, name);
                assertEquals(List.of(), Flight.faults(events, lane.recorder().ring(), kind, lane.thread().getId()),
                    lane.name() + " " + kind);
                waits.merge(kind, events.size(), Integer::sum);
            });
        }
        assertTrue(waits.get(SpanKind.GUARD_WAIT) > 0 && waits.get(SpanKind.BARRIER_WAIT) > 0, waits.toString());
        assertEquals(permits > 0, waits.get(SpanKind.PERMIT_WAIT) > 0, waits.toString());

        assertEquals(LongStream.rangeClosed(1, TICKS).boxed().toList(), numbers(Flight.events(file, "lockstep.Tick"), "tick"));
        assertEquals(LongStream.rangeClosed(2, session.frames().log().frames()).boxed().toList(),
            numbers(Flight.events(file, "lockstep.Frame"), "frame"));
        assertEquals(List.of("physics"), lanes(Flight.events(file, "lockstep.Tick")));
        assertEquals(List.of("render"), lanes(Flight.events(file, "lockstep.Frame")));
    }

    private static List<RecordedEvent> of(Lane lane, Path file, String name) {
        try {
            return Flight.events(file, name).stream().filter(e -> e.getString("lane").equals(lane.name())).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Long> numbers(List<RecordedEvent> events, String field) {
        return events.stream().map(e -> e.getLong(field)).toList();
    }

    private static List<String> lanes(List<RecordedEvent> events) {
        return events.stream()
            .map(e -> e.getString("lane") + (e.getThread().getJavaName().equals(e.getString("lane")) ? "" : "?"))
            .distinct().toList();
    }

    @Test
    void theJdksOwnToolReadsIt() throws Exception {
        Path file = folder.resolve("run.jfr");
        Session session = session(shipped("four"), TICKS, "physics.hold=5ms@every=100ms");
        record(session, file);
        JsonValue events = print(file, "lockstep.*");
        Map<String, Integer> counts = new HashMap<>();
        Set<String> owners = new TreeSet<>();
        for (JsonValue e : events) {
            counts.merge(e.getString("type"), 1, Integer::sum);
            JsonValue values = e.get("values");
            assertTrue(!values.has("stackTrace") || values.get("stackTrace").isNull(), e::toString);
            if (e.getString("type").equals("lockstep.GuardWait")) {
                owners.add(values.getString("guard") + " of " + values.getString("owner"));
                assertEquals(values.getString("lane"), values.get("eventThread").getString("javaName"));
            }
        }
        long waits = session.lanes().stream()
            .mapToLong(l -> Flight.durations(l.recorder().ring(), SpanKind.GUARD_WAIT).length).sum();
        assertTrue(waits > 0);
        assertEquals(waits, counts.get("lockstep.GuardWait").longValue());
        assertEquals(TICKS, counts.get("lockstep.Tick"));
        assertTrue(owners.contains("world of physics"), owners.toString());
        assertTrue(print(file, "jdk.ThreadPark").size > 0, "lanes park to keep their rates");
    }

    private static JsonValue print(Path file, String events) throws Exception {
        Path out = file.resolveSibling("printed.json");
        Process jfr = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jfr").toString(), "print", "--json",
            "--events", events,
            file.toString()).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertTrue(jfr.waitFor(HANGS_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, jfr.exitValue());
        return new JsonReader().parse(Files.readString(out)).get("recording").get("events");
    }

    @Test
    void theJvmsOwnEventsAreThereWithTheirStackTraces() throws Exception {
        Path file = folder.resolve("run.jfr");
        record(session(shipped("four"), TICKS), file);
        RecordedEvent park = Flight.events(file, "jdk.ThreadPark").get(0);
        assertNotNull(park.getStackTrace());
        assertTrue(park.getDuration().toMillis() >= 4, park::toString);
    }

    @Test
    void lanesThatComeLaterAreRecordedToo() throws Exception {
        Path file = folder.resolve("run.jfr");
        Session session = session(shipped("classic"), 0);
        CompletableFuture<String> switched = new CompletableFuture<>();
        Thread person = new Thread(() -> {
            try {
                TestLane.until(() -> session.ticks() > 30);
                switched.complete(session.switcher().change(shipped("four")).get(20, TimeUnit.SECONDS));
                int seen = session.ticks();
                TestLane.until(() -> session.ticks() > seen + 30);
            } catch (Throwable e) {
                switched.completeExceptionally(e);
            }
            session.stop(Conductor.Reason.DONE);
        }, "person");
        person.setDaemon(true);
        person.start();
        record(session, file);
        assertNull(switched.get());
        List<RecordedEvent> ticks = Flight.events(file, "lockstep.Tick");
        assertEquals(LongStream.rangeClosed(1, session.finalHash().tick()).boxed().toList(), numbers(ticks, "tick"));
        assertTrue(lanes(ticks).contains("physics"), () -> lanes(ticks).toString());
        assertEquals(2, ticks.stream().map(e -> e.getThread().getJavaThreadId()).distinct().count());
        assertFalse(Flight.events(file, "lockstep.BarrierWait").isEmpty());
    }

    @Test
    void lateFramesAreWrittenOnceWithTheirLastVerdict() throws Exception {
        Path file = folder.resolve("run.jfr");
        Session session = session(shipped("four"), 30);
        LateFrame first = new LateFrame(PLANTED, 0, 40_000_000, 16_000_000, "render", List.of(), List.of(), false);
        LateFrame revised = new LateFrame(PLANTED, 0, 50_000_000, 16_000_000, "render", List.of(), List.of(), true);
        JfrExport export = new JfrExport(file);
        export.begin(session, line -> {});
        session.lateFrames().add(new Frozen(first, List.of(), Map.of()));
        session.lateFrames().revise(first, revised);
        session.run();
        export.end(session, null);
        List<RecordedEvent> planted =
            Flight.events(file, "lockstep.LateFrame").stream().filter(e -> e.getLong("frame") == PLANTED).toList();
        assertEquals(1, planted.size());
        assertEquals(34_000_000, planted.get(0).getDuration("over").toNanos());
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInOneLine() throws Exception {
        Path nowhere = folder.resolve("gone").resolve("run.jfr");
        JfrExport export = new JfrExport(nowhere);
        Session session = session(shipped("four"), 30);
        export.begin(session, line -> {});
        session.run();
        IOException e = assertThrows(IOException.class, () -> export.end(session, null));
        assertEquals(nowhere + ": the flight recording could not be written: " + nowhere + ".part (no such file or folder)",
            e.getMessage());
    }
}
