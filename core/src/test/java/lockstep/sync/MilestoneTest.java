package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.WrittenTurns;
import lockstep.sync.Milestone.Outcome;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MilestoneTest {
    private final TestLane mover = new TestLane(4, "mover");
    private final TestLane waiter = new TestLane(9, "waiter");
    private final TestLane other = new TestLane(2, "other");
    private final Milestone milestone = new Milestone(Milestone.Counted.BATCH, 4);
    private static final long FOREVER_NS = 60_000_000_000L;

    @AfterEach
    void close() {
        mover.close();
        waiter.close();
        other.close();
    }

    private Future<Boolean> sleeping(TestLane lane, long n) {
        Future<Boolean> wait = lane.begin(() -> milestone.await(lane.recorder(), n));
        TestLane.until(lane::sleeps);
        return wait;
    }

    @Test
    void aNumberAlreadyReachedIsNotWaitedFor() throws Exception {
        mover.tell(() -> milestone.reach(mover.recorder(), 5));
        assertTrue(waiter.ask(() -> milestone.await(waiter.recorder(), 5)));
        assertTrue(waiter.ask(() -> milestone.await(waiter.recorder(), 1)));
        assertEquals(0, waiter.recorder().ring().written());
    }

    @Test
    void aWaiterGoesOnWhenItsNumberIsReachedAndNotBefore() throws Exception {
        Future<Boolean> wait = sleeping(waiter, 3);
        mover.tell(() -> milestone.reach(mover.recorder(), 2));
        TestLane.until(waiter::sleeps);
        assertFalse(wait.isDone());
        mover.tell(() -> milestone.reach(mover.recorder(), 3));
        assertTrue(TestLane.result(wait));
    }

    @Test
    void passingANumberLetsItsWaitersGoToo() throws Exception {
        Future<Boolean> two = sleeping(waiter, 2);
        Future<Boolean> nine = sleeping(other, 9);
        mover.tell(() -> milestone.reach(mover.recorder(), 100));
        assertTrue(TestLane.result(two));
        assertTrue(TestLane.result(nine));
    }

    @Test
    void itNeverGoesBack() throws Exception {
        mover.tell(() -> milestone.reach(mover.recorder(), 7));
        mover.tell(() -> milestone.reach(mover.recorder(), 3));
        assertEquals(7, milestone.value());
    }

    @Test
    void aWaitIsRecordedOnTheLaneThatReachesWithItsNumber() throws Exception {
        Future<Boolean> wait = sleeping(waiter, 1);
        mover.tell(() -> milestone.reach(mover.recorder(), 1));
        TestLane.result(wait);
        assertEquals(List.of(4), waiter.waitedFor(SpanKind.BARRIER_WAIT));
        Spans spans = new Spans(4);
        spans.readNewest(waiter.recorder().ring());
        assertEquals(1, spans.detail(0));
        assertTrue(spans.endNs(0) > spans.startNs(0));
    }

    @Test
    void theRecordNamesTheLaneThatReallyReached() throws Exception {
        Future<Boolean> wait = sleeping(waiter, 1);
        other.tell(() -> milestone.reach(other.recorder(), 1));
        TestLane.result(wait);
        assertEquals(List.of(2), waiter.waitedFor(SpanKind.BARRIER_WAIT));
    }

    @Test
    void aWaitWithATimeLimitEndsThenAndIsRecordedOnWhoDidNotReach() throws Exception {
        assertEquals(Outcome.LATE, waiter.ask(() -> milestone.await(waiter.recorder(), 1, 3_000_000)));
        Spans spans = new Spans(4);
        spans.readNewest(waiter.recorder().ring());
        assertEquals(List.of(4), waiter.waitedFor(SpanKind.BARRIER_WAIT));
        assertTrue(spans.endNs(0) - spans.startNs(0) >= 3_000_000, "it ended before its time");
        assertNull(waiter.recorder().waiting().look());
    }

    @Test
    void aNumberReachedWithinTheLimitIsNotLate() throws Exception {
        Future<Outcome> wait = waiter.begin(() -> milestone.await(waiter.recorder(), 3, FOREVER_NS));
        TestLane.until(waiter::sleeps);
        assertTrue(waiter.recorder().waiting().look().limited());
        mover.tell(() -> milestone.reach(mover.recorder(), 2));
        TestLane.until(waiter::sleeps);
        mover.tell(() -> milestone.reach(mover.recorder(), 3));
        assertEquals(Outcome.REACHED, TestLane.result(wait));
    }

    @Test
    void closingAndPausingAreNoLateness() throws Exception {
        Future<Outcome> one = waiter.begin(() -> milestone.await(waiter.recorder(), 1, FOREVER_NS));
        TestLane.until(waiter::sleeps);
        milestone.pause(true);
        assertEquals(Outcome.LET_GO, TestLane.result(one));
        milestone.pause(false);
        Future<Outcome> two = other.begin(() -> milestone.await(other.recorder(), 1, FOREVER_NS));
        TestLane.until(other::sleeps);
        milestone.close();
        assertEquals(Outcome.LET_GO, TestLane.result(two));
    }

    @Test
    void whoWaitsLetsAnotherRunMeanwhile() throws Exception {
        WrittenTurns turns = new WrittenTurns();
        waiter.recorder().turn(turns);
        assertEquals(Outcome.LATE, waiter.ask(() -> milestone.await(waiter.recorder(), 1, 1)));
        assertEquals(List.of("given up", "taken"), turns.calls);
    }

    @Test
    void aWaitIsLateWhileRacesAreLookedForToo() throws Exception {
        new Races().on(List.of(waiter.recorder(), mover.recorder()));
        assertEquals(Outcome.LATE, waiter.ask(() -> milestone.await(waiter.recorder(), 1, 1)));
    }

    @Test
    void waitingWithALimitAllocatesNothing() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = waiter.ask(() -> {
            long before = 0;
            for (int i = 0; i < 400; i++) {
                if (i == 200) {
                    before = threads.getCurrentThreadAllocatedBytes();
                }
                milestone.await(waiter.recorder(), 1, 100_000);
            }
            return threads.getCurrentThreadAllocatedBytes() - before;
        });
        assertEquals(0, bytes);
    }

    @Test
    void anInterruptEndsAWaitAndTheWaitIsRecorded() throws Exception {
        Future<Boolean> wait = sleeping(waiter, 1);
        waiter.thread().interrupt();
        assertThrows(InterruptedException.class, () -> TestLane.result(wait));
        assertEquals(List.of(4), waiter.waitedFor(SpanKind.BARRIER_WAIT));
    }

    @Test
    void closingLetsAllWaitersGoEmptyHanded() throws Exception {
        Future<Boolean> one = sleeping(waiter, 1);
        Future<Boolean> two = sleeping(other, 2);
        milestone.close();
        assertFalse(TestLane.result(one));
        assertFalse(TestLane.result(two));
    }

    @Test
    void afterClosingOnlyWhatWasReachedIsThere() throws Exception {
        mover.tell(() -> milestone.reach(mover.recorder(), 2));
        milestone.close();
        milestone.close();
        assertTrue(waiter.ask(() -> milestone.await(waiter.recorder(), 2)));
        assertFalse(waiter.ask(() -> milestone.await(waiter.recorder(), 3)));
    }

    /** However far the number has run ahead of the one it waits for. */
    @Test
    void aLaneManyNumbersBehindKnowsWhatCameBeforeTheNumberThereIsAndNoMore() throws Exception {
        Races races = new Races();
        races.on(List.of(mover.recorder(), waiter.recorder()));
        for (int ahead = 1; ahead <= 12; ahead++) {
            for (int i = 0; i < ahead; i++) {
                mover.tell(() -> milestone.reach(mover.recorder(), milestone.value() + 1));
            }
            long behind = milestone.value() - ahead + 1;
            assertTrue(waiter.ask(() -> milestone.isReached(waiter.recorder(), behind)));
            assertEquals(stepOfMover(mover) - 1, stepOfMover(waiter), ahead + " numbers ahead");
        }
    }

    @Test
    void aLaneThatReadsWhileTheNumberRunsKnowsNoLessAndNoMoreThanWasThere() throws Exception {
        Races races = new Races();
        races.on(List.of(mover.recorder(), waiter.recorder()));
        long beforeOne = stepOfMover(mover);
        Future<Object> running = mover.begin(() -> {
            for (int n = 1; n <= 200_000; n++) {
                milestone.reach(mover.recorder(), n);
            }
            return null;
        });
        waiter.tell(() -> {
            while (!running.isDone()) {
                long least = milestone.value();
                assertTrue(milestone.isReached(waiter.recorder(), least));
                long known = stepOfMover(waiter) - beforeOne + 1;
                long most = milestone.value();
                assertTrue(least == 0 || known >= least && known <= most,
                    () -> known + " is not between " + least + " and " + most);
            }
        });
        TestLane.result(running);
    }

    private static long stepOfMover(TestLane knower) {
        return knower.recorder().order().clock().stepOf(4);
    }

    /** Two lanes that let each other go 20,000 times: a signal that is missed once hangs them. */
    @Test
    void noSignalIsMissedAndPlainWritesAreSeen() throws Exception {
        int rounds = 20_000;
        Milestone ping = new Milestone(Milestone.Counted.BATCH, 4);
        Milestone pong = new Milestone(Milestone.Counted.BATCH, 9);
        long[] plain = new long[1];
        Future<Object> a = mover.begin(() -> {
            for (int i = 1; i <= rounds; i++) {
                plain[0]++;
                ping.reach(mover.recorder(), i);
                pong.await(mover.recorder(), i);
            }
            return null;
        });
        Future<Object> b = waiter.begin(() -> {
            for (int i = 1; i <= rounds; i++) {
                ping.await(waiter.recorder(), i);
                plain[0]++;
                pong.reach(waiter.recorder(), i);
            }
            return null;
        });
        TestLane.result(a);
        TestLane.result(b);
        assertEquals(2L * rounds, plain[0]);
    }
}
