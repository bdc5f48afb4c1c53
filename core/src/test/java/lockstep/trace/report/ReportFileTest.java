package lockstep.trace.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.assets.AssetSource;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.blame.Step;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.session.Ports;
import lockstep.session.Session;
import lockstep.sync.FaultSpec;
import lockstep.sync.Guards;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;
import lockstep.topology.Topologies;
import lockstep.trace.About;
import lockstep.trace.frames.FrameHistory;
import lockstep.trace.frames.FrameStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The page's data, of a session with late frames made by hand. What a browser makes of it, another test shows. */
@Tag("slow")
class ReportFileTest {
    private static final long MS = 1_000_000;
    private static final long START = 5_000 * MS;
    private static final About ABOUT = new About("1.2.3", "headless", "none", 0, 0, 0);
    private static final String OPEN = "<script type=\"application/json\" id=\"data\">";

    @TempDir
    Path folder;

    private final FrameHistory frames = new FrameHistory();
    private Session session;

    @BeforeEach
    void makeASession() throws Exception {
        RunConfig config = RunConfig
            .builder(new Topologies(AssetSource.builtIn(), Registry.names(), Guards.names()).shipped("four"),
                AssetSource.builtIn())
            .headless(true).mute(true).autopilot(true).ticks(30).seed(7)
            .injects(List.of("render.draw=1ms@every=1000000")).build();
        session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
    }

    /** A frame of a run at 100 frames a second; {@code lane} drew it, {@code culprit} made it late. */
    private static LateFrame late(long number, long startNs, long ns, String culprit) {
        List<Cause> causes = List.of(new Cause(culprit, Blame.GUARD, "world", "decoding nebula-3.png", 24 * MS, 0.9, 1),
            new Cause("render", Blame.WORK, "render", "", 3 * MS, 0.1, 0.5));
        List<Step> path = List.of(new Step(startNs, startNs + ns / 2, 3, Blame.WORK, 3, -1),
            new Step(startNs + ns / 2, startNs + ns, 2, Blame.GUARD, 0, 3));
        return new LateFrame(number, startNs, startNs + ns, 10 * MS, "render", causes, path, true);
    }

    private static Frozen frozen(LateFrame late, int spans) {
        SpanTrack track = new SpanTrack(1 << 16);
        for (int i = 0; i < spans; i++) {
            track.append(SpanKind.WORK, late.startNs() + i * 10_000L, late.startNs() + i * 10_000L + 4_000 + i, 3, 255, 0, -1, 0);
        }
        return new Frozen(late, List.of(new FrozenLane(2, "assets", track), new FrozenLane(3, "render", track)),
            Map.of(0, "world"));
    }

    private String page(ReportFile report, Path file) throws IOException {
        report.end(session, ABOUT);
        return Files.readString(file);
    }

    private static JsonValue data(String page) {
        int from = page.indexOf(OPEN) + OPEN.length();
        return new JsonReader().parse(page.substring(from, page.indexOf("</script>", from)));
    }

    /** The page of a run of 30 ticks and, beside it, those late frames. */
    private String pageOf(LateFrame... late) throws IOException {
        Path file = folder.resolve("a.html");
        ReportFile report = new ReportFile(file, frames);
        report.begin(session, line -> {});
        session.run();
        for (LateFrame f : late) {
            session.lateFrames().add(frozen(f, 100));
        }
        return page(report, file);
    }

    @Test
    void theRunItselfIsTold() throws Exception {
        JsonValue run = data(pageOf());
        assertEquals(session.frames().log().frames(), run.get("plot").get("us").size);
        assertEquals(List.of("input", "physics", "assets", "render"), names(run.get("lanes")));
        assertEquals("world", run.get("guards").get(0).getString("name"));
        long whole = run.get("guards").get(0).getLong("acquisitions");
        long parts = 0;
        for (JsonValue by : run.get("guards").get(0).get("by")) {
            parts += by.getLong("acquisitions");
        }
        assertTrue(whole > 0);
        assertEquals(whole, parts);
        assertEquals(FrameStatistics.of(frames).size(), run.get("statistics").size);
        assertEquals(session.frames().log().overBudget(), run.get("frames").getLong("overBudget"));
        assertEquals(session.frames().log().notJudged(), run.get("frames").getLong("notJudged"));
        assertEquals("render.draw 1ms every 1000000", run.get("faultNames").getString(0));
        assertEquals("render.draw=1ms@every=1000000", run.get("faults").get("asked").getString(0));
        assertFalse(Files.exists(folder.resolve("a.html.part")));
    }

    @Test
    void whatWasPlantedWhileTheGameRanIsToldToo() throws Exception {
        session.faults().widen(List.of(FaultSpec.parse("render.hold=20us@every=7")));
        JsonValue faults = data(pageOf()).get("faults");
        assertEquals(1, faults.get("asked").size);
        assertEquals(1, faults.get("live").size);
        assertEquals("render.hold 20us every 7", faults.get("live").getString(0));
    }

    private static List<String> names(JsonValue of) {
        List<String> names = new ArrayList<>();
        of.forEach(v -> names.add(v.getString("name")));
        return names;
    }

    @Test
    void aLateFrameIsToldWithItsCausesAndLanes() throws Exception {
        JsonValue run = data(pageOf(late(40, START, 34 * MS, "assets")));
        JsonValue f = run.get("late").get("frames").get(0);
        assertEquals(40, f.getInt(0));
        assertEquals(34_000, f.getInt(2));
        assertEquals(10_000, f.getInt(3));
        assertEquals("assets held 'world' for 24.0 ms (decoding nebula-3.png); render waited", f.getString(7));
        JsonValue cause = f.get(8).get(0);
        JsonValue names = run.get("late").get("names");
        assertEquals("assets", names.getString(cause.getInt(0)));
        assertEquals("guard", run.get("late").get("kinds").getString(cause.getInt(1)));
        assertEquals("world", names.getString(cause.getInt(2)));
        assertEquals("decoding nebula-3.png", names.getString(cause.getInt(3)));
        assertEquals(24_000, cause.getInt(4));
        assertEquals(90, cause.getInt(5));
        assertEquals("assets held 'world'", names.getString(cause.getInt(7)));
        assertEquals(50, f.get(8).get(1).getInt(6));
        JsonValue evidence = run.get("evidence").get(f.getInt(5));
        assertEquals(List.of("assets", "render"), names(evidence.get("lanes")));
        assertEquals(100, evidence.get("lanes").get(1).get("spans").size);
        JsonValue path = evidence.get("path");
        assertEquals(17_000, path.get(1).getInt(1));
        assertEquals("render worked in 'render'", run.get("pathWords").getString(path.get(0).getInt(4)));
        assertEquals("assets held 'world'", run.get("pathWords").getString(path.get(1).getInt(4)));
        JsonValue total = run.get("late").get("culprits").get(0);
        assertEquals("assets", names.getString(total.getInt(0)));
        assertEquals(1, total.getInt(3));
        assertEquals(24, total.getDouble(4));
        assertEquals("assets held 'world'", names.getString(total.getInt(5)));
    }

    @Test
    void textsCanNeitherEndTheScriptNorBreakIt() throws Exception {
        String hostile = "</script><script>alert(1)</script><!-- \" \\ \u0001 \n \u2028 ü";
        String page = pageOf(late(40, START, 34 * MS, hostile));
        assertEquals(3, count(page, "</script"), "data, plot and page");
        assertTrue(data(page).get("late").get("frames").get(0).getString(7).startsWith(hostile + " held 'world'"));
    }

    @Test
    void thePlotsLicenceIsKept() throws Exception {
        String page = pageOf();
        assertTrue(page.contains("Copyright (c) 2022 Leon Sorokin"));
        assertTrue(page.contains("uPlot (v1.6.32)"));
        assertFalse(page.contains("{{"), "a place in the page was not filled");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    /** Beside them a page has room for 3.5 MB of frame times and 0.2 MB of its own. */
    @Test
    void asManyLateFramesAsAreKeptTakeLessThanSixMegabytes() throws Exception {
        Path file = folder.resolve("a.html");
        ReportFile report = new ReportFile(file, frames);
        report.begin(session, line -> {});
        session.run();
        int empty = page(report, file).length();
        for (int i = 0; i < LateFrames.KEPT; i++) {
            boolean kept = i < LateFrames.WORST || i >= LateFrames.KEPT - LateFrames.LAST;
            LateFrame late =
                late(400_000 + i, START + 7_000_000 * MS + i * 50 * MS, (i < LateFrames.WORST ? 44 : 34) * MS, "assets");
            session.lateFrames().add(frozen(late, kept ? 3_000 : 0));
        }
        int bytes = page(report, file).length() - empty;
        assertTrue(bytes > 1_000_000 && bytes < 6_000_000, bytes + " bytes");
        assertEquals(24, data(Files.readString(file)).get("evidence").size);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldInOneLine() throws Exception {
        ReportFile report = new ReportFile(Path.of("/dev/full"), frames);
        report.begin(session, line -> {});
        session.run();
        IOException e = assertThrows(IOException.class, () -> report.end(session, ABOUT));
        assertEquals("/dev/full: the report could not be written: No space left on device", e.getMessage());
    }
}
