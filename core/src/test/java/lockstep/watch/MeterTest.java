package lockstep.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.engine.Lane;
import lockstep.engine.PausedSlots;
import lockstep.engine.Rates;
import lockstep.engine.Role;
import lockstep.engine.TestLanes;
import lockstep.sync.Faults;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a clock that the test moves, over lanes whose work the test makes up. */
class MeterTest {
    private static final long MS = 1_000_000;

    private long nowNs = 5_000 * MS;
    private final Lane physics = TestLanes.lane(0, "physics", () -> nowNs, Faults.NONE, false);
    private final Lane both = TestLanes.lane(1, "both", () -> nowNs, Faults.NONE, false);
    private Meter meter;

    private record Named(String name) implements Role {
        @Override
        public boolean run() {
            return true;
        }
    }

    @BeforeEach
    void roles() {
        physics.add(new Named("physics"), 1, 120, false);
        both.add(new Named("assets"), 2, 0, false);
        both.add(new Named("render"), 3, 60, true);
        meter = new Meter(List.of(physics, both), () -> nowNs);
    }

    private void run(Lane lane, int role, int times, long workNs) {
        for (int i = 0; i < times; i++) {
            lane.stats().get(role).ran(workNs);
            lane.recorder().beginRun(role);
            lane.recorder().endRun(nowNs, nowNs + workNs, i);
        }
    }

    private Reading after(long ms) {
        nowNs += ms * MS;
        return meter.finish();
    }

    @Test
    void ratesAreThoseOfTheTimeBetweenReadings() {
        meter.finish();
        run(physics, 0, 60, 2 * MS);
        run(both, 1, 30, 4 * MS);
        physics.recorder().span(SpanKind.GUARD_WAIT, 0, 25 * MS, 0);
        both.recorder().span(SpanKind.BARRIER_WAIT, 0, 100 * MS, 0);
        Reading r = after(500);
        assertEquals(List.of("physics", "both"), r.lanes().stream().map(Reading.LaneReading::name).toList());
        assertEquals(List.of("physics", "assets", "render"), r.roles().stream().map(Reading.RoleReading::role).toList());
        assertEquals(120, r.roles().get(0).hz(), 1e-9);
        assertEquals(0, r.roles().get(1).hz());
        assertEquals(60, r.roles().get(2).hz(), 1e-9);
        assertEquals(60, r.roles().get(2).askedHz());
        assertEquals(50e6, r.lanes().get(0).guardWaitNs(), 1);
        assertEquals(200e6, r.lanes().get(1).barrierWaitNs(), 1);
        assertEquals(0.24, r.lanes().get(0).busyShare(), 1e-9);
        assertEquals(0.24, r.lanes().get(1).busyShare(), 1e-9);
        assertEquals(25 * MS, r.lanes().get(0).longestGuardWaitNs());
    }

    @Test
    void firstReadingKnowsNoRatesHoweverMuchWasDoneBefore() {
        run(physics, 0, 60, 2 * MS);
        physics.recorder().span(SpanKind.GUARD_WAIT, 0, 25 * MS, 0);
        Reading r = meter.finish();
        assertEquals(0, r.lanes().get(0).guardWaitNs());
        assertEquals(0, r.lanes().get(0).busyShare());
        assertEquals(0, r.roles().get(0).hz());
    }

    @Test
    void ratesAreOverTheTimeInWhichTheLaneWasNotPaused() {
        meter.finish();
        run(physics, 0, 60, 2 * MS);
        run(both, 1, 30, 4 * MS);
        nowNs += 500 * MS;
        pause(physics, 1_500);
        Reading r = after(0);
        assertEquals(120, r.roles().get(0).hz(), 1e-9);
        assertEquals(0.24, r.lanes().get(0).busyShare(), 1e-9);
        assertEquals(15, r.roles().get(2).hz(), 1e-9, "its lane was not paused");
        assertEquals(0.06, r.lanes().get(1).busyShare(), 1e-9);
    }

    @Test
    void stepsOfAPausedLaneHaveNoRate() {
        meter.finish();
        run(physics, 0, 60, 2 * MS);
        nowNs += 500 * MS;
        PausedSlots.pause(physics, nowNs);
        physics.stats().get(0).ran(2 * MS);
        PausedSlots.goOn(physics, nowNs);
        assertEquals(120, after(0).roles().get(0).hz(), 1e-9);
        assertEquals(61, physics.stats().get(0).runs());
    }

    @Test
    void whileALaneIsPausedItsRatesStayAsTheyWere() {
        meter.finish();
        run(physics, 0, 60, 2 * MS);
        after(500);
        physics.recorder().pauseBegins(nowNs);
        Reading r = Reading.EMPTY;
        for (int i = 0; i < 20; i++) {
            r = after(200);
        }
        assertEquals(120, r.roles().get(0).hz(), 1e-9);
        assertEquals(0.24, r.lanes().get(0).busyShare(), 1e-9);
        assertEquals(0, r.roles().get(2).hz(), "a lane that runs and does nothing");
    }

    private void pause(Lane lane, long ms) {
        lane.recorder().pauseBegins(nowNs);
        nowNs += ms * MS;
        lane.recorder().pauseEnds(nowNs);
    }

    @Test
    void overAWholeRunRatesLeaveThePausesOut() {
        long start = nowNs;
        run(physics, 0, 60, 2 * MS);
        nowNs += 300 * MS;
        pause(physics, 700);
        nowNs += 200 * MS;
        Rates rates = new Rates(start, nowNs);
        assertEquals(120, rates.hz(physics, physics.stats().get(0)), 1e-9);
        assertEquals(0.24, rates.busyShare(physics), 1e-9);
        physics.recorder().pauseBegins(nowNs);
        Rates later = new Rates(start, nowNs + 900 * MS);
        assertEquals(120, later.hz(physics, physics.stats().get(0)), 1e-9, "in a pause that goes on");
    }

    @Test
    void percentilesAreOfTheWorkAndForgetItAfterTwoSeconds() {
        meter.finish();
        run(physics, 0, 98, 2 * MS);
        run(physics, 0, 2, 9 * MS);
        Reading r = after(200);
        assertEquals(2 * MS, r.roles().get(0).workP50(), 0.02 * MS);
        assertEquals(9 * MS, r.roles().get(0).workP99(), 0.09 * MS);
        assertEquals(9 * MS, r.roles().get(0).workMax(), 0.09 * MS);
        for (int i = 0; i < 10; i++) {
            r = after(200);
        }
        assertEquals(0, r.roles().get(0).workMax());
        assertEquals(0, r.roles().get(0).hz());
        assertEquals(0, r.lanes().get(0).busyShare());
    }

    @Test
    void totalsAreOfTheWholeRun() {
        for (int i = 0; i < 30; i++) {
            run(physics, 0, 10, MS);
            after(200);
        }
        assertEquals(300, meter.total(physics.stats().get(0)).getTotalCount());
        assertEquals(0, meter.total(both.stats().get(0)).getTotalCount());
    }

    @Test
    void latestIsTheReadingThatWasFinishedLast() {
        assertEquals(Reading.EMPTY, meter.latest());
        Reading r = after(10);
        assertTrue(meter.latest() == r);
        assertEquals(nowNs, r.atNs());
    }

    @Test
    void whoListensGetsEachRunOnce() {
        Map<String, Long> runs = new HashMap<>();
        meter.onWork((stats, ns) -> runs.merge(stats.role(), ns.getTotalCount(), Long::sum));
        run(physics, 0, 3, 2 * MS);
        after(200);
        run(physics, 0, 4, 2 * MS);
        run(both, 1, 5, MS);
        after(200);
        assertEquals(Map.of("physics", 7L, "assets", 0L, "render", 5L), runs);
        assertEquals(7, meter.total(physics.stats().get(0)).getTotalCount());
    }
}
