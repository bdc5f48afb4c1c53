package lockstep.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class InputStatsTest {
    @Test
    void agesAreDrainedOnceAndNothingIsCopiedWhereThereAreNone() {
        InputStats stats = new InputStats(false);
        Histogram into = stats.emptyAge();
        assertFalse(stats.drainAge(into));
        stats.written(2, 5_000);
        assertTrue(stats.drainAge(into));
        assertEquals(2, into.getTotalCount());
        assertFalse(stats.drainAge(into));
        assertEquals(2, into.getTotalCount(), "left as it was");
        stats.written(1, 7_000);
        assertTrue(stats.drainAge(into));
        assertEquals(1, into.getTotalCount());
    }
}
