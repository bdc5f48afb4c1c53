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

    @Test
    void waitsOfAllLanesAreSummed() {
        stats.waited(0, 100);
        stats.waited(254, 200);
        assertEquals(2, stats.waits().getTotalCount());
        assertEquals(200, stats.waits().getMaxValue(), 1);
        assertEquals(0, stats.holds().getTotalCount());
        assertEquals(0, stats.waits(3).getTotalCount());
        stats.waits(0).reset();
        assertEquals(1, stats.waits(0).getTotalCount());
    }

    @Test
    void readsThatWereThrownAwayAreSummedOverTheLanes() {
        assertEquals(0, stats.discarded());
        stats.discarded(0);
        stats.discarded(254);
        stats.discarded(254);
        assertEquals(3, stats.discarded());
        assertEquals(0, stats.waits().getTotalCount());
    }

    @Test
    void timesBeyondWhatCanBeKeptAreKeptAsTheLongestOrNone() {
        stats.held(1, -5);
        stats.held(1, Long.MAX_VALUE);
        assertEquals(0, stats.holds(1).getMinValue());
        assertEquals(2, stats.holds(1).getTotalCount());
        assertEquals(60e9, stats.holds(1).getMaxValue(), 60e9 / 100);
    }
}
