package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others see of a lane that waits. */
class WaitingTest {
    private final TestLane holder = new TestLane(4, "holder");
    private final TestLane waiter = new TestLane(9, "waiter");

    @AfterEach
    void close() {
        holder.close();
        waiter.close();
    }

    private Waiting.Wait seen() {
        TestLane.until(() -> waiter.recorder().waiting().look() != null);
        return waiter.recorder().waiting().look();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "fair-mutex", "monitor", "rw-lock", "stamped", "semaphore", "spin"})
    void aLaneThatWaitsForAGuardSaysForWhichAndWhoHasIt(String name) throws Exception {
        Guard guard = Guards.make(name, 3, "bodies");
        assertEquals(SpanRing.NOBODY, guard.holder());
        holder.tell(() -> guard.acquire(holder.recorder(), true, Guard.NO_LIMIT));
        assertEquals(4, guard.holder());
        assertTrue(guard.isHeldBy(4));
        assertFalse(guard.isHeldBy(9));
        Future<Boolean> wait = waiter.begin(() -> guard.acquire(waiter.recorder(), true, Guard.NO_LIMIT));
        Waiting.Wait w = seen();
        assertEquals(new Waiting.Wait(SpanKind.GUARD_WAIT, 0, 3, 0, 4, w.sinceNs(), false), w);
        holder.tell(() -> guard.release(holder.recorder(), true));
        assertTrue(TestLane.result(wait));
        assertNull(waiter.recorder().waiting().look());
        assertEquals(9, guard.holder());
        waiter.tell(() -> guard.release(waiter.recorder(), true));
        assertEquals(SpanRing.NOBODY, guard.holder());
    }

    @Test
    void aLaneThatWaitsForAMilestoneSaysForWhatNumberAndWhoReachesIt() throws Exception {
        Milestone milestone = new Milestone(Milestone.Counted.FRAME, 4);
        Future<Boolean> wait = waiter.begin(() -> milestone.await(waiter.recorder(), 7));
        Waiting.Wait w = seen();
        assertEquals(new Waiting.Wait(SpanKind.BARRIER_WAIT, 0, Milestone.Counted.FRAME.ordinal(), 7, 4, w.sinceNs(), false), w);
        assertEquals("frame 7", Milestone.awaited(w));
        holder.tell(() -> milestone.reach(holder.recorder(), 7));
        assertTrue(TestLane.result(wait));
        assertNull(waiter.recorder().waiting().look());
    }

    @Test
    void aLaneThatWaitsForAPermitSaysSo() throws Exception {
        Permits permits = new Permits(1);
        holder.recorder().turn(permits.turn(holder.recorder()));
        waiter.recorder().turn(permits.turn(waiter.recorder()));
        holder.tell(() -> holder.recorder().takeTurn());
        Future<Boolean> wait = waiter.begin(() -> {
            waiter.recorder().takeTurn();
            return true;
        });
        Waiting.Wait w = seen();
        assertEquals(new Waiting.Wait(SpanKind.PERMIT_WAIT, 0, 0, 0, 4, w.sinceNs(), false), w);
        holder.tell(() -> holder.recorder().giveUpTurn());
        assertTrue(TestLane.result(wait));
        assertNull(waiter.recorder().waiting().look());
    }

    @Test
    void aWaitThatIsBrokenOffIsOver() throws Exception {
        Guard guard = Guards.make("mutex", 3, "bodies");
        holder.tell(() -> guard.acquire(holder.recorder(), true, Guard.NO_LIMIT));
        assertFalse(waiter.ask(() -> guard.acquire(waiter.recorder(), true, 1)));
        assertNull(waiter.recorder().waiting().look());
        holder.tell(() -> guard.release(holder.recorder(), true));
    }
}
