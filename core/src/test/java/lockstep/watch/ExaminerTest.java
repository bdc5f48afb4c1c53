package lockstep.watch;

import static lockstep.watch.Examined.GUARD;
import static lockstep.watch.Examined.MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.engine.Lane;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.topology.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examiner where things go badly: it goes on or says once that it can't, and accuses nobody wrongly. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExaminerTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long HOUR_NS = 3_600_000 * MS;

    private final Examined game = new Examined(10_000 * MS);

    @AfterEach
    void end() {
        game.examiner.finish();
    }

    private Cause onlyCause() {
        assertEquals(1, game.verdicts.count());
        List<Cause> causes = game.verdicts.all().get(0).causes();
        assertEquals(1, causes.size(), causes::toString);
        return causes.get(0);
    }

    @Test
    void aFrameIsJudgedThirtyMillisecondsAfterItsEnd() {
        game.inTime(60);
        game.frame(40 * MS);
        game.lookAfter(29 * MS);
        assertEquals(0, game.verdicts.count());
        game.render.recorder().span(SpanKind.WORK, game.nowNs - MS, game.nowNs, 1);
        game.lookAfter(MS);
        assertEquals(24 * MS, onlyCause().ns());
        assertEquals(Blame.WORK, onlyCause().kind());
    }

    @Test
    void framesInTimeAreExaminedWithoutAllocating() {
        game.inTime(20_000);
        assertEquals(0, allocatedIn(() -> game.inTime(3_000)));
    }

    @Test
    void aLateFrameWouldBeNoticedByThat() {
        game.inTime(20_000);
        assertTrue(allocatedIn(() -> {
            game.frame(40 * MS);
            game.inTime(3_000);
        }) > 0);
    }

    private static long allocatedIn(Runnable work) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void aClockThatJumpsBackIsSurvived() {
        Lane physics = game.lane("physics");
        game.inTime(60);
        game.frameBehind(physics, 60 * MS, 40 * MS);
        long start = game.nowNs;
        game.nowNs -= HOUR_NS;
        game.render.recorder().span(SpanKind.WORK, start, game.nowNs, 1);
        physics.recorder().span(SpanKind.HOLD, start, game.nowNs, SpanRing.NOBODY, GUARD, 0);
        game.drawn(start);
        game.inTime(60);
        game.frameBehind(physics, 60 * MS, 40 * MS);
        game.inTime(20);
        game.lookAfter(100 * MS);
        assertEquals(2, game.verdicts.count(), "late frames before and after the jump are judged");
        for (LateFrame late : game.verdicts.all()) {
            assertTrue(late.ns() == 60 * MS && late.overNs() == 44 * MS, late::toString);
            late.causes().forEach(c -> assertTrue(c.ns() >= 0 && c.ns() <= late.ns() && c.share() <= 1, late::toString));
        }
        assertEquals(List.of(), game.told);
    }

    @Test
    void aClockThatJumpsBackWithinAFrameDoesNotHoldTheJudge() {
        Lane physics = game.lane("physics");
        game.inTime(60);
        long start = game.nowNs;
        physics.recorder().span(SpanKind.WORK, start + 30 * MS, start + 40 * MS, 1);
        physics.recorder().span(SpanKind.WORK, start - 50 * MS, start + 10 * MS, 1);
        game.render.recorder().span(SpanKind.WORK, start + 30 * MS, start + 40 * MS, 1);
        game.render.recorder().span(SpanKind.WORK, start - 50 * MS, start + 10 * MS, 1);
        game.nowNs += 60 * MS;
        game.render.recorder().span(SpanKind.BARRIER_WAIT, start + 41 * MS, game.nowNs, physics.number(), 0, 1);
        game.drawn(start);
        game.inTime(20);
        game.lookAfter(1_100 * MS);
        assertEquals(1, game.verdicts.count());
    }

    @Test
    void aPermitWaitedForWhileTheClockJumpsDoesNotHoldTheJudge() {
        Lane physics = game.lane("physics");
        game.inTime(60);
        long start = game.nowNs;
        physics.recorder().span(SpanKind.WORK, start + 30 * MS, start + 40 * MS, 1);
        physics.recorder().span(SpanKind.WORK, start - 50 * MS, start + 10 * MS, 1);
        physics.recorder().span(SpanKind.HOLD, start - 50 * MS, start + 10 * MS, 1);
        game.nowNs += 60 * MS;
        game.render.recorder().span(SpanKind.PERMIT_WAIT, start, game.nowNs, physics.number(), 0, 0);
        game.drawn(start);
        game.inTime(20);
        game.lookAfter(1_100 * MS);
        assertEquals(1, game.verdicts.count());
    }

    @Test
    void ofSixtyFourLanesTheOneIsFoundThatHeld() {
        while (game.lanes.size() < Topology.MAX_LANES) {
            game.lane("lane " + game.lanes.size());
        }
        game.inTime(60);
        for (Lane lane : game.lanes) {
            lane.recorder().span(SpanKind.WORK, game.nowNs - MS, game.nowNs, 1);
        }
        game.frameBehind(game.lanes.get(63), 60 * MS, 44 * MS);
        game.inTime(6);
        assertEquals("lane 63", onlyCause().lane());
        assertEquals(Blame.GUARD, onlyCause().kind());
        assertEquals(44 * MS, onlyCause().ns());
    }

    @Test
    void aLaneAddedWhileTheGameRunsIsFound() {
        game.inTime(60);
        Lane loader = game.lane("loader");
        game.frameBehind(loader, 60 * MS, 44 * MS);
        game.inTime(6);
        assertEquals("loader", onlyCause().lane());
        assertTrue(game.verdicts.all().get(0).complete());
    }

    @Test
    void spansOfTheHolderThatWereOverwrittenAccuseNobody() {
        Lane physics = game.lane("physics");
        game.inTime(60);
        game.frameBehind(physics, 60 * MS, 44 * MS);
        for (int i = 0; i < 20_000; i++) {
            physics.recorder().span(SpanKind.WORK, game.nowNs, game.nowNs + 1, 1);
        }
        game.lookAfter(1_001 * MS);
        assertEquals(Blame.UNEXPLAINED, onlyCause().kind());
        assertFalse(game.verdicts.all().get(0).complete());
    }

    @Test
    void ownSpansThatWereOverwrittenAccuseNobody() {
        game.inTime(60);
        game.frame(60 * MS);
        long end = game.nowNs;
        for (int i = 0; i < 20_000; i++) {
            game.render.recorder().span(SpanKind.HOLD, end, end + 1, 1);
        }
        game.lookAfter(1_001 * MS);
        assertEquals(Blame.UNEXPLAINED, onlyCause().kind());
        assertFalse(game.verdicts.all().get(0).complete());
    }

    @Test
    void aLaneThatDiedWhileItWasWaitedForIsWaitedForOneSecondOnly() {
        Lane physics = game.lane("physics");
        game.inTime(60);
        long start = game.nowNs;
        game.nowNs += 60 * MS;
        game.waited(physics, start);
        game.drawn(start);
        game.inTime(58);
        assertEquals(0, game.verdicts.count());
        game.inTime(10);
        assertEquals("physics", onlyCause().lane());
        assertEquals(0, onlyCause().confidence());
        assertFalse(game.verdicts.all().get(0).complete());
    }

    @Test
    void whereTheSystemTellsNothingOfALaneThatSleptTooLongTheMachineIsInferred() {
        game.inTime(60);
        long start = game.nowNs;
        game.nowNs += 40 * MS;
        game.render.recorder().span(SpanKind.PACE, start, game.nowNs, start + 16 * MS);
        game.drawn(start);
        game.inTime(6);
        Cause machine = game.verdicts.all().get(0).causes().get(0);
        assertEquals(Blame.MACHINE, machine.kind());
        assertEquals(24 * MS, machine.ns());
        assertEquals(0, machine.confidence());
    }

    @Test
    void aJudgeThatFailsIsToldOnceAndTheGameGoesOn() {
        game.inTime(60);
        game.breakTheJudge();
        game.frame(40 * MS);
        game.inTime(30);
        game.frame(40 * MS);
        game.inTime(30);
        assertEquals(1, game.told.size(), game.told::toString);
        assertTrue(game.told.get(0).contains("no names"), game.told::toString);
        assertEquals(0, game.verdicts.count());
    }

    @Test
    void anErrorOfTheJudgeIsToldToo() {
        game.verdicts.listen(late -> {
            throw new StackOverflowError("deep");
        });
        game.inTime(60);
        game.frame(40 * MS);
        game.inTime(30);
        assertEquals(1, game.told.size(), game.told::toString);
    }

    @Test
    void twoHoursLeaveNoMoreThanIsKept() {
        Lane physics = game.lane("physics");
        game.inTime(60);
        int late = 0;
        for (int frame = 0; frame < 2 * 3600 * 60; frame += 12) {
            game.frameBehind(physics, 40 * MS, 20 * MS);
            late++;
            game.inTime(11);
        }
        game.lookAfter(40 * MS);
        assertEquals(late, game.verdicts.count());
        assertTrue(late > LateFrames.KEPT);
        assertEquals(LateFrames.KEPT, game.verdicts.all().size());
        assertTrue(game.verdicts.frozen().size() <= LateFrames.WORST + LateFrames.LAST);
        assertEquals(late, game.verdicts.totals().stream().mapToLong(LateFrames.Total::frames).sum());
        assertEquals(List.of(), game.told);
    }
}
