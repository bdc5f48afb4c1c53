package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import lockstep.TestLane;
import org.junit.jupiter.api.Test;

/** On a clock that says what the test tells it to; parking itself is real and short. */
class PacerTest {
    private static final long SLOW = 8_333_333;
    private static final long FAST = 1_000_000;

    private long[] times;
    private int asked;
    private final LaneRecorder recorder = new LaneRecorder(0, "lane", () -> times[asked++]);
    private final Pacer pacer = new Pacer(recorder);

    private void clock(long... times) {
        this.times = times;
    }

    private void assertPaced(long from, long to) {
        Spans spans = new Spans(2);
        spans.readNewest(recorder.ring());
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
        assertEquals(0, recorder.ring().written());
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

    @Test
    void deadlineOfThisMomentHasPassed() {
        clock(400);
        assertEquals(400, pacer.sleepUntil(400, SLOW));
        assertEquals(0, recorder.ring().written());
    }

    @Test
    void laneThatWakesAtTheLastStretchSpinsToTheDeadline() {
        clock(0, 100_000, 200_000, 300_000);
        assertEquals(300_000, pacer.sleepUntil(300_000, SLOW));
    }

    @Test
    void twoHundredAndFiftyHertzIsTheFastestRateThatSpins() {
        clock(0, 150_000, 300_001);
        assertEquals(300_001, pacer.sleepUntil(300_000, 4_000_000));
        clock(0, 150_000);
        asked = 0;
        assertEquals(150_000, pacer.sleepUntil(300_000, 3_999_999));
    }

    @Test
    void sleepIsMeasuredFromNowHoweverOldTheClockIs() {
        long hour = 3_600_000_000_000L;
        clock(hour, hour + 290_000);
        assertTimeoutPreemptively(Duration.ofSeconds(TestLane.HANGS_SECONDS), () -> pacer.sleepUntil(hour + 200_000, FAST));
    }

    @Test
    void sleepingLaneIsParkedByItsPacer() throws Exception {
        try (TestLane lane = new TestLane(1, "sleeper")) {
            Pacer its = new Pacer(lane.recorder());
            Future<Long> sleep = lane.begin(() -> its.sleepUntil(Long.MAX_VALUE, SLOW));
            TestLane.until(lane::sleeps);
            assertSame(its, LockSupport.getBlocker(lane.thread()));
            LockSupport.unpark(lane.thread());
            TestLane.result(sleep);
        }
    }

    @Test
    void sleepingLaneLetsAnotherRun() {
        List<String> order = new ArrayList<>();
        recorder.turn(new Turn() {
            @Override
            public void giveUp() {
                order.add("given up after " + recorder.ring().written() + " spans");
            }

            @Override
            public void take() {
                order.add("taken after " + recorder.ring().written() + " spans");
            }

            @Override
            public void checkpoint() {
                order.add("checkpoint");
            }
        });
        clock(0, 900_000, 950_000);
        pacer.sleepUntil(300_000, SLOW);
        assertEquals(List.of("given up after 0 spans", "taken after 1 spans"), order);
        pacer.sleepUntil(300_000, SLOW);
        assertEquals(2, order.size(), "a deadline that has passed gives nothing up");
    }
}
