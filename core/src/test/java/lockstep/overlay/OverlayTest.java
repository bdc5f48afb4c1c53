package lockstep.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input;
import java.util.ArrayList;
import java.util.List;
import lockstep.TestFrames;
import lockstep.blame.LateFrames;
import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.engine.TestLanes;
import lockstep.overlay.draw.BarColumns;
import lockstep.overlay.draw.Columns;
import lockstep.overlay.panel.LateNews;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.watch.Meter;
import lockstep.world.Region;
import lockstep.world.World;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The overlay without a window: keys, and what it does each frame short of drawing. */
class OverlayTest {
    private static final long MS = 1_000_000;

    private final List<Lane> lanes = new ArrayList<>();
    private final FrameLog frames = new FrameLog();
    private final Spans spans = new Spans(64);
    private final WorstWait guards = new WorstWait();
    private final WorstWait barrier = new WorstWait();
    private Topology topology = new Topology("four", "", List.of(), Topology.DEFAULT_HZ, Sync.DEFAULT);
    private OverlayModel model;
    private long nowNs = 1_000 * MS;

    private record Named(String name) implements Role {
        @Override
        public boolean run() {
            return true;
        }
    }

    @BeforeEach
    void model() {
        List<String> roles = List.of("input", "physics", "assets", "render");
        for (int i = 0; i < roles.size(); i++) {
            Lane lane = TestLanes.lane(i, roles.get(i), Clock.SYSTEM, Faults.NONE, false);
            lane.add(new Named(roles.get(i)), i, i == 2 ? 0 : 60, false);
            lanes.add(lane);
        }
        World world =
            new World(4, 1, new World.Sharing("mutex", Granularity.REGION, Order.SORTED, Hold.COPY), false, Faults.NONE);
        Meter meter = new Meter(lanes, Clock.SYSTEM);
        meter.finish();
        model = new OverlayModel(() -> topology, () -> lanes, meter, frames, () -> 16_666_667, world, () -> 1, () -> 2, () -> 4,
            () -> 3, roles, List.of());
    }

    private LaneTrack track(int lane) {
        LaneTrack track = new LaneTrack(lanes.get(lane), model.roleNames(), lane == 3);
        track.restart(100_000, nowNs);
        return track;
    }

    @Test
    void f1GoesFromOffToCompactToFull() {
        Overlay overlay = new Overlay(model, new LateNews(new LateFrames()), Overlay.Mode.OFF);
        assertTrue(overlay.key(Input.Keys.F1));
        assertEquals(Overlay.Mode.COMPACT, overlay.mode());
        assertTrue(overlay.key(Input.Keys.F1));
        assertEquals(Overlay.Mode.FULL, overlay.mode());
        assertTrue(overlay.key(Input.Keys.F1));
        assertEquals(Overlay.Mode.OFF, overlay.mode());
    }

    @Test
    void pageKeysAreItsOwnOnlyWhenFull() {
        assertFalse(new Overlay(model, new LateNews(new LateFrames()), Overlay.Mode.COMPACT).key(Input.Keys.PAGE_DOWN));
        assertTrue(new Overlay(model, new LateNews(new LateFrames()), Overlay.Mode.FULL).key(Input.Keys.PAGE_DOWN));
        assertFalse(new Overlay(model, new LateNews(new LateFrames()), Overlay.Mode.FULL).key(Input.Keys.F2));
    }

    @Test
    void switchedOffItDrawsAndCostsNothing() {
        Overlay overlay = new Overlay(model, new LateNews(new LateFrames()), Overlay.Mode.OFF);
        overlay.draw(null, null);
        assertEquals(0, overlay.costP99Ns());
        assertEquals(0, overlay.dockHeight());
    }

    @Test
    void anotherTopologyBringsItsLanesAndLeavesSpareOnesOut() {
        Overlay overlay = new Overlay(model, new LateNews(new LateFrames()), Overlay.Mode.FULL);
        Lane fresh = TestLanes.lane(4, "draws", Clock.SYSTEM, Faults.NONE, false);
        fresh.add(new Named("render"), 3, 60, true);
        lanes.add(fresh);
        lanes.set(3, TestLanes.lane(3, "spare-3", Clock.SYSTEM, Faults.NONE, false));
        overlay.follow();
        assertEquals(List.of("input", "physics", "assets", "render"), overlay.lanes().stream().map(Lane::name).toList());
        topology = topology.withSync(topology.sync().withPermits(1));
        overlay.follow();
        assertEquals(List.of("input", "physics", "assets", "draws"), overlay.lanes().stream().map(Lane::name).toList());
        assertEquals(fresh, model.rendering());
    }

    @Test
    void spansAreReadOnceAndTheWorstWaitNamesBothLanes() {
        LaneTrack track = track(3);
        LaneRecorder recorder = lanes.get(3).recorder();
        recorder.span(SpanKind.GUARD_WAIT, nowNs, nowNs + 2 * MS, 1, 2, 0);
        recorder.span(SpanKind.GUARD_WAIT, nowNs + 3 * MS, nowNs + 4 * MS, 0, 1, 0);
        recorder.span(SpanKind.BARRIER_WAIT, nowNs + 5 * MS, nowNs + 11 * MS, 1, 0, 0);
        track.read(spans, guards, barrier);
        assertEquals(2 * MS, guards.ns());
        assertEquals(3, guards.who());
        assertEquals(1, guards.whom());
        assertEquals(2, guards.what());
        assertEquals(6 * MS, barrier.ns());
        guards.clear();
        track.read(spans, guards, barrier);
        assertEquals(0, guards.ns());
    }

    @Test
    void theWorstWaitNamesItsGuardAlsoWhenThatIsTheLimitOnDecoding() {
        model.world().limit("decode", 1);
        Headline headline = new Headline(model, new LateNews(new LateFrames()));
        guards.add(3 * MS, 2, 1, Region.BODIES.ordinal());
        assertEquals("worst wait  3.00 ms  assets for physics  (bodies)", headline.worst(guards, barrier).toString());
        model.world().share(new World.Sharing("mutex", Granularity.WORLD, Order.SORTED, Hold.COPY));
        guards.add(4 * MS, 2, 1, Region.values().length);
        assertEquals("worst wait  4.00 ms  assets for physics  (decode)", headline.worst(guards, barrier).toString());
    }

    @Test
    void worstWaitIsForgottenAfterTenSteps() {
        guards.add(5, 0, 1, 0);
        for (int i = 0; i < 9; i++) {
            guards.step();
            guards.add(1, 2, 3, 0);
        }
        assertEquals(5, guards.ns());
        guards.step();
        assertEquals(1, guards.ns());
        assertEquals(2, guards.who());
    }

    @Test
    void laneWithMoreSpansThanAreLookedAtShowsItsNewest() {
        LaneTrack track = track(0);
        LaneRecorder recorder = lanes.get(0).recorder();
        for (int i = 0; i < 10_000; i++) {
            recorder.span(SpanKind.WORK, nowNs + i * 1_000L, nowNs + i * 1_000L + 900, 0);
        }
        track.read(spans, guards, barrier);
        short[] look = new short[1];
        track.columns().looks(track.columns().column(nowNs + 9_999_000), 1, look);
        assertEquals(SpanKind.WORK.ordinal(), Columns.band(look[0]));
        assertEquals(0, spans.lost());
    }

    @Test
    void frameWithoutDrawingAllocatesNothing() {
        List<LaneTrack> tracks = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            tracks.add(track(i));
        }
        FullView full = new FullView(model, new Headline(model, new LateNews(new LateFrames())));
        full.follow(topology, tracks);
        Histogram cost = new Histogram(1, 1_000_000_000, 2);
        BarColumns bars = new BarColumns();
        short[] looks = new short[690];
        int times = 2_000;
        long bytes = Allocation.bytes(times, () -> {
            nowNs += 16 * MS;
            TestFrames.add(frames, 16 * MS, 16_666_667);
            for (int i = 0; i < tracks.size(); i++) {
                LaneRecorder recorder = lanes.get(i).recorder();
                recorder.beginRun(i);
                recorder.span(SpanKind.GUARD_WAIT, nowNs, nowNs + MS, (i + 1) % 4, 0, 0);
                recorder.endRun(nowNs, nowNs + 2 * MS, 0);
                tracks.get(i).read(spans, guards, barrier);
                tracks.get(i).columns().looks(tracks.get(i).columns().column(nowNs) - 689, 690, looks);
            }
            bars.update(frames, 240);
            cost.recordValue(300_000);
            full.refreshHead(guards, barrier);
            full.refreshTable();
            full.refreshFoot(cost);
            guards.step();
            barrier.step();
        });
        assertTrue(bytes < times, bytes + " bytes in " + times + " frames");
    }
}
