package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import lockstep.TestLane;
import org.junit.jupiter.api.Test;

class TripleBufferTest {
    private static final int CELLS = 64;
    private static final int PUBLICATIONS = 200_000;

    private final TripleBuffer<long[]> buffer = new TripleBuffer<>(() -> new long[CELLS]);

    private void publish(long n) {
        java.util.Arrays.fill(buffer.back(), n);
        buffer.publish();
    }

    @Test
    void beforeTheFirstPublicationTheReaderSeesAnEmptyCopy() {
        java.util.Arrays.fill(buffer.back(), 7);
        assertEquals(0, buffer.newest()[0]);
    }

    @Test
    void theReaderGetsTheNewestAndKeepsItUntilThereIsANewerOne() {
        publish(1);
        publish(2);
        publish(3);
        long[] seen = buffer.newest();
        assertEquals(3, seen[0]);
        assertSame(seen, buffer.newest());
        publish(4);
        assertEquals(3, seen[0], "what the reader looks at is its own");
        assertEquals(4, buffer.newest()[0]);
    }

    /** All orders of publishing and taking, up to twelve steps: never old, never shared. */
    @Test
    void inEveryOrderOfStepsTheReaderSeesTheLastPublicationAndNobodySharesACopy() {
        for (int steps = 0; steps < 1 << 12; steps++) {
            TripleBuffer<long[]> b = new TripleBuffer<>(() -> new long[1]);
            long published = 0;
            long[] front = b.newest();
            for (int i = 0; i < 12; i++) {
                if ((steps >> i & 1) != 0) {
                    b.back()[0] = ++published;
                    b.publish();
                } else {
                    front = b.newest();
                    assertEquals(published, front[0]);
                }
                assertNotSame(front, b.back());
            }
        }
    }

    /** One lane publishes, one takes: whole, never back, and the last one arrives. */
    @Test
    void acrossLanesEveryPublicationTakenIsWholeAndNotOlderThanTheOneBefore() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (TestLane w = new TestLane(1, "w"); TestLane r = new TestLane(2, "r")) {
            Future<Object> writing = w.begin(() -> {
                start.await();
                for (long n = 1; n <= PUBLICATIONS; n++) {
                    publish(n);
                }
                return null;
            });
            Future<Long> reading = r.begin(() -> {
                start.await();
                long last = 0;
                long takes = 0;
                while (last < PUBLICATIONS) {
                    long[] seen = buffer.newest();
                    for (int i = 1; i < CELLS; i++) {
                        assertEquals(seen[0], seen[i], "a mix of publications");
                    }
                    assertTrue(seen[0] >= last, "went back");
                    last = seen[0];
                    takes++;
                }
                return takes;
            });
            TestLane.result(writing);
            assertTrue(TestLane.result(reading) > 1);
        }
    }
}
