package lockstep.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lockstep.TestFrames;
import lockstep.time.FrameLog;
import org.junit.jupiter.api.Test;

class FramePercentilesTest {
    private final FrameLog log = new FrameLog();
    private final FramePercentiles stats = new FramePercentiles();

    @Test
    void percentilesAreFramesThatReallyWere() {
        for (int i = 1; i <= 200; i++) {
            TestFrames.add(log, i * 1_000_000L, 0);
        }
        stats.update(log);
        assertEquals(200, stats.count());
        assertEquals(100_000_000, stats.percentileNs(50));
        assertEquals(198_000_000, stats.percentileNs(99));
        assertEquals(200_000_000, stats.percentileNs(100));
        assertEquals(1_000_000, stats.percentileNs(0));
    }

    @Test
    void rateIsFramesByTheirTime() {
        TestFrames.add(log, 10_000_000, 0);
        TestFrames.add(log, 30_000_000, 0);
        stats.update(log);
        assertEquals(50, stats.fps(), 1e-9);
    }

    @Test
    void onlyTheNewestFramesCount() {
        for (int i = 0; i < 100; i++) {
            TestFrames.add(log, 900_000_000, 0);
        }
        for (int i = 0; i < FrameLog.KEPT; i++) {
            TestFrames.add(log, 10_000_000, 0);
        }
        stats.update(log);
        assertEquals(100, stats.fps(), 1e-9);
        assertEquals(10_000_000, stats.percentileNs(100));
    }

    @Test
    void withoutFramesAllIsZero() {
        stats.update(log);
        assertEquals(0, stats.fps());
        assertEquals(0, stats.percentileNs(99));
    }
}
