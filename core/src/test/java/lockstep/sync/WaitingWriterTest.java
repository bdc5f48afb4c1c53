package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import lockstep.TestLane;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What guards that let readers in together owe a writer that waits: no reader that comes later passes it. */
class WaitingWriterTest {
    private static final int READERS = 20;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(TestLane.HANGS_SECONDS / 2);

    private static Map<String, GuardContract.Check> checks() {
        Map<String, GuardContract.Check> all = new LinkedHashMap<>();
        all.put("noReaderPassesAWriterThatWaits", WaitingWriterTest::noReaderPasses);
        all.put("readersBehindAWriterGoOnWhenItIsInterrupted", guard -> readersGoOn(guard, true, PATIENCE_NS));
        all.put("readersBehindAWriterGoOnWhenItsTimeIsUp", guard -> readersGoOn(guard, false, PATIENCE_NS));
        return all;
    }

    private static List<String> promising() {
        return Guards.names().stream().filter(name -> Guards.make(name, 1, "world").letsReadersTogether()).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyGuardThatLetsReadersInTogetherKeepsEachPromise() {
        return promising().stream().flatMap(name -> checks().entrySet().stream()
            .map(check -> dynamicTest(name + ": " + check.getKey(), () -> check.getValue().on(Guards.make(name, 1, "world")))));
    }

    @Test
    void twoGuardsLetReadersInTogether() {
        assertEquals(List.of("rw-lock", "stamped"), promising());
    }

    /** Canaries: what is looked at above is wrong where readers barge, and where they wait for a writer that is gone. */
    @Test
    void guardsThatBreakThePromisesAreNoticed() {
        assertThrows(AssertionError.class, () -> noReaderPasses(new BargingGuard()));
        assertThrows(AssertionError.class, () -> readersGoOn(new HauntedGuard(), true, 20 * GuardContract.LIMIT_NS));
        assertThrows(AssertionError.class, () -> readersGoOn(new HauntedGuard(), false, 20 * GuardContract.LIMIT_NS));
    }

    private static void awaitsIt(TestLane lane) {
        TestLane.until(() -> lane.recorder().waiting().look() != null && lane.sleeps());
    }

    /** Readers come all the time, so that one is always in: the writer has its turn as soon as those are out that were in. */
    private static void noReaderPasses(Guard guard) throws Exception {
        try (TestLane in = new TestLane(1, "in");
            TestLane writer = new TestLane(2, "writer");
            TestLane late = new TestLane(3, "late")) {
            assertTrue(in.ask(() -> guard.acquire(in.recorder(), false, Guard.NO_LIMIT)));
            Future<Boolean> writing = writer.begin(() -> guard.acquire(writer.recorder(), true, Guard.NO_LIMIT));
            awaitsIt(writer);
            for (int i = 0; i < READERS; i++) {
                assertFalse(late.ask(() -> guard.acquire(late.recorder(), false, GuardContract.LIMIT_NS)),
                    "a reader passed the writer");
            }
            Future<Boolean> reading = late.begin(() -> guard.acquire(late.recorder(), false, Guard.NO_LIMIT));
            awaitsIt(late);
            in.tell(() -> guard.release(in.recorder(), false));
            assertTrue(TestLane.result(writing));
            assertFalse(reading.isDone(), "a reader passed the writer");
            writer.tell(() -> guard.release(writer.recorder(), true));
            assertTrue(TestLane.result(reading));
            late.tell(() -> guard.release(late.recorder(), false));
        }
    }

    /** A writer gives up while one reader is in and another waits behind it. */
    private static void readersGoOn(Guard guard, boolean interrupted, long patienceNs) throws Exception {
        try (TestLane in = new TestLane(1, "in");
            TestLane writer = new TestLane(2, "writer");
            TestLane late = new TestLane(3, "late")) {
            assertTrue(in.ask(() -> guard.acquire(in.recorder(), false, Guard.NO_LIMIT)));
            Future<Boolean> writing = writer
                .begin(() -> guard.acquire(writer.recorder(), true, interrupted ? Guard.NO_LIMIT : 10 * GuardContract.LIMIT_NS));
            TestLane.until(() -> writing.isDone() || writer.recorder().waiting().look() != null && writer.sleeps());
            Future<Boolean> reading = late.begin(() -> guard.acquire(late.recorder(), false, patienceNs));
            if (interrupted) {
                awaitsIt(late);
                writer.thread().interrupt();
                assertThrows(InterruptedException.class, () -> TestLane.result(writing));
            } else {
                assertFalse(TestLane.result(writing));
            }
            assertTrue(TestLane.result(reading), "a reader waits for a writer that is gone");
            late.tell(() -> guard.release(late.recorder(), false));
            in.tell(() -> guard.release(in.recorder(), false));
            assertTrue(writer.ask(() -> guard.acquire(writer.recorder(), true, Guard.NO_LIMIT)));
        }
    }

    /** Its readers take what they can get, as {@code tryLock} does. */
    private static class BargingGuard extends LockGuard {
        final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

        BargingGuard() {
            super(1, "barging");
        }

        @Override
        boolean tryTake(boolean write) {
            return write ? lock.writeLock().tryLock() : lock.readLock().tryLock();
        }

        @Override
        boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
            return JdkLockGuard.await(write ? lock.writeLock() : lock.readLock(), limitNs);
        }

        @Override
        void give(boolean write) {
            if (write) {
                lock.writeLock().unlock();
            } else {
                lock.readLock().unlock();
            }
        }
    }

    /** Its readers wait for every writer that ever waited, also for one that has given up. */
    private static final class HauntedGuard extends BargingGuard {
        private volatile boolean haunted;

        @Override
        boolean tryTake(boolean write) {
            return !haunted && super.tryTake(write);
        }

        @Override
        boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
            haunted |= write;
            return haunted && !write ? JdkLockGuard.await(lock.writeLock(), limitNs) : super.awaitTake(me, write, limitNs);
        }
    }
}
