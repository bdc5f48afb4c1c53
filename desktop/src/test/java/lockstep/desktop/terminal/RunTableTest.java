package lockstep.desktop.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.engine.DemoLanes;
import lockstep.engine.Lane;
import lockstep.overlay.OverlayModel;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.time.SpanKind;
import lockstep.topology.LaneSpec;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.watch.Meter;
import lockstep.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunTableTest {
    private static final long MS = 1_000_000;

    private final Lane physics = DemoLanes.lane(0, "physics");
    private final FrameLog frames = new FrameLog();
    private OverlayModel model;

    @BeforeEach
    void runFourSeconds() {
        physics.add(new DemoLanes.Pretend("physics", recorder -> true), 1, 120, false);
        Meter meter = new Meter(List.of(physics), Clock.SYSTEM);
        for (int i = 0; i < 480; i++) {
            physics.recorder().beginRun(1);
            DemoLanes.ran(physics, 0, physics.recorder().endRun(0, 2 * MS, i));
        }
        physics.recorder().span(SpanKind.GUARD_WAIT, 0, 30 * MS, 0);
        for (int i = 0; i < 200; i++) {
            frames.add(0, i == 150 ? 40 * MS : 20 * MS, 0, 0, -1, 0, 0);
        }
        World world = new World(4, 1, new World.Sharing("mutex", Granularity.WORLD, Order.SORTED, Hold.COPY), false, Faults.NONE);
        Topology one =
            new Topology("one", "", List.of(new LaneSpec("physics", List.of("physics"))), Topology.DEFAULT_HZ, Sync.DEFAULT);
        model = new OverlayModel(() -> one, () -> List.of(physics), meter, frames, () -> 0, world, () -> 5, () -> 6, () -> 7,
            () -> 0, List.of("input", "physics"), List.of());
        meter.finish();
    }

    @Test
    void summaryTellsFramesRolesLanesGuardsAndDamage() {
        List<String> lines = RunTable.lines(model, new LateFrames(), 4);
        assertEquals("one: 4.0 s", lines.get(0));
        assertEquals("frames 200, 50.0/s; p50 20.00, p99 20.00, p99.9 40.01, max 40.01 ms; 1% low 49.7 fps", lines.get(1));
        assertEquals("no budget; late: none judged", lines.get(2));
        assertEquals("physics    physics          480     120.0     2.007     2.007     2.007", lines.get(4));
        assertEquals(
            "%-10s %10.1f %12.2f %12.1f %10.1f %8.1f %7.2f %7.1f".formatted("physics", 30.0, 30.0, 0.0, 0.0, 24.0, 0.0, 0.0),
            lines.get(6));
        assertTrue(lines.get(7).startsWith("guard world (mutex): taken 0 times, 0 waits"), lines.get(7));
        assertEquals("torn frames 5, skewed 6, redrawn 7, lost updates 0, views not checked", lines.get(8));
    }

    @Test
    void summaryOfSteadySlownessSaysThatFramesWereOverBudget() {
        for (int i = 0; i < 300; i++) {
            frames.add(0, 41 * MS, 0, 0, -1, 0, 20 * MS);
        }
        assertEquals(
            "300 over budget (60.0 %: above budget + 10 %, 22.00 ms); 16 late of 300 judged (200 not judged: the rule needs 31"
                + " frames before)",
            RunTable.lines(model, new LateFrames(), 4).get(2));
    }

    @Test
    void summaryNamesTheCulpritsOfLateFrames() {
        LateFrames late = new LateFrames();
        for (int n = 1; n <= 3; n++) {
            Cause held = new Cause("assets", Blame.GUARD, "world", "decoding 0-1.png", n * 10 * MS, 1, 1);
            late.add(new Frozen(new LateFrame(n, 0, 20 * MS + n * 10 * MS, 16 * MS, "render", List.of(held), List.of(), true),
                List.of(), Map.of()));
        }
        List<String> lines = RunTable.lines(model, late, 4);
        assertEquals("3 late frames (above budget + 4 ms and 2x the median of 31), by what made them late:", lines.get(9));
        assertEquals("     3 frames      60.0 ms  assets held 'world'", lines.get(10));
        assertEquals("worst: frame 3 50.0 ms (+34.0): assets held 'world' for 30.0 ms (decoding 0-1.png); render waited",
            lines.get(11));
    }

    @Test
    void oneLateFrameIsNotCalledSeveral() {
        LateFrames late = new LateFrames();
        Cause held = new Cause("assets", Blame.GUARD, "world", "", 10 * MS, 1, 1);
        late.add(
            new Frozen(new LateFrame(1, 0, 30 * MS, 16 * MS, "render", List.of(held), List.of(), true), List.of(), Map.of()));
        List<String> lines = RunTable.lines(model, late, 4);
        assertEquals("1 late frame (above budget + 4 ms and 2x the median of 31), by what made it late:", lines.get(9));
        assertEquals("     1 frame       10.0 ms  assets held 'world'", lines.get(10));
    }

    @Test
    void overlayWithoutATerminalWritesOneLineAPaint() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TerminalOverlay overlay = TerminalOverlay.plain(model, new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            overlay.paint(1_000 * MS);
            overlay.paint(2_000 * MS);
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).startsWith("2 s: "), lines.get(1));
        assertTrue(lines.get(1).chars().allMatch(c -> c < 128), "plain text is ASCII");
    }
}
