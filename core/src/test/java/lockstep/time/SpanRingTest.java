package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SpanRingTest {
    private static final long LENGTH = 1_000_000;

    /** Span number n says n in each of its longs. */
    private static void addNumbered(SpanRing ring, long n) {
        ring.add(n, n + LENGTH, SpanRecords.meta(SpanKind.of((int) (n % 9)), (int) n, (int) (n >> 8), (int) (n >> 16), -1), ~n);
    }

    private static Thread writer(SpanRing ring, AtomicBoolean stop) {
        Thread t = new Thread(() -> {
            for (long n = 0; !stop.get(); n++) {
                addNumbered(ring, n);
            }
        }, "writer");
        t.start();
        return t;
    }

    private static boolean whole(Spans spans, int i) {
        long n = spans.startNs(i);
        return spans.endNs(i) == n + LENGTH && spans.detail(i) == ~n && spans.kind(i) == SpanKind.of((int) (n % 9))
            && spans.role(i) == (n & 0xff) && spans.whom(i) == (n >> 8 & 0xff) && spans.what(i) == (n >> 16 & 0xff);
    }

    @Test
    void readerThatIsLappedSeesNoTornAndNoMisplacedSpan() throws InterruptedException {
        SpanRing ring = new SpanRing(8);
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = writer(ring, stop);
        Spans spans = new Spans(16);
        long seen = 0;
        long next = 0;
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(600);
            while (System.nanoTime() < end) {
                spans.read(ring, next);
                next = spans.next();
                for (int i = 0; i < spans.count(); i++) {
                    assertTrue(whole(spans, i), "a torn span");
                    assertEquals(next - spans.count() + i, spans.startNs(i), "a span of another index");
                    seen++;
                }
            }
        } finally {
            stop.set(true);
            writer.join();
        }
        assertTrue(seen > 0, "the reader never got a span");
        assertTrue(spans.lost() > 0, "the writer never lapped the reader");
        assertEquals(next, seen + spans.lost());
    }

    /** The test above can fail: a reader that does not look at the cursor again takes torn spans for good ones. */
    @Test
    void readerWithoutTheSecondLookIsCaught() throws InterruptedException {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "needs a writer that runs while the reader copies");
        SpanRing ring = new SpanRing(8);
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = writer(ring, stop);
        boolean caught = false;
        long[] copy = new long[SpanRecords.STRIDE];
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!caught && System.nanoTime() < end) {
                long written = ring.written();
                for (long n = Math.max(0, written - 7); n < written; n++) {
                    System.arraycopy(ring.ring.slots, (int) (n & 7) * SpanRecords.STRIDE, copy, 0, SpanRecords.STRIDE);
                    caught |= copy[1] != copy[0] + LENGTH || copy[3] != ~copy[0];
                }
            }
        } finally {
            stop.set(true);
            writer.join();
        }
        assertTrue(caught, "a careless reader saw no torn span, so the careful one proves nothing");
    }

    @Test
    void spansCountsWhatWasOverwrittenAsLost() {
        SpanRing ring = new SpanRing(8);
        Spans spans = new Spans(16);
        for (int n = 0; n < 5; n++) {
            addNumbered(ring, n);
        }
        spans.read(ring, 0);
        assertEquals(5, spans.count());
        assertEquals(0, spans.lost());
        for (int n = 5; n < 25; n++) {
            addNumbered(ring, n);
        }
        spans.read(ring, spans.next());
        assertEquals(7, spans.count(), "one slot may be in the writer's hands");
        assertEquals(18, spans.startNs(0));
        assertEquals(13, spans.lost());
        assertEquals(25, spans.next());
        spans.read(ring, spans.next());
        assertEquals(0, spans.count());
        assertEquals(13, spans.lost());
    }

    @Test
    void readTakesTheOldestThatFitsAndGoesOn() {
        SpanRing ring = new SpanRing(16);
        for (int n = 0; n < 10; n++) {
            addNumbered(ring, n);
        }
        Spans spans = new Spans(4);
        long next = 0;
        long expected = 0;
        while (next < 10) {
            spans.read(ring, next);
            next = spans.next();
            for (int i = 0; i < spans.count(); i++) {
                assertEquals(expected++, spans.startNs(i));
            }
        }
        assertEquals(10, expected);
        assertEquals(0, spans.lost());
    }

    @Test
    void readNewestTakesTheNewestThatFitsAndLosesNone() {
        SpanRing ring = new SpanRing(16);
        for (int n = 0; n < 40; n++) {
            addNumbered(ring, n);
        }
        Spans spans = new Spans(4);
        spans.readNewest(ring);
        assertEquals(4, spans.count());
        assertEquals(36, spans.startNs(0));
        assertEquals(39, spans.startNs(3));
        assertEquals(0, spans.lost());
    }

    @Test
    void capacityMustBeAPowerOfTwo() {
        assertThrows(IllegalArgumentException.class, () -> new SpanRing(12));
    }

    @Test
    void aCpuTimeIsKeptAsFarAsItsBitsGo() {
        SpanRing ring = new SpanRing(8);
        long most = 0xffff_fffeL;
        for (long cpu : new long[] {0, 1, most, most + 2, -1}) {
            ring.add(0, 1, SpanRecords.meta(SpanKind.WORK, 0, 0, 0, cpu), 0);
        }
        Spans spans = new Spans(8);
        spans.readNewest(ring);
        assertEquals(0, spans.cpuNs(0));
        assertEquals(1, spans.cpuNs(1));
        assertEquals(most, spans.cpuNs(2));
        assertEquals(-1, spans.cpuNs(3), "longer than there is room for");
        assertEquals(-1, spans.cpuNs(4), "not read");
    }

    @Test
    void aReaderWithRoomForAllNeverTakesTheSlotInTheWritersHands() {
        SpanRing ring = new SpanRing(8);
        for (int n = 0; n < 100; n++) {
            addNumbered(ring, n);
        }
        Spans spans = new Spans(64);
        spans.readNewest(ring);
        assertEquals(7, spans.count());
        assertEquals(93, spans.startNs(0));
        assertEquals(0, spans.lost(), "who asks for the newest misses nothing");
        spans.read(ring, 50);
        assertEquals(93, spans.startNs(0));
        assertEquals(43, spans.lost());
    }

    @Test
    void aReaderThatCameLateGetsItsFillOfWhatIsLeft() {
        SpanRing ring = new SpanRing(16);
        for (int n = 0; n < 40; n++) {
            addNumbered(ring, n);
        }
        Spans spans = new Spans(4);
        spans.read(ring, 0);
        assertEquals(4, spans.count());
        assertEquals(25, spans.startNs(0));
        assertEquals(25, spans.lost());
    }

    @Test
    void eachKindOfSpanHasAWordOfItsOwnForPeople() {
        SpanKind[] kinds = SpanKind.values();
        assertEquals(kinds.length, Arrays.stream(kinds).map(SpanKind::word).filter(w -> !w.isBlank()).distinct().count());
    }
}
