package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.sync.Milestone.Outcome;
import lockstep.sync.Rehearsal.Event;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BarrierTest {
    private static final int PHYSICS = 1, RENDER = 6, BATCHES = 3_000;
    private static final long FOREVER_NS = 60_000_000_000L;

    private final TestLane physics = new TestLane(PHYSICS, "physics");
    private final TestLane render = new TestLane(RENDER, "render");

    @AfterEach
    void close() {
        physics.close();
        render.close();
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void everyFrameShowsItsOwnBatchAndPhysicsNeverLeadsTooFar(BarrierMode mode) throws Exception {
        Barrier barrier = new Barrier(mode, PHYSICS, RENDER);
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.of(barrier), BATCHES);
        Future<Object> p = physics.begin(() -> rehearsal.physics(physics.recorder()));
        Future<Object> r = render.begin(() -> rehearsal.render(render.recorder()));
        TestLane.result(p);
        TestLane.result(r);
        rehearsal.check(mode);
        assertTrue(new TreeSet<>(physics.waitedFor(SpanKind.BARRIER_WAIT)).equals(Set.of(RENDER)), "physics waited for render");
        assertTrue(new TreeSet<>(render.waitedFor(SpanKind.BARRIER_WAIT)).equals(Set.of(PHYSICS)), "render waited for physics");
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void theCheckOfTheOrderNoticesABarrierThatDoesNotWait(BarrierMode mode) throws Exception {
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.BROKEN, BATCHES);
        physics.ask(() -> rehearsal.physics(physics.recorder()));
        render.ask(() -> rehearsal.render(render.recorder()));
        assertThrows(AssertionError.class, () -> rehearsal.check(mode));
    }

    @Test
    void theCheckOfTheOrderNoticesAFrameBeforeItsBatch() throws Exception {
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.BROKEN, BATCHES);
        render.ask(() -> rehearsal.render(render.recorder()));
        physics.ask(() -> rehearsal.physics(physics.recorder()));
        assertThrows(AssertionError.class, () -> rehearsal.check(BarrierMode.PIPELINED));
    }

    @Test
    void theCheckOfLockstepNoticesAPipelinedBarrier() throws Exception {
        Barrier barrier = new Barrier(BarrierMode.PIPELINED, PHYSICS, RENDER);
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.of(barrier), 10);
        rehearsal.duringDraw = frame -> rehearsal.await(Event.START, frame + 1);
        Future<Object> p = physics.begin(() -> rehearsal.physics(physics.recorder()));
        Future<Object> r = render.begin(() -> rehearsal.render(render.recorder()));
        TestLane.result(p);
        TestLane.result(r);
        rehearsal.check(BarrierMode.PIPELINED);
        assertThrows(AssertionError.class, () -> rehearsal.check(BarrierMode.LOCKSTEP));
    }

    @Test
    void pipelinedPhysicsComputesTheNextBatchWhileAFrameIsDrawnAndNoFurther() throws Exception {
        Barrier barrier = new Barrier(BarrierMode.PIPELINED, PHYSICS, RENDER);
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.of(barrier), 20);
        rehearsal.duringDraw = frame -> {
            if (frame < 20) {
                rehearsal.await(Event.PUBLISHED, frame + 1);
            }
            if (frame < 19) {
                TestLane.until(physics::sleeps);
                assertFalse(rehearsal.happened(Event.START, frame + 2), "two batches ahead of the frame");
            }
        };
        Future<Object> p = physics.begin(() -> rehearsal.physics(physics.recorder()));
        Future<Object> r = render.begin(() -> rehearsal.render(render.recorder()));
        TestLane.result(p);
        TestLane.result(r);
        rehearsal.check(BarrierMode.PIPELINED);
    }

    @Test
    void inLockstepPhysicsSleepsWhileAFrameIsDrawn() throws Exception {
        Barrier barrier = new Barrier(BarrierMode.LOCKSTEP, PHYSICS, RENDER);
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.of(barrier), 20);
        rehearsal.duringDraw = frame -> {
            if (frame < 20) {
                TestLane.until(physics::sleeps);
                assertFalse(rehearsal.happened(Event.START, frame + 1), "computes while a frame is drawn");
            }
        };
        Future<Object> p = physics.begin(() -> rehearsal.physics(physics.recorder()));
        Future<Object> r = render.begin(() -> rehearsal.render(render.recorder()));
        TestLane.result(p);
        TestLane.result(r);
    }

    /** Physics computes every fifth batch until render has drawn two frames without it. */
    private void meetWithLateBatches(BarrierMode mode, Rehearsal rehearsal) throws Exception {
        rehearsal.limitNs = 50_000;
        rehearsal.duringBatch = batch -> {
            if (batch % 5 == 0) {
                int late = rehearsal.late();
                TestLane.until(() -> rehearsal.late() >= late + 2);
            }
        };
        Future<Object> p = physics.begin(() -> rehearsal.physics(physics.recorder()));
        Future<Object> r = render.begin(() -> rehearsal.render(render.recorder()));
        TestLane.result(p);
        TestLane.result(r);
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void aBatchThatComesLateIsTheNextFramesAndTheOrderStays(BarrierMode mode) throws Exception {
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.of(new Barrier(mode, PHYSICS, RENDER)), 200);
        meetWithLateBatches(mode, rehearsal);
        rehearsal.check(mode);
        assertTrue(new TreeSet<>(render.waitedFor(SpanKind.BARRIER_WAIT)).equals(Set.of(PHYSICS)),
            "a late batch is physics' own");
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void theCheckOfTheOrderNoticesARenderThatTakesALateBatchForShown(BarrierMode mode) throws Exception {
        Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.of(new Barrier(mode, PHYSICS, RENDER)), 200);
        rehearsal.takesLateForShown = true;
        rehearsal.limitNs = 50_000;
        CountDownLatch first = new CountDownLatch(1);
        rehearsal.duringBatch = batch -> first.await();
        rehearsal.duringDraw = frame -> first.countDown();
        Future<Object> p = physics.begin(() -> rehearsal.physics(physics.recorder()));
        Future<Object> r = render.begin(() -> rehearsal.render(render.recorder()));
        TestLane.result(p);
        TestLane.result(r);
        assertThrows(AssertionError.class, () -> rehearsal.check(mode));
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void aPausedBarrierLetsRenderGoAndIsNoLateBatch(BarrierMode mode) throws Exception {
        Barrier barrier = new Barrier(mode, PHYSICS, RENDER);
        Future<Outcome> r = render.begin(() -> barrier.awaitBatch(render.recorder(), 1, FOREVER_NS));
        TestLane.until(render::sleeps);
        barrier.pause(true);
        assertEquals(Outcome.LET_GO, TestLane.result(r));
        barrier.pause(false);
        assertEquals(Outcome.LATE, render.ask(() -> barrier.awaitBatch(render.recorder(), 1, 1)));
        physics.tell(() -> barrier.published(physics.recorder(), 1));
        assertEquals(Outcome.REACHED, render.ask(() -> barrier.awaitBatch(render.recorder(), 1, 1)));
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void aPausedBarrierLetsPhysicsGo(BarrierMode mode) throws Exception {
        Barrier barrier = new Barrier(mode, PHYSICS, RENDER);
        Future<Boolean> p = physics.begin(() -> barrier.awaitTurn(physics.recorder(), 2));
        TestLane.until(physics::sleeps);
        barrier.pause(true);
        assertFalse(TestLane.result(p));
    }

    @Test
    void freeLanesNeverWait() throws Exception {
        Barrier barrier = new Barrier(BarrierMode.FREE, PHYSICS, RENDER);
        assertFalse(barrier.follows());
        nobodyWaits(barrier, physics, render);
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, mode = Mode.MATCH_ALL, names = ".*")
    void rolesOnOneLaneNeverWait(BarrierMode mode) throws Exception {
        Barrier barrier = new Barrier(mode, RENDER, RENDER);
        assertFalse(barrier.meets());
        assertEquals(mode != BarrierMode.FREE, barrier.follows());
        nobodyWaits(barrier, render, render);
    }

    private static void nobodyWaits(Barrier barrier, TestLane p, TestLane r) throws Exception {
        assertTrue(p.ask(() -> barrier.awaitTurn(p.recorder(), 1_000)));
        assertEquals(Outcome.REACHED, r.ask(() -> barrier.awaitBatch(r.recorder(), 1_000, 1)));
        p.tell(() -> barrier.published(p.recorder(), 1));
        r.tell(() -> barrier.taken(r.recorder(), 1));
        r.tell(() -> barrier.swapped(r.recorder(), 1));
        barrier.close();
        assertTrue(p.ask(() -> barrier.awaitTurn(p.recorder(), 1_000)));
        assertEquals(0, p.recorder().ring().written() + r.recorder().ring().written());
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void theFirstBatchMayStartAtOnce(BarrierMode mode) throws Exception {
        Barrier barrier = new Barrier(mode, PHYSICS, RENDER);
        assertTrue(physics.ask(() -> barrier.awaitTurn(physics.recorder(), 1)));
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void closingLetsBothLanesGoAndKeepsNobodyLater(BarrierMode mode) throws Exception {
        Barrier barrier = new Barrier(mode, PHYSICS, RENDER);
        Future<Boolean> p = physics.begin(() -> barrier.awaitTurn(physics.recorder(), 2));
        Future<Outcome> r = render.begin(() -> barrier.awaitBatch(render.recorder(), 1, Guard.NO_LIMIT));
        TestLane.until(() -> physics.sleeps() && render.sleeps());
        barrier.close();
        assertFalse(TestLane.result(p));
        assertEquals(Outcome.LET_GO, TestLane.result(r));
        assertFalse(physics.ask(() -> barrier.awaitTurn(physics.recorder(), 3)));
        assertEquals(Outcome.LET_GO, render.ask(() -> barrier.awaitBatch(render.recorder(), 2, Guard.NO_LIMIT)));
    }

    @Test
    void closingWhileTheLanesRunLeavesNobodyBehind() throws Exception {
        for (int i = 0; i < 200; i++) {
            Barrier barrier = new Barrier(i % 2 == 0 ? BarrierMode.LOCKSTEP : BarrierMode.PIPELINED, PHYSICS, RENDER);
            Rehearsal rehearsal = new Rehearsal(Rehearsal.Meeting.of(barrier), BATCHES);
            CountDownLatch go = new CountDownLatch(2);
            Future<Object> p = physics.begin(() -> {
                go.countDown();
                return rehearsal.physics(physics.recorder());
            });
            Future<Object> r = render.begin(() -> {
                go.countDown();
                return rehearsal.render(render.recorder());
            });
            go.await();
            barrier.close();
            TestLane.result(p);
            TestLane.result(r);
        }
    }

    @Test
    void aWaitNamesTheLaneThatComesLast() throws Exception {
        Barrier barrier = new Barrier(BarrierMode.LOCKSTEP, PHYSICS, RENDER);
        Future<Outcome> r = render.begin(() -> barrier.awaitBatch(render.recorder(), 1, Guard.NO_LIMIT));
        TestLane.until(render::sleeps);
        physics.tell(() -> barrier.published(physics.recorder(), 1));
        assertEquals(Outcome.REACHED, TestLane.result(r));
        assertEquals(List.of(PHYSICS), render.waitedFor(SpanKind.BARRIER_WAIT));
        Future<Boolean> p = physics.begin(() -> barrier.awaitTurn(physics.recorder(), 2));
        TestLane.until(physics::sleeps);
        render.tell(() -> barrier.taken(render.recorder(), 1));
        TestLane.until(physics::sleeps);
        assertFalse(p.isDone());
        render.tell(() -> barrier.swapped(render.recorder(), 1));
        assertTrue(TestLane.result(p));
        assertEquals(List.of(RENDER), physics.waitedFor(SpanKind.BARRIER_WAIT));
    }
}
