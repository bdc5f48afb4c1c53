package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.TestFrames;
import org.junit.jupiter.api.Test;

class FrameLogTest {
    private static final long MS = 1_000_000;
    private static final long BUDGET = 16_666_667;

    private final FrameLog log = new FrameLog();

    private void add(int frames, long ns) {
        for (int i = 0; i < frames; i++) {
            TestFrames.add(log, ns, BUDGET);
        }
    }

    @Test
    void frameIsLateAboveBudgetPlusFourAndTwiceTheMedian() {
        add(31, 10 * MS);
        TestFrames.add(log, 20_700_000, BUDGET);
        assertTrue(log.wasLate(0), "above 20.67 and above 20");
        assertEquals(1, log.late());
    }

    @Test
    void frameWithinBudgetPlusFourIsNotLate() {
        add(31, 5 * MS);
        TestFrames.add(log, 20_600_000, BUDGET);
        assertFalse(log.wasLate(0), "four times the median, but below 20.67");
    }

    @Test
    void frameBelowTwiceTheMedianIsNotLate() {
        add(31, 16 * MS);
        TestFrames.add(log, 32 * MS, BUDGET);
        assertFalse(log.wasLate(0), "not above twice 16");
        TestFrames.add(log, 32 * MS + 1, BUDGET);
        assertTrue(log.wasLate(0));
    }

    @Test
    void medianIsThatOfTheThirtyOneBefore() {
        add(40, 10 * MS);
        add(15, 30 * MS);
        assertEquals(15, log.late(), "15 of 31 do not move the median");
        add(2, 30 * MS);
        assertEquals(16, log.late(), "the sixteenth was late by the median before it, the seventeenth no longer");
    }

    @Test
    void theBudgetIsThatOfTheNewestFrame() {
        assertEquals(0, log.budgetNs());
        TestFrames.add(log, 5 * MS, BUDGET);
        assertEquals(BUDGET, log.budgetNs());
        TestFrames.add(log, 5 * MS, 0);
        assertEquals(0, log.budgetNs());
    }

    @Test
    void nothingIsLateBeforeThereIsAMedianOrWithoutABudget() {
        add(30, 10 * MS);
        TestFrames.add(log, 90 * MS, BUDGET);
        assertEquals(0, log.late());
        TestFrames.add(log, 900 * MS, 0);
        assertEquals(0, log.late());
        TestFrames.add(log, 900 * MS, BUDGET);
        assertEquals(1, log.late());
    }

    @Test
    void steadySlownessIsNeverLateButAlwaysOverBudget() {
        add(200, 41 * MS);
        assertEquals(0, log.late());
        assertEquals(200, log.overBudget());
        assertTrue(log.wasOverBudget(0) && log.wasOverBudget(199));
    }

    @Test
    void aTenthAboveTheBudgetIsJitter() {
        TestFrames.add(log, 11 * MS, 10 * MS);
        assertFalse(log.wasOverBudget(0));
        TestFrames.add(log, 11 * MS + 1, 10 * MS);
        assertTrue(log.wasOverBudget(0));
        assertEquals(1, log.overBudget());
    }

    @Test
    void withoutABudgetNoFrameIsOverItOrJudged() {
        for (int i = 0; i < 40; i++) {
            TestFrames.add(log, 900 * MS, 0);
        }
        assertEquals(0, log.overBudget());
        assertEquals(40, log.notJudged());
        assertEquals(0, log.budgetNs());
    }

    @Test
    void theFirstThirtyOneFramesAreNotJudged() {
        add(31, 90 * MS);
        assertEquals(31, log.notJudged());
        assertFalse(log.wasJudged(0));
        assertEquals(31, log.overBudget(), "whether a frame is over budget needs none before it");
        add(2, 90 * MS);
        assertTrue(log.wasJudged(0) && log.wasJudged(1));
        assertFalse(log.wasJudged(2));
        assertEquals(31, log.notJudged());
        Frames frames = new Frames(64);
        frames.read(log, 0);
        assertFalse(frames.judged(30));
        assertTrue(frames.judged(31) && frames.overBudget(31) && frames.overBudget(0));
    }

    @Test
    void newestFramesAreKeptAndOlderOnesForgotten() {
        for (int i = 1; i <= 300; i++) {
            TestFrames.add(log, i, 0);
        }
        assertEquals(300, log.frames());
        assertEquals(300, log.ns(0));
        assertEquals(61, log.ns(239));
        assertEquals(0, log.ns(240));
        assertEquals(300 * 301 / 2, log.sumNs());
    }

    @Test
    void onePercentLowIsTheMeanAtOrAboveThe99thPercentile() {
        add(98, 10 * MS);
        add(2, 100 * MS);
        assertEquals(10, log.low1PercentFps(), 0.02, "the 99th of 100 is 100 ms, so are all above");
    }

    @Test
    void onePercentLowTakesInFramesEqualToThePercentile() {
        add(99, 10 * MS);
        add(1, 100 * MS);
        assertEquals(1000 / 10.9, log.low1PercentFps(), 0.1, "the 99th of 100 is 10 ms, and so all frames are in");
    }

    @Test
    void withoutFramesThereIsNoRate() {
        assertEquals(0, log.low1PercentFps());
        assertEquals(0, log.ns(0));
    }

    @Test
    void aFrameIsAsLongAsFromItsStartToItsEnd() {
        log.add(1_000_000, 1_000_300, 0, 0, -1, 0, 0);
        log.add(1_000_300, 1_000_700, 0, 0, -1, 0, 0);
        assertEquals(400, log.ns(0));
        assertEquals(300, log.ns(1));
        assertEquals(0, log.ns(2), "there was none before");
        assertEquals(700, log.sumNs());
        assertEquals(2, log.all().getTotalCount());
    }

    @Test
    void lateFramesAreFoundAmongThoseThatAreKept() {
        add(31, 10 * MS);
        TestFrames.add(log, 90 * MS, BUDGET);
        assertTrue(log.wasLate(0));
        add(FrameLog.KEPT - 1, 10 * MS);
        assertTrue(log.wasLate(FrameLog.KEPT - 1));
        assertFalse(log.wasLate(FrameLog.KEPT - 2));
        add(1, 10 * MS);
        assertFalse(log.wasLate(FrameLog.KEPT), "not kept any more");
        assertEquals(0, log.ns(FrameLog.KEPT));
    }

    @Test
    void theRuleMayBeChangedAndCountsFromThenOn() {
        add(31, 10 * MS);
        log.rule(new LateRule(0, 1));
        assertEquals(new LateRule(0, 1), log.rule());
        TestFrames.add(log, 17 * MS, BUDGET);
        assertTrue(log.wasLate(0));
        log.rule(LateRule.DEFAULT);
        TestFrames.add(log, 17 * MS, BUDGET);
        assertFalse(log.wasLate(0));
        assertTrue(log.wasLate(1), "what was late then is late still");
    }
}
