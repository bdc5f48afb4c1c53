package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** On a clock that says what the test tells it to; parking itself is real and short. */
class PacerTest {
    private static final long SLOW = 8_333_333;
    private static final long FAST = 1_000_000;

    private long[] times;
    private int asked;
    private final LaneTimer timer = new LaneTimer(0, "lane", () -> times[asked++]);
    private final Pacer pacer = new Pacer(timer);

    private void clock(long... times) {
        this.times = times;
    }

    private void assertPaced(long from, long to) {
        Spans spans = new Spans(2);
        spans.readNewest(timer.ring());
        assertEquals(1, spans.count());
        assertEquals(SpanKind.PACE, spans.kind(0));
        assertEquals(from, spans.startNs(0));
        assertEquals(to, spans.endNs(0));
    }

    @Test
    void deadlineThatHasPassedCostsNothing() {
        clock(500);
        assertEquals(500, pacer.sleepUntil(400, SLOW));
        assertEquals(1, asked);
        assertEquals(0, timer.ring().written());
    }

    @Test
    void slowRateSpinsTheLastStretch() {
        clock(0, 150_000, 250_000, 299_999, 300_001);
        assertEquals(300_001, pacer.sleepUntil(300_000, SLOW));
        assertEquals(5, asked);
        assertPaced(0, 300_001);
    }

    @Test
    void slowRateWithAShortRestOnlySpins() {
        clock(0, 60_000, 120_000);
        assertEquals(120_000, pacer.sleepUntil(100_000, SLOW));
        assertPaced(0, 120_000);
    }

    @Test
    void fastRateOnlyParks() {
        clock(0, 290_000);
        assertEquals(290_000, pacer.sleepUntil(200_000, FAST));
        assertEquals(2, asked);
        assertPaced(0, 290_000);
    }

    @Test
    void laneThatIsWokenReturnsBeforeTheDeadline() {
        clock(0, 10_000);
        LockSupport.unpark(Thread.currentThread());
        assertEquals(10_000, pacer.sleepUntil(60_000_000_000L, SLOW));
        assertPaced(0, 10_000);
    }

    @Test
    void oversleepingIsToldAsItWas() {
        clock(0, 900_000);
        assertEquals(900_000, pacer.sleepUntil(300_000, SLOW));
        assertEquals(2, asked);
    }
}
