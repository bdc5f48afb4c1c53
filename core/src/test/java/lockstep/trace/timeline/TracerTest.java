package lockstep.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.LateFrame;
import lockstep.engine.Lane;
import lockstep.engine.Note;
import lockstep.engine.TestLanes;
import lockstep.sync.Faults;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.trace.timeline.TraceModel.At;
import lockstep.trace.timeline.TraceModel.Slice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lanes recorded, by hand, as a reader of each format finds it in the file. */
class TracerTest {
    enum Format { PERFETTO, CHROME }

    private static final int PHYSICS = 0, ASSETS = 1, RENDER = 2;
    private static final int WORLD = 0, TALLY = 1, DECODE = 4;
    private static final int ROCKS = 1;
    private static final long LATER = 10_000_000_000L;

    private final List<LaneRecorder> lanes = new ArrayList<>(
        List.of(lane(PHYSICS, "physics"), lane(ASSETS, "loader"), lane(RENDER, "render")));
    private final Map<Integer, String> guards = new HashMap<>(Map.of(WORLD, "world", TALLY, "tally", DECODE, "decode"));
    private final FrameLog frames = new FrameLog();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long queued;
    private final List<Note> notes = new ArrayList<>();
    private Format kind;
    private TraceFormat format;
    private Tracer tracer;

    private static LaneRecorder lane(int number, String name) {
        return new LaneRecorder(number, name, () -> 0);
    }

    private void trace(Format f) throws IOException {
        kind = f;
        format = f == Format.PERFETTO ? new PerfettoFormat(4711, 5, 6) : new ChromeFormat(4711);
        tracer = new Tracer(new Tracer.Source(List.of("physics", "assets", "render"), () -> lanes, () -> guards,
            n -> n == 7 ? "render.draw 20ms every 1s" : "", frames,
            List.of(new Gauge("assets queued", false, () -> queued)), notes), format);
    }

    private TraceModel soFar() throws Exception {
        format.drainTo(bytes);
        if (kind == Format.PERFETTO) {
            return PerfettoReader.read(bytes.toByteArray()).balanced().resolved();
        }
        ByteArrayOutputStream closed = new ByteArrayOutputStream();
        bytes.writeTo(closed);
        closed.write(']');
        return ChromeReader.read(closed.toByteArray()).balanced().resolved();
    }

    private void run(int lane, long start, long end) {
        lanes.get(lane).beginRun(lane);
        lanes.get(lane).endRun(start, end, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aWaitIsDrawnInItsRunAndTiedToTheHold(Format f) throws Exception {
        trace(f);
        lanes.get(ASSETS).beginRun(ASSETS);
        lanes.get(ASSETS).span(SpanKind.IO, 1_000, 1_400, ROCKS);
        lanes.get(ASSETS).span(SpanKind.HOLD, 2_000, 9_000, SpanRing.NOBODY, WORLD, 0);
        lanes.get(ASSETS).span(SpanKind.HOLD, 1_500, 9_040, SpanRing.NOBODY, TALLY, 0);
        lanes.get(ASSETS).span(SpanKind.HOLD, 9_100, 9_700, SpanRing.NOBODY, DECODE, 1 + ROCKS);
        lanes.get(ASSETS).endRun(500, 10_000, 0);
        lanes.get(RENDER).beginRun(RENDER);
        lanes.get(RENDER).span(SpanKind.GUARD_WAIT, 3_000, 9_050, ASSETS, WORLD, 0);
        lanes.get(RENDER).span(SpanKind.HOLD, 9_050, 9_300, SpanRing.NOBODY, WORLD, 0);
        lanes.get(RENDER).span(SpanKind.SWAP, 9_400, 9_900, 1);
        lanes.get(RENDER).endRun(2_900, 9_950, 0);
        lanes.get(RENDER).span(SpanKind.PACE, 9_950, 12_000, 12_000);
        tracer.step(LATER, false);

        TraceModel found = soFar();
        Slice wait = new Slice("wait for world (held by loader)", 3_000, 9_050, 1);
        Slice hold = new Slice("loader", 2_000, 9_000, 0);
        assertEquals(List.of(new Slice("render", 2_900, 9_950, 0), wait, new Slice("swap", 9_400, 9_900, 1),
            new Slice("sleep until due", 9_950, 12_000, 0)), found.on("render"));
        assertEquals(List.of(new Slice("assets", 500, 10_000, 0), new Slice("read rocks.png", 1_000, 1_400, 1),
            new Slice("decode rocks.png", 9_100, 9_700, 1)), found.on("loader"));
        assertEquals(List.of(hold, new Slice("render", 9_050, 9_300, 0)), found.on("guard world"));
        assertEquals(List.of(new Slice("loader", 1_500, 9_040, 0)), found.on("guard tally"));
        assertEquals(1, found.arrows.size());
        assertEquals(Set.of(wait, hold), Set.copyOf(found.arrows.values().iterator().next()));
    }

    @ParameterizedTest
    @EnumSource
    void aRunInWhichAPlantedFaultFiredSaysSo(Format f) throws Exception {
        trace(f);
        lanes.get(RENDER).beginRun(RENDER);
        lanes.get(RENDER).fired(7, 20);
        lanes.get(RENDER).endRun(100, 200, 0);
        run(RENDER, 300, 400);
        tracer.step(LATER, false);
        assertEquals(
            List.of(new Slice("render (planted: render.draw 20ms every 1s)", 100, 200, 0), new Slice("render", 300, 400, 0)),
            soFar().on("render"));
    }

    @ParameterizedTest
    @EnumSource
    void aWaitAtTheBarrierIsTiedToTheRunOfTheLaneThatCameLast(Format f) throws Exception {
        trace(f);
        run(PHYSICS, 100, 200);
        run(PHYSICS, 300, 900);
        lanes.get(RENDER).beginRun(RENDER);
        lanes.get(RENDER).span(SpanKind.BARRIER_WAIT, 180, 850, PHYSICS, 0, 7);
        lanes.get(RENDER).endRun(150, 1_000, 0);
        tracer.step(LATER, false);
        assertEquals(Set.of(new Slice("wait at barrier (for physics)", 180, 850, 1), new Slice("physics", 300, 900, 0)),
            Set.copyOf(soFar().arrows.values().iterator().next()));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInARunWaitsUntilTheRunHasEnded(Format f) throws Exception {
        trace(f);
        lanes.get(RENDER).beginRun(RENDER);
        lanes.get(RENDER).span(SpanKind.UPLOAD, 20, 30, ROCKS);
        tracer.step(1_000_000_000, false);
        assertEquals(List.of(), soFar().on("render"));
        lanes.get(RENDER).endRun(10, 1_000_000_050, 0);
        tracer.step(LATER, false);
        assertEquals(List.of(new Slice("render", 10, 1_000_000_050, 0), new Slice("upload rocks.png", 20, 30, 1)),
            soFar().on("render"));
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatNeverEndsLosesNothingOfWhatIsInIt(Format f) throws Exception {
        trace(f);
        lanes.get(RENDER).beginRun(RENDER);
        lanes.get(RENDER).span(SpanKind.UPLOAD, 20, 30, ROCKS);
        tracer.step(2 * LATER, false);
        assertEquals(List.of(new Slice("upload rocks.png", 20, 30, 0)), soFar().on("render"));
        lanes.get(RENDER).endRun(10, 3 * LATER, 0);
        tracer.step(3 * LATER, true);
        assertEquals(List.of(new Slice("upload rocks.png", 20, 30, 0), new Slice("render", 30, 3 * LATER, 0)),
            soFar().on("render"));
    }

    @ParameterizedTest
    @EnumSource
    void slicesThatOverlapAreCutToFit(Format f) throws Exception {
        trace(f);
        lanes.get(RENDER).beginRun(RENDER);
        lanes.get(RENDER).span(SpanKind.UPLOAD, 20, 60, ROCKS);
        lanes.get(RENDER).span(SpanKind.SWAP, 50, 70, 0);
        lanes.get(RENDER).endRun(10, 100, 0);
        tracer.step(LATER, false);
        assertEquals(
            List.of(new Slice("render", 10, 100, 0), new Slice("upload rocks.png", 20, 60, 1), new Slice("swap", 50, 60, 2)),
            soFar().on("render"));
    }

    @ParameterizedTest
    @EnumSource
    void whoHoldsTogetherIsDrawnOnTracksOfTheirOwn(Format f) throws Exception {
        trace(f);
        lanes.get(PHYSICS).span(SpanKind.HOLD, 100, 300, SpanRing.NOBODY, WORLD, 0);
        lanes.get(RENDER).span(SpanKind.HOLD, 200, 400, SpanRing.NOBODY, WORLD, 0);
        lanes.get(PHYSICS).span(SpanKind.HOLD, 300, 350, SpanRing.NOBODY, WORLD, 0);
        tracer.step(LATER, false);
        TraceModel found = soFar();
        assertEquals(List.of(new Slice("physics", 100, 300, 0), new Slice("physics", 300, 350, 0)), found.on("guard world"));
        assertEquals(List.of(new Slice("render", 200, 400, 0)), found.on("guard world (2)"));
    }

    @ParameterizedTest
    @EnumSource
    void lanesThatComeLaterAndNewNamesAreHeeded(Format f) throws Exception {
        trace(f);
        run(RENDER, 10, 20);
        tracer.step(LATER, false);
        lanes.get(RENDER).rename("draw");
        lanes.add(lane(3, "loader 2"));
        run(RENDER, 30, 40);
        lanes.get(3).span(SpanKind.GUARD_WAIT, 50, 60, RENDER, WORLD, 0);
        guards.put(WORLD, "bodies");
        tracer.step(2 * LATER, true);
        TraceModel found = soFar();
        assertEquals(List.of("frames", "late frames", "physics", "loader", "draw", "loader 2"), found.order().subList(0, 6));
        assertEquals(2, found.on("draw").size());
        assertEquals(List.of(new Slice("wait for bodies (held by draw)", 50, 60, 0)), found.on("loader 2"));
    }

    @ParameterizedTest
    @EnumSource
    void framesAreSlicesAndThoseLateOverBudgetOrNotJudgedSaySo(Format f) throws Exception {
        trace(f);
        long ms = 1_000_000;
        for (int i = 0; i < 31; i++) {
            frames.add(i * 16 * ms, (i + 1) * 16 * ms, 0, 0, -1, RENDER, 17 * ms);
        }
        frames.add(496 * ms, 546 * ms, 0, 0, -1, RENDER, 17 * ms);
        frames.add(546 * ms, 566 * ms, 0, 0, -1, RENDER, 17 * ms);
        frames.add(566 * ms, 582 * ms, 0, 0, -1, RENDER, 17 * ms);
        tracer.step(LATER, false);
        List<Slice> found = soFar().on("frames");
        assertEquals(34, found.size());
        assertEquals(new Slice("frame 33 over budget (20.0 ms)", 546 * ms, 566 * ms, 0), found.get(32));
        assertEquals(new Slice("frame 34", 566 * ms, 582 * ms, 0), found.get(33));
        assertEquals(new Slice("frame 31, not judged", 480 * ms, 496 * ms, 0), found.get(30));
        assertEquals(new Slice("late frame 32 (50.0 ms)", 496 * ms, 546 * ms, 0), found.get(31));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFinalVerdictOnALateFrameIsWritten(Format f) throws Exception {
        trace(f);
        long end = 1_000_000_000;
        tracer.late().tell(verdict(8, end, Blame.WORK));
        tracer.step(end + 2_499_999_999L, false);
        assertEquals(List.of(), soFar().instants);
        tracer.late().tell(verdict(8, end, Blame.GC));
        tracer.late().tell(verdict(9, end + 1, Blame.GUARD));
        tracer.step(end + 2_500_000_000L, false);
        At first = new At("frame 8 40.0 ms (+20.0): all lanes stopped for 3.0 ms: G1", end);
        assertEquals(List.of(first), soFar().instants);
        tracer.late().tell(verdict(8, end, Blame.PACE));
        tracer.step(end + 2_500_000_000L, true);
        assertEquals(List.of(first, new At("frame 9 40.0 ms (+20.0): assets held 'G1' for 3.0 ms; render waited", end + 1)),
            soFar().instants);
    }

    private static LateFrame verdict(long frame, long endNs, Blame kind) {
        return new LateFrame(frame, endNs - 40_000_000, endNs, 20_000_000, "render",
            List.of(new Cause("assets", kind, "G1", "", 3_000_000, 1, 1)), List.of(), true);
    }

    /** Notes come while the run goes on; what two lanes note under one name is told apart. */
    @ParameterizedTest
    @EnumSource
    void aNoteIsACounterFromWhenItWasMade(Format f) throws Exception {
        trace(f);
        tracer.step(1, false);
        Lane lane = TestLanes.lane(0, "lane", Clock.SYSTEM, Faults.NONE, false);
        notes.add(TestLanes.note("heartbeat", lane, "seen", 2.5));
        tracer.step(2, false);
        tracer.step(3, false);
        notes.add(TestLanes.note("heartbeat", lane, "seen", Double.NaN));
        notes.add(TestLanes.note("heartbeat", lane, "seen", -4));
        tracer.step(4, false);
        assertEquals(Map.of("heartbeat: seen", List.of(2.5), "heartbeat: seen (3)", List.of(-4.0)), soFar().values);
    }

    @ParameterizedTest
    @EnumSource
    void aCounterIsWrittenWhenItChanges(Format f) throws Exception {
        trace(f);
        queued = 3;
        tracer.step(1, false);
        tracer.step(2, false);
        queued = 0;
        tracer.step(3, false);
        assertEquals(Map.of("assets queued", List.of(3L, 0L)), soFar().counts);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasOverwrittenBeforeItCouldBeReadIsCounted(Format f) throws Exception {
        trace(f);
        for (int i = 0; i < 20_000; i++) {
            lanes.get(PHYSICS).span(SpanKind.PACE, i * 10L, i * 10L + 5, 0);
        }
        tracer.step(LATER, false);
        assertEquals(20_000 - soFar().on("physics").size(), tracer.lost());
        assertTrue(tracer.lost() > 3_000, "the ring keeps 16,384");
    }

    @ParameterizedTest
    @EnumSource
    void theReadersFindPlantedFaults(Format f) throws Exception {
        trace(f);
        tracer.step(1, false);
        format.begin(2, 100, "a", List.of());
        assertThrows(AssertionError.class, this::soFar, "a slice without an end");
        format.end(2, 50, "a");
        assertThrows(AssertionError.class, this::soFar, "time runs backwards");
        bytes.reset();
        trace(f);
        format.end(2, 50, "a");
        assertThrows(AssertionError.class, this::soFar, "an end without a beginning");
        bytes.reset();
        trace(f);
        format.begin(77, 50, "a", List.of());
        format.end(77, 60, "a");
        assertThrows(AssertionError.class, this::soFar, "a track of which nothing is known");
        bytes.reset();
        trace(f);
        format.begin(2, 50, "a", List.of(new lockstep.trace.timeline.Slice.Flow(1, true, 50)));
        format.end(2, 60, "a");
        assertThrows(AssertionError.class, this::soFar, "an arrow to nowhere");
    }
}
