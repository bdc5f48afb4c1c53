package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.TestLane;
import lockstep.WrittenTurns;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What guards make of a lock that does what the test says: names, measures, and waits that are broken off. */
class LockGuardTest {
    private final AtomicLong nowNs = new AtomicLong(50_000);
    private final TestLane first = new TestLane(4, "first");
    private final TestLane second = new TestLane(6, "second");
    private final TestLane waiter = new TestLane(9, "waiter", nowNs::get);
    private final Scripted guard = new Scripted();

    @AfterEach
    void close() {
        first.close();
        second.close();
        waiter.close();
    }

    /** What happens while a lane waits; true if it then has the lock. */
    private interface WhileWaiting {
        boolean happens() throws Exception;
    }

    private static final class Scripted extends LockGuard {
        volatile boolean free = true;
        volatile WhileWaiting whileWaiting = () -> false;

        Scripted() {
            super(3, "bodies");
        }

        @Override
        boolean tryTake(boolean write) {
            return free;
        }

        @Override
        boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
            try {
                return whileWaiting.happens();
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        void give(boolean write) {
        }
    }

    private boolean waits(WhileWaiting script) throws Exception {
        guard.free = false;
        guard.whileWaiting = script;
        return waiter.ask(() -> guard.acquire(waiter.recorder(), true, Guard.NO_LIMIT));
    }

    private static void take(Guard guard, TestLane lane) throws Exception {
        lane.tell(() -> guard.acquire(lane.recorder(), true, Guard.NO_LIMIT));
    }

    private boolean breakOff() {
        return waiter.recorder().waiting().breakOff(waiter.thread(), 50_000);
    }

    @Test
    void whereNobodyHasSignedTheLaneThatHeldItLastIsNamed() throws Exception {
        take(guard, first);
        first.tell(() -> guard.release(first.recorder(), true));
        assertFalse(waits(() -> false));
        assertEquals(List.of(4), waiter.waitedFor(SpanKind.GUARD_WAIT));
    }

    @Test
    void whereNobodyEverHeldItTheLaneThatHoldsItAtTheEndOfTheWaitIsNamed() throws Exception {
        assertFalse(waits(() -> {
            guard.free = true;
            take(guard, second);
            return false;
        }));
        assertEquals(List.of(6), waiter.waitedFor(SpanKind.GUARD_WAIT));
    }

    @Test
    void whoHeldItWhenTheWaitBeganStaysNamed() throws Exception {
        take(guard, second);
        assertFalse(waits(() -> {
            second.tell(() -> guard.release(second.recorder(), true));
            guard.free = true;
            take(guard, first);
            return false;
        }));
        assertEquals(List.of(6), waiter.waitedFor(SpanKind.GUARD_WAIT));
    }

    @Test
    void theTimeOfTheWaitIsCounted() throws Exception {
        assertTrue(waits(() -> nowNs.addAndGet(700) > 0));
        assertEquals(700, guard.stats().waits().getMaxValue(), 700 / 100);
    }

    @Test
    void whoWaitsLetsAnotherRunMeanwhile() throws Exception {
        WrittenTurns turns = new WrittenTurns();
        waiter.recorder().turn(turns);
        assertTrue(waits(() -> {
            assertEquals(List.of("given up"), turns.calls);
            return true;
        }));
        assertEquals(List.of("given up", "taken"), turns.calls);
    }

    @Test
    void aWaitBrokenOffSaysSoAndLeavesNoInterrupt() throws Exception {
        assertThrows(WaitBroken.class, () -> waits(() -> {
            assertTrue(breakOff());
            Thread.sleep(1);
            return true;
        }));
        assertFalse(waiter.ask(Thread::interrupted));
    }

    @Test
    void anInterruptFromElsewhereIsNoWaitBrokenOff() {
        assertEquals(InterruptedException.class, assertThrows(InterruptedException.class, () -> waits(() -> {
            waiter.thread().interrupt();
            Thread.sleep(1);
            return true;
        })).getClass());
    }

    @Test
    void aWaitThatIsBrokenOffJustWhenItHasTheLockIsAWaitThatSucceeded() throws Exception {
        assertTrue(waits(this::breakOff));
        assertFalse(waiter.ask(Thread::interrupted));
    }

    @Test
    void anInterruptFromElsewhereThatCameTooLateForTheWaitIsKept() throws Exception {
        guard.free = false;
        guard.whileWaiting = () -> {
            Thread.currentThread().interrupt();
            return true;
        };
        Future<Boolean> kept = waiter.begin(() -> guard.acquire(waiter.recorder(), true, Guard.NO_LIMIT) && Thread.interrupted());
        assertTrue(TestLane.result(kept));
    }

    @Test
    void whoGivesBackWhatItDoesNotHoldIsToldWhat() throws Exception {
        take(guard, first);
        assertEquals("lane 'second' gives back guard 'bodies', which it does not hold for writing",
            assertThrows(IllegalMonitorStateException.class, () -> guard.release(second.recorder(), true)).getMessage());
        assertEquals("lane 'first' gives back guard 'bodies', which it does not hold for reading",
            assertThrows(IllegalMonitorStateException.class, () -> guard.release(first.recorder(), false)).getMessage());
        assertEquals("lane 'first' takes guard 'bodies', which it holds",
            assertThrows(IllegalStateException.class, () -> take(guard, first)).getMessage());
    }
}
