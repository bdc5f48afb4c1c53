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
    private final LaneRecorder recorder = new LaneRecorder(3, "physics", () -> 0);

    @Test
    void nestedWaitsAreTakenOffTheWork() {
        recorder.beginRun(1);
        recorder.span(SpanKind.GUARD_WAIT, 100, 150, 2, 0, 0);
        recorder.span(SpanKind.HOLD, 150, 190, 0);
        recorder.span(SpanKind.IO, 200, 220, 0);
        recorder.span(SpanKind.UPLOAD, 230, 240, 0);
        assertEquals(130, recorder.endRun(100, 300, 7));
        assertEquals(130, recorder.workedNs());
        assertEquals(200, recorder.totalNs(SpanKind.WORK), "the span itself keeps its waits");
    }

    @Test
    void waitsBetweenRunsAreNotTakenOff() {
        recorder.beginRun(1);
        recorder.endRun(0, 10, 0);
        recorder.span(SpanKind.PACE, 10, 90, 0);
        recorder.beginRun(1);
        assertEquals(20, recorder.endRun(90, 110, 1));
        assertEquals(30, recorder.workedNs());
    }

    @Test
    void totalsAddUpAndTheLongestIsKept() {
        recorder.span(SpanKind.BARRIER_WAIT, 0, 30, 0);
        recorder.span(SpanKind.BARRIER_WAIT, 40, 90, 0);
        recorder.span(SpanKind.BARRIER_WAIT, 100, 120, 0);
        assertEquals(100, recorder.totalNs(SpanKind.BARRIER_WAIT));
        assertEquals(50, recorder.maxNs(SpanKind.BARRIER_WAIT));
        assertEquals(0, recorder.totalNs(SpanKind.GUARD_WAIT));
    }

    @Test
    void spansSayWhoseTheyAreAndWhomTheyWaitedFor() {
        recorder.beginRun(2);
        recorder.span(SpanKind.GUARD_WAIT, 5, 9, 1, 3, 77);
        recorder.endRun(4, 12, 78);
        Spans spans = new Spans(4);
        spans.readNewest(recorder.ring());
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
        long before = recorder.guardWaitEndNs();
        assertEquals(recorder.now(), recorder.gotGuardNs(before));
        recorder.span(SpanKind.GUARD_WAIT, 5, 9, 1, 3, 0);
        recorder.span(SpanKind.PERMIT_WAIT, 9, 30, 1, 0, 0);
        assertEquals(9, recorder.gotGuardNs(before));
        assertEquals(recorder.now(), recorder.gotGuardNs(recorder.guardWaitEndNs()));
    }

    @Test
    void aListenerIsToldOfTicksWaitsAndSpansInTheirOrder() {
        List<String> told = new ArrayList<>();
        recorder.listener(new SpanListener() {
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
        recorder.beginRun(2);
        recorder.beginTick();
        recorder.waiting().begin(SpanKind.GUARD_WAIT, 3, 0, 1, 5, false);
        recorder.waiting().end();
        recorder.span(SpanKind.GUARD_WAIT, 5, 9, 1, 3, 77);
        recorder.endTick(12);
        recorder.endBlocking(SpanKind.SWAP, 0, 8);
        recorder.endRun(4, 12, 78);
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
        long before = recorder.run();
        assertFalse(LaneRecorder.isInRun(before));
        recorder.beginRun(1);
        long first = recorder.run();
        assertTrue(LaneRecorder.isInRun(first));
        recorder.endRun(0, 10, 0);
        assertFalse(LaneRecorder.isInRun(recorder.run()));
        recorder.beginRun(1);
        assertTrue(recorder.run() > first, "another run has another number");
    }

    @Test
    void waitsOfThisRunAloneAreCountedWhileItRuns() {
        recorder.beginRun(1);
        recorder.span(SpanKind.BARRIER_WAIT, 0, 30, 0);
        recorder.span(SpanKind.HOLD, 30, 90, 0);
        assertEquals(30, recorder.waitedNs());
        recorder.endRun(0, 100, 0);
        recorder.beginRun(1);
        assertEquals(0, recorder.waitedNs());
    }

    @Test
    void turnsAreTakenAndGivenUpOnlyWhereThereAreAny() {
        List<String> asked = new ArrayList<>();
        recorder.giveUpTurn();
        recorder.takeTurn();
        recorder.checkpoint();
        recorder.turn(new Turn() {
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
        recorder.giveUpTurn();
        recorder.takeTurn();
        recorder.checkpoint();
        assertEquals(List.of("give up", "take", "checkpoint"), asked);
    }

    @Test
    void aLaneKeepsItsNumberWhenItIsRenamed() {
        recorder.rename("simulation");
        assertEquals("simulation", recorder.name());
        assertEquals(3, recorder.lane());
    }

    @Test
    void aLaneHasAPlaceInTheOrderOfThingsOnlyWhileRacesAreLookedFor() {
        LaneOrder order = new LaneOrder(recorder);
        recorder.order(order);
        assertSame(order, recorder.order());
        recorder.order(null);
        assertNull(recorder.order());
    }
}
