package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.TestLane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits with a time limit, on a clock that stops. */
class LimitTest {
    private static final long LIMIT_NS = 5_000;

    private final AtomicLong looks = new AtomicLong();
    private final TestLane holder = new TestLane(4, "holder");

    /** The first so many looks at the clock give 0, all later ones the very end of the limit. */
    private TestLane stopsAtTheLimit(int looksBefore) {
        return stopsAt(LIMIT_NS, looksBefore);
    }

    private TestLane stopsAt(long endNs, int looksBefore) {
        return new TestLane(9, "waiter", () -> looks.getAndIncrement() < looksBefore ? 0 : endNs);
    }

    @AfterEach
    void close() {
        holder.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spin", "monitor"})
    void aWaitForAGuardEndsWhenItsLimitIsReachedAndNotOnlyAfterIt(String name) throws Exception {
        Guard guard = Guards.make(name, 1, "bodies");
        holder.tell(() -> guard.acquire(holder.recorder(), true, Guard.NO_LIMIT));
        try (TestLane waiter = stopsAtTheLimit(2)) {
            assertFalse(waiter.ask(() -> guard.acquire(waiter.recorder(), true, LIMIT_NS)));
        }
    }

    @Test
    void aWaitForANumberEndsWhenItsLimitIsReachedAndNotOnlyAfterIt() throws Exception {
        Milestone milestone = new Milestone(Milestone.Counted.BATCH, 4);
        try (TestLane waiter = stopsAtTheLimit(1)) {
            assertEquals(Milestone.Outcome.LATE, waiter.ask(() -> milestone.await(waiter.recorder(), 1, LIMIT_NS)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoHasUsedUpItsLimitAtTheTurnstileOfAStampedLockWaitsNoLonger(boolean write) throws Exception {
        Guard guard = Guards.make("stamped", 1, "bodies");
        holder.tell(() -> guard.acquire(holder.recorder(), true, Guard.NO_LIMIT));
        try (TestLane waiter = stopsAt(3 * TimeUnit.SECONDS.toNanos(TestLane.HANGS_SECONDS), 2)) {
            assertFalse(waiter.ask(() -> guard.acquire(waiter.recorder(), write, LIMIT_NS)));
        }
    }

    @Test
    void aLaneThatSleepsForASpinGuardLooksAtItsLimitEachTime() throws Exception {
        Guard guard = Guards.make("spin", 1, "bodies");
        holder.tell(() -> guard.acquire(holder.recorder(), true, Guard.NO_LIMIT));
        try (TestLane waiter = stopsAtTheLimit(400)) {
            assertFalse(waiter.ask(() -> guard.acquire(waiter.recorder(), true, LIMIT_NS)));
        }
    }
}
