package lockstep.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lockstep.TestFrames;
import lockstep.time.FrameLog;
import org.junit.jupiter.api.Test;

class FrameCountsTest {
    private static final long MS = 1_000_000;

    private final FrameLog frames = new FrameLog();

    private String said() {
        return FrameCounts.overBudget(new StringBuilder(), frames) + ", " + FrameCounts.late(new StringBuilder(), frames);
    }

    private void add(int count, long ns, long budgetNs) {
        for (int i = 0; i < count; i++) {
            TestFrames.add(frames, ns, budgetNs);
        }
    }

    @Test
    void theFirstFramesAreOverBudgetOrNotButNotJudged() {
        add(31, 41 * MS, 16 * MS);
        assertEquals("31 over budget, late: not judged", said());
        add(1, 10 * MS, 16 * MS);
        assertEquals("31 over budget, 0 late", said());
        add(1, 90 * MS, 16 * MS);
        assertEquals("32 over budget, 1 late", said());
    }

    @Test
    void withoutABudgetNothingIsCounted() {
        add(100, 41 * MS, 0);
        assertEquals("no budget, late: not judged", said());
    }
}
