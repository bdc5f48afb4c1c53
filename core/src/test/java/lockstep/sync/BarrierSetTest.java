package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Future;
import lockstep.TestLane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The barrier is set anew while the lanes of physics and render are paused. */
class BarrierSetTest {
    private final TestLane physics = new TestLane(1, "physics");
    private final TestLane render = new TestLane(2, "render");
    private final Barrier barrier = new Barrier(BarrierMode.FREE, 1, 2);

    @AfterEach
    void close() {
        barrier.close();
        physics.close();
        render.close();
    }

    @Test
    void lanesMeetOnlyIfThereAreTwoAndNeitherIsFree() {
        assertFalse(barrier.meets());
        barrier.set(BarrierMode.LOCKSTEP, 1, 2);
        assertTrue(barrier.meets());
        assertEquals(BarrierMode.LOCKSTEP, barrier.mode());
        barrier.set(BarrierMode.LOCKSTEP, 1, 1);
        assertFalse(barrier.meets());
        barrier.set(BarrierMode.FREE, 1, 2);
        assertFalse(barrier.meets());
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void batchesAndFramesBeginAtOneAgain(BarrierMode mode) throws Exception {
        barrier.set(mode, 1, 2);
        int epoch = barrier.epoch();
        physics.tell(() -> barrier.published(physics.recorder(), 5));
        renderDraws(5);
        barrier.set(mode, 1, 2);
        assertNotEquals(epoch, barrier.epoch());
        Future<Milestone.Outcome> batch = render.begin(() -> barrier.awaitBatch(render.recorder(), 1, Guard.NO_LIMIT));
        TestLane.until(() -> render.recorder().waiting().look() != null);
        physics.tell(() -> barrier.published(physics.recorder(), 1));
        assertEquals(Milestone.Outcome.REACHED, TestLane.result(batch));
        Future<Boolean> turn = physics.begin(() -> barrier.awaitTurn(physics.recorder(), 2));
        TestLane.until(() -> physics.recorder().waiting().look() != null);
        renderDraws(1);
        assertTrue(TestLane.result(turn));
    }

    private void renderDraws(long frame) throws Exception {
        render.tell(() -> {
            barrier.taken(render.recorder(), frame);
            barrier.swapped(render.recorder(), frame);
        });
    }

    @Test
    void lanesThatChangedPlacesAreNamedAnew() throws Exception {
        barrier.set(BarrierMode.LOCKSTEP, 7, 2);
        Future<Milestone.Outcome> batch = render.begin(() -> barrier.awaitBatch(render.recorder(), 1, Guard.NO_LIMIT));
        TestLane.until(() -> render.recorder().waiting().look() != null);
        assertEquals(7, render.recorder().waiting().look().whom());
        physics.tell(() -> barrier.published(physics.recorder(), 1));
        assertEquals(Milestone.Outcome.REACHED, TestLane.result(batch));
    }
}
