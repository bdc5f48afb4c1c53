package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LateRuleTest {
    @Test
    void aFrameIsLateOnlyAboveBothLimits() {
        LateRule rule = new LateRule(100, 1.5);
        assertFalse(rule.isLate(1_100, 1_000, 10), "at the budget and its slack");
        assertTrue(rule.isLate(1_101, 1_000, 10));
        assertFalse(rule.isLate(3_000, 1_000, 2_000), "at one and a half times the median");
        assertTrue(rule.isLate(3_001, 1_000, 2_000));
        assertFalse(rule.isLate(3_001, 0, 10), "has no budget");
    }

    @Test
    void theRuleReadsAsASentenceWithoutSuperfluousDigits() {
        assertEquals("budget + 4 ms and 2x the median of 31", LateRule.DEFAULT.words());
        assertEquals("budget + 0.5 ms and 1.25x the median of 31", new LateRule(500_000, 1.25).words());
    }
}
