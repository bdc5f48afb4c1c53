package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GuardStatsTest {
    private final GuardStats stats = new GuardStats();

    @Test
    void eachLaneIsToldApartAndAllTogether() {
        stats.held(0, 100);
        stats.held(2, 50);
        stats.held(2, 60);
        stats.waited(2, 1_000);
        assertEquals(1, stats.holds(0).getTotalCount());
        assertEquals(0, stats.waits(0).getTotalCount());
        assertEquals(2, stats.holds(2).getTotalCount());
        assertEquals(60, stats.holds(2).getMaxValue());
        assertEquals(1, stats.waits(2).getTotalCount());
        assertEquals(0, stats.holds(7).getTotalCount());
        assertEquals(3, stats.holds().getTotalCount());
    }

    @Test
    void whatIsReadIsACopy() {
        stats.held(1, 100);
        stats.holds(1).reset();
        assertEquals(1, stats.holds(1).getTotalCount());
    }
}
