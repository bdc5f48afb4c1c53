package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.TestLane;
import lockstep.time.Clock;
import lockstep.time.SpanKind;

/**
 * What every guard that excludes must do, as checks that can be run on any guard, a broken one too. A check fails with an
 * {@link AssertionError} or another exception, and never hangs for good.
 */
final class GuardContract {
    /** Long enough to be refused, short enough to be cheap; nothing asserts how long it took. */
    static final long LIMIT_NS = 5_000_000;
    /** After that the holder gives up, so that a lane that cannot be interrupted is noticed and not waited for. */
    private static final long INTERRUPT_SECONDS = 2;
    private static final int A = 3, B = 7, C = 11;

    /** One promise, checked on a new guard. */
    interface Check {
        void on(Guard guard) throws Exception;
    }

    private GuardContract() {
    }

    /** The promises, by name. */
    static Map<String, Check> checks() {
        Map<String, Check> all = new LinkedHashMap<>();
        all.put("aWriterKeepsOtherWritersOut", guard -> keepsOut(guard, true, true));
        all.put("aWriterKeepsReadersOut", guard -> keepsOut(guard, true, false));
        all.put("aReaderKeepsWritersOut", guard -> keepsOut(guard, false, true));
        all.put("noUpdateIsLostBetweenTwoLanesThatMeet", guard -> assertEquals(0, lostWhereLanesMeet(guard)));
        all.put("plainWritesOfManyLanesAreSeenWhole", GuardContract::plainWritesAreSeen);
        all.put("aRefusedLaneDoesNotHoldIt", GuardContract::refusedDoesNotHold);
        all.put("aWaitWithALimitEndsWhenTheHolderIsDone", GuardContract::takenWithinItsLimit);
        all.put("aWaitCanBeInterrupted", GuardContract::waitCanBeInterrupted);
        all.put("anInterruptedLaneDoesNotHoldIt", GuardContract::interruptedDoesNotHold);
        all.put("onlyTheHolderGivesItBack", GuardContract::onlyTheHolderReleases);
        all.put("theHolderCannotTakeItTwice", GuardContract::notTwice);
        all.put("aRefusedWaitNamesItsHolder", GuardContract::refusedWaitNamesHolder);
        all.put("aWaitThatSucceedsNamesItsHolder", GuardContract::successfulWaitNamesHolder);
        all.put("anInterruptedWaitIsRecorded", GuardContract::interruptedWaitIsRecorded);
        all.put("aFreeGuardIsTakenWithoutAWait", GuardContract::noWaitWhenFree);
        all.put("contendedWaitsAreCounted", GuardContract::waitsAreCounted);
        return all;
    }

    private static void keepsOut(Guard guard, boolean heldForWriting, boolean wantedForWriting) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b")) {
            assertTrue(a.ask(() -> guard.acquire(a.recorder(), heldForWriting, Guard.NO_LIMIT)));
            assertFalse(b.ask(() -> guard.acquire(b.recorder(), wantedForWriting, LIMIT_NS)), "two lanes hold it");
            a.tell(() -> guard.release(a.recorder(), heldForWriting));
            assertTrue(b.ask(() -> guard.acquire(b.recorder(), wantedForWriting, Guard.NO_LIMIT)));
            b.tell(() -> guard.release(b.recorder(), wantedForWriting));
        }
    }

    /**
     * Two lanes add 1 to a counter by an opaque read and an opaque write. The first waits between the two until the
     * other has read too, or was refused. Returns how many updates were lost, 1 where nothing excludes.
     */
    static long lostWhereLanesMeet(Guard guard) throws Exception {
        AtomicLong counter = new AtomicLong();
        CountDownLatch firstHasRead = new CountDownLatch(1);
        CountDownLatch secondHasReadOrWaits = new CountDownLatch(1);
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b")) {
            Future<Object> first = a.begin(() -> {
                guard.acquire(a.recorder(), true, Guard.NO_LIMIT);
                long seen = counter.getOpaque();
                firstHasRead.countDown();
                secondHasReadOrWaits.await();
                counter.setOpaque(seen + 1);
                guard.release(a.recorder(), true);
                return null;
            });
            Future<Object> second = b.begin(() -> {
                firstHasRead.await();
                if (!guard.acquire(b.recorder(), true, LIMIT_NS)) {
                    secondHasReadOrWaits.countDown();
                    guard.acquire(b.recorder(), true, Guard.NO_LIMIT);
                }
                long seen = counter.getOpaque();
                secondHasReadOrWaits.countDown();
                counter.setOpaque(seen + 1);
                guard.release(b.recorder(), true);
                return null;
            });
            TestLane.result(first);
            TestLane.result(second);
            return 2 - counter.get();
        }
    }

    private static void plainWritesAreSeen(Guard guard) throws Exception {
        int lanes = 4;
        int rounds = 5_000;
        long[] cells = new long[64];
        CyclicBarrier start = new CyclicBarrier(lanes);
        List<TestLane> all = new ArrayList<>();
        List<Future<Long>> torn = new ArrayList<>();
        try {
            for (int i = 0; i < lanes; i++) {
                TestLane lane = new TestLane(i, "lane-" + i);
                all.add(lane);
                torn.add(lane.begin(() -> {
                    start.await();
                    long bad = 0;
                    for (int n = 0; n < rounds; n++) {
                        guard.acquire(lane.recorder(), true, Guard.NO_LIMIT);
                        long value = cells[0];
                        for (int c = 0; c < cells.length; c++) {
                            bad += cells[c] == value ? 0 : 1;
                            cells[c] = value + 1;
                            if (c == cells.length / 2 && n % 16 == 0) {
                                Thread.yield();
                            }
                        }
                        guard.release(lane.recorder(), true);
                        guard.acquire(lane.recorder(), false, Guard.NO_LIMIT);
                        for (int c = 1; c < cells.length; c++) {
                            bad += cells[c] == cells[0] ? 0 : 1;
                        }
                        guard.release(lane.recorder(), false);
                    }
                    return bad;
                }));
            }
            for (Future<Long> t : torn) {
                assertEquals(0, TestLane.result(t), "cells that were not all from one write");
            }
            assertEquals((long) lanes * rounds, cells[0], "writes");
        } finally {
            all.forEach(TestLane::close);
        }
    }

    private static void refusedDoesNotHold(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b"); TestLane c = new TestLane(C, "c")) {
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            assertFalse(b.ask(() -> guard.acquire(b.recorder(), true, LIMIT_NS)));
            a.tell(() -> guard.release(a.recorder(), true));
            assertTrue(c.ask(() -> guard.acquire(c.recorder(), true, TimeUnit.SECONDS.toNanos(1))), "the refused lane holds it");
            c.tell(() -> guard.release(c.recorder(), true));
        }
    }

    private static void takenWithinItsLimit(Guard guard) throws Exception {
        for (boolean write : new boolean[] {true, false}) {
            try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b")) {
                a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
                long limitNs = TimeUnit.SECONDS.toNanos(TestLane.HANGS_SECONDS);
                Future<Boolean> wait = b.begin(() -> guard.acquire(b.recorder(), write, limitNs));
                TestLane.until(() -> wait.isDone() || b.sleeps());
                a.tell(() -> guard.release(a.recorder(), true));
                assertTrue(TestLane.result(wait), "it did not wait to the end of its limit");
                b.tell(() -> guard.release(b.recorder(), write));
            }
        }
    }

    private static void waitCanBeInterrupted(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b")) {
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            Future<Boolean> wait = b.begin(() -> guard.acquire(b.recorder(), true, Guard.NO_LIMIT));
            TestLane.until(b::sleeps);
            b.thread().interrupt();
            try {
                wait.get(INTERRUPT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                a.tell(() -> guard.release(a.recorder(), true));
            }
            assertThrows(InterruptedException.class, () -> TestLane.result(wait));
        }
    }

    private static void interruptedDoesNotHold(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b"); TestLane c = new TestLane(C, "c")) {
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            assertThrows(InterruptedException.class, () -> b.ask(() -> {
                Thread.currentThread().interrupt();
                return guard.acquire(b.recorder(), true, Guard.NO_LIMIT);
            }));
            assertFalse(c.ask(() -> guard.acquire(c.recorder(), true, LIMIT_NS)), "the holder still holds it");
            a.tell(() -> guard.release(a.recorder(), true));
            assertTrue(c.ask(() -> guard.acquire(c.recorder(), true, TimeUnit.SECONDS.toNanos(1))),
                "the interrupted lane holds it");
        }
    }

    private static void onlyTheHolderReleases(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b")) {
            assertThrows(IllegalStateException.class, () -> b.tell(() -> releaseWithoutHolding(guard, b)), "nobody holds it");
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            assertThrows(IllegalStateException.class, () -> b.tell(() -> releaseWithoutHolding(guard, b)));
            assertFalse(b.ask(() -> guard.acquire(b.recorder(), true, LIMIT_NS)), "a stranger gave it back");
            assertEquals(List.of(A), b.waitedFor(SpanKind.GUARD_WAIT), "a stranger wiped the holder's name");
            a.tell(() -> guard.release(a.recorder(), true));
        }
    }

    private static void releaseWithoutHolding(Guard guard, TestLane lane) {
        try {
            guard.release(lane.recorder(), true);
        } catch (IllegalMonitorStateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void notTwice(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a")) {
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            boolean twice;
            try {
                twice = a.ask(() -> guard.acquire(a.recorder(), true, LIMIT_NS));
            } catch (IllegalStateException e) {
                twice = false;
            }
            assertFalse(twice, "taken twice by one lane");
            a.tell(() -> guard.release(a.recorder(), true));
        }
    }

    private static void refusedWaitNamesHolder(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b"); TestLane c = new TestLane(C, "c")) {
            for (TestLane holder : List.of(a, c)) {
                holder.tell(() -> guard.acquire(holder.recorder(), true, Guard.NO_LIMIT));
                assertFalse(b.ask(() -> guard.acquire(b.recorder(), true, LIMIT_NS)));
                holder.tell(() -> guard.release(holder.recorder(), true));
            }
            assertEquals(List.of(A, C), b.waitedFor(SpanKind.GUARD_WAIT));
            assertEquals(List.of(), a.waitedFor(SpanKind.GUARD_WAIT), "a lane that did not wait recorded a wait");
        }
    }

    private static void successfulWaitNamesHolder(Guard guard) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        Clock tellsOfWait = () -> {
            waiting.countDown();
            return System.nanoTime();
        };
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b", tellsOfWait)) {
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            Future<Boolean> wait = b.begin(() -> guard.acquire(b.recorder(), true, Guard.NO_LIMIT));
            assertTrue(waiting.await(TestLane.HANGS_SECONDS, TimeUnit.SECONDS), "a wait does not look at the clock");
            a.tell(() -> guard.release(a.recorder(), true));
            assertTrue(TestLane.result(wait));
            assertEquals(List.of(A), b.waitedFor(SpanKind.GUARD_WAIT));
        }
    }

    private static void interruptedWaitIsRecorded(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b")) {
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            assertThrows(InterruptedException.class, () -> b.ask(() -> {
                Thread.currentThread().interrupt();
                return guard.acquire(b.recorder(), true, Guard.NO_LIMIT);
            }));
            assertEquals(List.of(A), b.waitedFor(SpanKind.GUARD_WAIT));
        }
    }

    private static void noWaitWhenFree(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b")) {
            for (TestLane lane : List.of(a, b, a)) {
                assertTrue(lane.ask(() -> guard.acquire(lane.recorder(), true, Guard.NO_LIMIT)));
                lane.tell(() -> guard.release(lane.recorder(), true));
            }
            assertEquals(0, a.recorder().ring().written());
            assertEquals(0, guard.stats().waits().getTotalCount());
        }
    }

    private static void waitsAreCounted(Guard guard) throws Exception {
        try (TestLane a = new TestLane(A, "a"); TestLane b = new TestLane(B, "b"); TestLane c = new TestLane(C, "c")) {
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            b.ask(() -> guard.acquire(b.recorder(), true, LIMIT_NS));
            b.ask(() -> guard.acquire(b.recorder(), true, LIMIT_NS));
            c.ask(() -> guard.acquire(c.recorder(), true, LIMIT_NS));
            assertEquals(3, guard.stats().waits().getTotalCount());
            assertTrue(guard.stats().waits().getMinValue() > 0, "a refused wait took no time");
            a.tell(() -> guard.release(a.recorder(), true));
        }
    }
}
