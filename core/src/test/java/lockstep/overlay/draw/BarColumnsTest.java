package lockstep.overlay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.TestFrames;
import lockstep.time.FrameLog;
import org.junit.jupiter.api.Test;

class BarColumnsTest {
    private final FrameLog log = new FrameLog();
    private final BarColumns bars = new BarColumns();

    private void frames(int from, int to) {
        for (int i = from; i <= to; i++) {
            TestFrames.add(log, i, 0);
        }
    }

    @Test
    void eachFrameHasItsColumnWhereThereIsRoom() {
        frames(1, 3);
        bars.update(log, 240);
        assertEquals(3, bars.count());
        assertEquals(1, bars.ns(0));
        assertEquals(3, bars.ns(2));
    }

    @Test
    void withLessRoomTheNewestAreShownUnmerged() {
        frames(1, 300);
        bars.update(log, 202, 1);
        assertEquals(202, bars.count());
        assertEquals(99, bars.ns(0));
        assertEquals(300, bars.ns(201));
    }

    @Test
    void columnsSayWhatIsOverBudgetAndWhatIsNotJudged() {
        for (int i = 0; i < 34; i++) {
            TestFrames.add(log, i == 32 ? 20 : 10, 10);
        }
        bars.update(log, 17, 2);
        assertFalse(bars.judged(14), "frames 29 and 30");
        assertTrue(bars.judged(15), "frame 32 is judged");
        assertTrue(bars.overBudget(16));
        assertFalse(bars.overBudget(15));
        bars.update(log, 240);
        assertFalse(bars.judged(30) || bars.overBudget(31));
        assertTrue(bars.judged(31) && bars.overBudget(32));
    }

    @Test
    void mergedColumnsKeepTheMaximum() {
        TestFrames.add(log, 5, 0);
        TestFrames.add(log, 50, 0);
        TestFrames.add(log, 7, 0);
        TestFrames.add(log, 8, 0);
        bars.update(log, 120, 2);
        assertEquals(2, bars.count());
        assertEquals(50, bars.ns(0));
        assertEquals(8, bars.ns(1));
    }

    @Test
    void completeColumnsStayWhileFramesArrive() {
        frames(1, 4);
        bars.update(log, 120, 2);
        assertEquals(2, bars.ns(0));
        TestFrames.add(log, 100, 0);
        bars.update(log, 120, 2);
        assertEquals(3, bars.count());
        assertEquals(2, bars.ns(0));
        assertEquals(4, bars.ns(1));
        assertEquals(100, bars.ns(2));
    }

    @Test
    void allKeptFramesFitIntoFewColumns() {
        frames(1, 500);
        bars.update(log, 31);
        assertTrue(bars.count() <= 31);
        assertEquals(500, bars.ns(bars.count() - 1));
    }

    @Test
    void columnWithALateFrameIsLate() {
        for (int i = 0; i < 32; i++) {
            TestFrames.add(log, 10_000_000, 16_666_667);
        }
        TestFrames.add(log, 40_000_000, 16_666_667);
        TestFrames.add(log, 10_000_000, 16_666_667);
        bars.update(log, 120, 2);
        assertTrue(bars.late(bars.count() - 1));
        assertFalse(bars.late(bars.count() - 2));
    }

    @Test
    void withoutFramesThereAreNoColumns() {
        bars.update(log, 240);
        assertEquals(0, bars.count());
    }
}
