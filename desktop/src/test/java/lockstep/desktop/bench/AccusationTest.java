package lockstep.desktop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.blame.LateFrame;
import lockstep.desktop.bench.JudgedFrame.Evidence;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;
import org.junit.jupiter.api.Test;

/** What lanes are accused of against spans made by hand: a frame from 0 to 40 ms, drawn by lane 0; guard 3. */
final class AccusationTest {
    private static final long MS = 1_000_000;
    private static final int GUARD = 3;

    private final SpanTrack render = new SpanTrack(100);
    private final SpanTrack physics = new SpanTrack(100);
    private final Frozen frozen = new Frozen(new LateFrame(1, 0, 40 * MS, 4 * MS, "render", List.of(), List.of(), true),
        List.of(new FrozenLane(0, "render", render), new FrozenLane(1, "physics", physics)), Map.of());

    private static void span(SpanTrack track, SpanKind kind, long startMs, long endMs, int whom, long cpuMs) {
        track.append(kind, startMs * MS, endMs * MS, 0, whom, GUARD, cpuMs < 0 ? -1 : cpuMs * MS, 0);
    }

    private boolean holds(String lane, Blame kind, long ms) {
        return evidence(lane, kind, "", ms) == Evidence.HOLDS;
    }

    private Evidence evidence(String lane, Blame kind, String doing, long ms) {
        return Accusation.evidence(frozen, new Cause(lane, kind, "", doing, ms * MS, 1, 1));
    }

    @Test
    void theLaneThatDrawsMustHaveRun() {
        span(render, SpanKind.GUARD_WAIT, 5, 15, 1, -1);
        span(render, SpanKind.WORK, 0, 40, 255, 20);
        assertTrue(holds("render", Blame.WORK, 40));
        assertFalse(holds("render", Blame.WORK, 41), "20 ms are no half of that");
        assertFalse(holds("nobody", Blame.WORK, 1));
    }

    @Test
    void aHolderMustHaveRunWhileItWasWaitedFor() {
        span(render, SpanKind.GUARD_WAIT, 10, 30, 1, -1);
        span(physics, SpanKind.HOLD, 0, 20, 255, -1);
        span(physics, SpanKind.WORK, 0, 40, 255, 40);
        assertTrue(holds("physics", Blame.GUARD, 20));
        assertFalse(holds("physics", Blame.GUARD, 21), "it held for 10 ms of the wait");
        assertFalse(holds("physics", Blame.BARRIER, 1), "nobody waited at the barrier");
    }

    @Test
    void whoComesLateToTheBarrierMustHaveHadACore() {
        span(render, SpanKind.BARRIER_WAIT, 0, 40, 1, -1);
        span(physics, SpanKind.WORK, 0, 40, 255, 10);
        assertTrue(holds("physics", Blame.BARRIER, 20));
        assertFalse(holds("physics", Blame.BARRIER, 21));
    }

    @Test
    void whoWasInItsCodeWithoutACoreMustBeSaidToSleep() {
        span(render, SpanKind.WORK, 0, 20, 255, 1);
        assertEquals(Evidence.SLEPT, evidence("render", Blame.WORK, "asleep, not computing", 20));
        assertEquals(Evidence.NONE, evidence("render", Blame.WORK, "", 20));
        assertEquals(Evidence.NONE, evidence("render", Blame.WORK, "asleep, not computing", 41), "it was there for 20 ms only");
    }

    @Test
    void whoSleepsUntilItIsDueDidNothing() {
        span(render, SpanKind.BARRIER_WAIT, 0, 40, 1, -1);
        span(physics, SpanKind.PACE, 0, 40, 255, -1);
        assertFalse(holds("physics", Blame.BARRIER, 1));
    }

    @Test
    void sleepingOnPastADeadlineIsOversleeping() {
        render.append(SpanKind.PACE, 0, 4 * MS, 0, 255, 0, -1, 4 * MS);
        render.append(SpanKind.PACE, 5 * MS, 20 * MS, 0, 255, 0, -1, 9 * MS);
        render.append(SpanKind.PACE, 35 * MS, 60 * MS, 0, 255, 0, -1, 36 * MS);
        render.append(SpanKind.PACE, 60 * MS, 90 * MS, 0, 255, Pacer.PAUSED, -1, 0);
        LaneTime time = new LaneTime(render);
        assertEquals(new LaneTime.Stretch(9 * MS, 20 * MS), time.overslept(new LaneTime.Stretch(0, 40 * MS)));
        assertEquals(LaneTime.Stretch.NONE, time.overslept(new LaneTime.Stretch(61 * MS, 89 * MS)));
    }

    @Test
    void theLongestRunNamesALaneThoughNobodyWaitedForIt() {
        span(render, SpanKind.WORK, 0, 10, 255, 10);
        span(render, SpanKind.GUARD_WAIT, 10, 30, 1, -1);
        span(render, SpanKind.WORK, 10, 40, 255, 10);
        span(physics, SpanKind.WORK, -100, 15, 255, 115);
        assertEquals("physics", NaiveJudges.longest(frozen));
        assertEquals("physics", NaiveJudges.waitedFor(frozen));
    }

    @Test
    void withoutAWaitTheLaneThatDrawsIsBlamed() {
        span(render, SpanKind.WORK, 0, 10, 255, 10);
        assertEquals("render", NaiveJudges.waitedFor(frozen));
        assertEquals("render", NaiveJudges.longest(frozen));
    }
}
