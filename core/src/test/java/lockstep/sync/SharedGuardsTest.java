package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import lockstep.TestLane;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guards do that let several lanes in at once. */
class SharedGuardsTest {
    private static final long LIMIT_NS = GuardContract.LIMIT_NS;

    @TestFactory
    Stream<DynamicTest> onlyGuardsWithReadLocksLetTwoReadersIn() {
        return Stream.of("mutex", "fair-mutex", "monitor", "rw-lock", "stamped", "semaphore", "spin")
            .map(name -> DynamicTest.dynamicTest(name, () -> {
                Guard guard = Guards.make(name, 1, "world");
                try (TestLane a = new TestLane(1, "a"); TestLane b = new TestLane(2, "b")) {
                    a.tell(() -> guard.acquire(a.recorder(), false, Guard.NO_LIMIT));
                    boolean both = b.ask(() -> guard.acquire(b.recorder(), false, LIMIT_NS));
                    assertEquals(name.equals("rw-lock") || name.equals("stamped"), both);
                }
            }));
    }

    @TestFactory
    Stream<DynamicTest> aWriterNamesOneOfTheReadersItWaitsFor() {
        return Stream.of("rw-lock", "stamped").map(name -> DynamicTest.dynamicTest(name, () -> {
            Guard guard = Guards.make(name, 1, "world");
            try (TestLane a = new TestLane(1, "a"); TestLane b = new TestLane(2, "b"); TestLane w = new TestLane(3, "w")) {
                a.tell(() -> guard.acquire(a.recorder(), false, Guard.NO_LIMIT));
                b.tell(() -> guard.acquire(b.recorder(), false, Guard.NO_LIMIT));
                b.tell(() -> guard.release(b.recorder(), false));
                assertFalse(w.ask(() -> guard.acquire(w.recorder(), true, LIMIT_NS)), "the first reader is still in");
                assertEquals(List.of(1), w.waitedFor(SpanKind.GUARD_WAIT));
                a.tell(() -> guard.release(a.recorder(), false));
                assertTrue(w.ask(() -> guard.acquire(w.recorder(), true, Guard.NO_LIMIT)));
            }
        }));
    }

    @Test
    void aStampIsGoodUntilSomebodyMayHaveWritten() throws Exception {
        Guard guard = Guards.make("stamped", 1, "world");
        try (TestLane w = new TestLane(1, "w"); TestLane r = new TestLane(2, "r")) {
            long stamp = guard.tryRead();
            assertNotEquals(Guard.NO_STAMP, stamp);
            r.tell(() -> guard.acquire(r.recorder(), false, Guard.NO_LIMIT));
            assertTrue(guard.validate(stamp), "a reader changes nothing");
            r.tell(() -> guard.release(r.recorder(), false));
            w.tell(() -> guard.acquire(w.recorder(), true, Guard.NO_LIMIT));
            assertFalse(guard.validate(stamp));
            assertEquals(Guard.NO_STAMP, guard.tryRead(), "somebody may be writing");
            w.tell(() -> guard.release(w.recorder(), true));
            assertFalse(guard.validate(stamp));
            assertTrue(guard.validate(guard.tryRead()));
        }
    }

    @Test
    void onlyStampedReadsWithoutHolding() {
        for (String name : Guards.names()) {
            Guard guard = Guards.make(name, 1, "world");
            assertEquals(name.equals("stamped"), guard.tryRead() != Guard.NO_STAMP, name);
        }
    }

    @Test
    void aLimitLetsSoManyInAndNamesOneOfThem() throws Exception {
        Guard limit = Guards.limit(2, 4, "decode");
        try (TestLane a = new TestLane(1, "a"); TestLane b = new TestLane(2, "b"); TestLane c = new TestLane(3, "c")) {
            assertTrue(a.ask(() -> limit.acquire(a.recorder(), true, Guard.NO_LIMIT)));
            assertTrue(b.ask(() -> limit.acquire(b.recorder(), true, Guard.NO_LIMIT)));
            a.tell(() -> limit.release(a.recorder(), true));
            assertTrue(c.ask(() -> limit.acquire(c.recorder(), true, LIMIT_NS)));
            assertFalse(a.ask(() -> limit.acquire(a.recorder(), true, LIMIT_NS)));
            assertEquals(List.of(2), a.waitedFor(SpanKind.GUARD_WAIT));
            assertEquals("decode", limit.name());
            assertEquals(4, limit.number());
        }
    }
}
