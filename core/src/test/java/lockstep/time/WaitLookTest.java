package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others see of a lane's wait, and how they break it off. */
class WaitLookTest {
    private final Waiting waiting = new Waiting();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @Test
    void aWaitIsSeenFromItsBeginToItsEnd() {
        assertNull(waiting.look());
        assertEquals(0, waiting.sinceNs());
        waiting.running(3);
        waiting.begin(SpanKind.BARRIER_WAIT, 2, 77, 4, 1_000, true);
        assertEquals(new Waiting.Wait(SpanKind.BARRIER_WAIT, 3, 2, 77, 4, 1_000, true), waiting.look());
        assertEquals(1_000, waiting.sinceNs());
        assertFalse(waiting.end());
        assertNull(waiting.look());
    }

    @Test
    void aWaitThatBeginsAtTheClocksOriginIsSeenToo() {
        waiting.begin(SpanKind.GUARD_WAIT, 1, 0, 4, 0, false);
        assertEquals(SpanKind.GUARD_WAIT, waiting.look().kind());
    }

    @Test
    void breakingOffInterruptsTheLaneAndTheLaneKnowsWhy() {
        waiting.begin(SpanKind.GUARD_WAIT, 1, 0, 4, 1_000, false);
        assertTrue(waiting.breakOff(Thread.currentThread(), 1_000));
        assertTrue(Thread.interrupted());
        assertTrue(waiting.end(), "it was broken off");
        waiting.begin(SpanKind.GUARD_WAIT, 1, 0, 4, 2_000, false);
        assertFalse(waiting.end(), "the next one was not");
    }

    @Test
    void aWaitThatIsOverCannotBeBrokenOffInPlaceOfTheNext() {
        waiting.begin(SpanKind.GUARD_WAIT, 1, 0, 4, 1_000, false);
        waiting.end();
        assertFalse(waiting.breakOff(Thread.currentThread(), 1_000));
        waiting.begin(SpanKind.GUARD_WAIT, 1, 0, 4, 2_000, false);
        assertFalse(waiting.breakOff(Thread.currentThread(), 1_000));
        assertFalse(Thread.currentThread().isInterrupted());
        assertFalse(waiting.end());
    }

    @Test
    void whoLooksSeesOneWaitWhole() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread lane = new Thread(() -> {
            for (int n = 1; !stop.get(); n++) {
                waiting.running(n & 0x7);
                waiting.begin(SpanKind.of(n % 9), n & 0xff, ~n, n & 0x3f, n, n % 2 == 0);
                waiting.end();
            }
        }, "lane");
        lane.start();
        int seen = 0;
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (seen < 2_000 && System.nanoTime() < end) {
                Waiting.Wait w = waiting.look();
                if (w != null) {
                    int n = (int) w.sinceNs();
                    assertEquals(new Waiting.Wait(SpanKind.of(n % 9), n & 0x7, n & 0xff, ~n, n & 0x3f, n, n % 2 == 0), w);
                    seen++;
                }
            }
        } finally {
            stop.set(true);
            lane.join();
        }
        assertEquals(2_000, seen, "waits seen");
    }
}
