package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneRecorderTest {
    private final LaneRecorder timer = new LaneRecorder(3, "physics", () -> 0);

    @Test
    void nestedWaitsAreTakenOffTheWork() {
        timer.beginRun(1);
        timer.span(SpanKind.GUARD_WAIT, 100, 150, 2, 0, 0);
        timer.span(SpanKind.HOLD, 150, 190, 0);
        timer.span(SpanKind.IO, 200, 220, 0);
        timer.span(SpanKind.UPLOAD, 230, 240, 0);
        assertEquals(130, timer.endRun(100, 300, 7));
        assertEquals(130, timer.workedNs());
        assertEquals(200, timer.totalNs(SpanKind.WORK), "the span itself keeps its waits");
    }

    @Test
    void waitsBetweenRunsAreNotTakenOff() {
        timer.beginRun(1);
        timer.endRun(0, 10, 0);
        timer.span(SpanKind.PACE, 10, 90, 0);
        timer.beginRun(1);
        assertEquals(20, timer.endRun(90, 110, 1));
        assertEquals(30, timer.workedNs());
    }

    @Test
    void totalsAddUpAndTheLongestIsKept() {
        timer.span(SpanKind.BARRIER_WAIT, 0, 30, 0);
        timer.span(SpanKind.BARRIER_WAIT, 40, 90, 0);
        timer.span(SpanKind.BARRIER_WAIT, 100, 120, 0);
        assertEquals(100, timer.totalNs(SpanKind.BARRIER_WAIT));
        assertEquals(50, timer.maxNs(SpanKind.BARRIER_WAIT));
        assertEquals(0, timer.totalNs(SpanKind.GUARD_WAIT));
    }

    @Test
    void spansSayWhoseTheyAreAndWhomTheyWaitedFor() {
        timer.beginRun(2);
        timer.span(SpanKind.GUARD_WAIT, 5, 9, 1, 3, 77);
        timer.endRun(4, 12, 78);
        Spans spans = new Spans(4);
        spans.readNewest(timer.ring());
        assertEquals(2, spans.count());
        assertEquals(SpanKind.GUARD_WAIT, spans.kind(0));
        assertEquals(2, spans.role(0));
        assertEquals(1, spans.whom(0));
        assertEquals(3, spans.what(0));
        assertEquals(77, spans.detail(0));
        assertEquals(SpanKind.WORK, spans.kind(1));
        assertEquals(SpanRing.NOBODY, spans.whom(1));
        assertEquals(4, spans.startNs(1));
        assertEquals(12, spans.endNs(1));
    }

    @Test
    void aGuardIsHeldFromTheEndOfTheWaitForItOn() {
        long before = timer.guardWaitEndNs();
        assertEquals(timer.now(), timer.gotGuardNs(before));
        timer.span(SpanKind.GUARD_WAIT, 5, 9, 1, 3, 0);
        timer.span(SpanKind.PERMIT_WAIT, 9, 30, 1, 0, 0);
        assertEquals(9, timer.gotGuardNs(before));
        assertEquals(timer.now(), timer.gotGuardNs(timer.guardWaitEndNs()));
    }

    @Test
    void aListenerIsToldOfTicksWaitsAndSpansInTheirOrder() {
        List<String> told = new ArrayList<>();
        timer.listener(new SpanListener() {
            @Override
            public void tickBegins() {
                told.add("tick begins");
            }

            @Override
            public void tickEnded(int tick) {
                told.add("tick " + tick);
            }

            @Override
            public void waitBegins(SpanKind kind) {
                told.add(kind + " begins");
            }

            @Override
            public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
                told.add(kind + " " + startNs + "-" + endNs + " whom " + whom + " what " + what + " detail " + detail);
            }
        });
        timer.beginRun(2);
        timer.beginTick();
        timer.waiting().begin(SpanKind.GUARD_WAIT, 3, 0, 1, 5, false);
        timer.waiting().end();
        timer.span(SpanKind.GUARD_WAIT, 5, 9, 1, 3, 77);
        timer.endTick(12);
        timer.endBlocking(SpanKind.SWAP, 0, 8);
        timer.endRun(4, 12, 78);
        assertEquals(List.of("tick begins", "GUARD_WAIT begins", "GUARD_WAIT 5-9 whom 1 what 3 detail 77", "tick 12",
            "SWAP 0-0 whom 255 what 0 detail 8", "WORK 4-12 whom 255 what 0 detail 78"), told);
    }

    @Test
    void withoutRecordingThereAreNoSpansNoTotalsAndNoCpuTimesButWorkIsMeasured() {
        boolean[] asked = {false};
        LaneRecorder quiet = new LaneRecorder(3, "physics", new Clock() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public long cpuNanos() {
                asked[0] = true;
                return 0;
            }
        });
        quiet.recording(false);
        quiet.beginRun(1);
        quiet.span(SpanKind.GUARD_WAIT, 100, 150, 2, 0, 0);
        quiet.endBlocking(SpanKind.IO, quiet.beginBlocking(), 0);
        assertEquals(150, quiet.endRun(100, 300, 7));
        assertEquals(150, quiet.workedNs());
        assertEquals(0, quiet.ring().written());
        assertEquals(0, quiet.totalNs(SpanKind.GUARD_WAIT));
        assertEquals(0, quiet.maxNs(SpanKind.WORK));
        assertFalse(asked[0]);
    }

    @Test
    void aRunIsToldFromTheTimeBetweenRuns() {
        long before = timer.run();
        assertFalse(LaneRecorder.isInRun(before));
        timer.beginRun(1);
        long first = timer.run();
        assertTrue(LaneRecorder.isInRun(first));
        timer.endRun(0, 10, 0);
        assertFalse(LaneRecorder.isInRun(timer.run()));
        timer.beginRun(1);
        assertTrue(timer.run() > first, "another run has another number");
    }

    @Test
    void waitsOfThisRunAloneAreCountedWhileItRuns() {
        timer.beginRun(1);
        timer.span(SpanKind.BARRIER_WAIT, 0, 30, 0);
        timer.span(SpanKind.HOLD, 30, 90, 0);
        assertEquals(30, timer.waitedNs());
        timer.endRun(0, 100, 0);
        timer.beginRun(1);
        assertEquals(0, timer.waitedNs());
    }

    @Test
    void turnsAreTakenAndGivenUpOnlyWhereThereAreAny() {
        List<String> asked = new ArrayList<>();
        timer.giveUpTurn();
        timer.takeTurn();
        timer.checkpoint();
        timer.turn(new Turn() {
            @Override
            public void giveUp() {
                asked.add("give up");
            }

            @Override
            public void take() {
                asked.add("take");
            }

            @Override
            public void checkpoint() {
                asked.add("checkpoint");
            }
        });
        timer.giveUpTurn();
        timer.takeTurn();
        timer.checkpoint();
        assertEquals(List.of("give up", "take", "checkpoint"), asked);
    }

    @Test
    void aLaneKeepsItsNumberWhenItIsRenamed() {
        timer.rename("simulation");
        assertEquals("simulation", timer.name());
        assertEquals(3, timer.lane());
    }

    @Test
    void aLaneHasAPlaceInTheOrderOfThingsOnlyWhileRacesAreLookedFor() {
        LaneOrder order = new LaneOrder(timer);
        timer.order(order);
        assertSame(order, timer.order());
        timer.order(null);
        assertNull(timer.order());
    }
}
