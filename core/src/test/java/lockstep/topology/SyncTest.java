package lockstep.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import org.junit.jupiter.api.Test;

class SyncTest {
    @Test
    void eachDialTurnsAlone() {
        Sync sync = new Sync("mutex", 0, Granularity.WORLD, Order.SORTED, Hold.COPY, BarrierMode.PIPELINED);
        assertEquals(new Sync("spin", 0, Granularity.WORLD, Order.SORTED, Hold.COPY, BarrierMode.PIPELINED),
            sync.withGuard("spin"));
        assertEquals(new Sync("mutex", 3, Granularity.WORLD, Order.SORTED, Hold.COPY, BarrierMode.PIPELINED),
            sync.withPermits(3));
        assertEquals(new Sync("mutex", 0, Granularity.REGION, Order.SORTED, Hold.COPY, BarrierMode.PIPELINED),
            sync.withGranularity(Granularity.REGION));
        assertEquals(new Sync("mutex", 0, Granularity.WORLD, Order.AS_WRITTEN, Hold.COPY, BarrierMode.PIPELINED),
            sync.withOrder(Order.AS_WRITTEN));
        assertEquals(new Sync("mutex", 0, Granularity.WORLD, Order.SORTED, Hold.TICK, BarrierMode.PIPELINED),
            sync.withHold(Hold.TICK));
        assertEquals(new Sync("mutex", 0, Granularity.WORLD, Order.SORTED, Hold.COPY, BarrierMode.FREE),
            sync.withBarrier(BarrierMode.FREE));
    }

    @Test
    void reactionsToADeadlockAreReadAsTheyAreWritten() {
        for (OnDeadlock reaction : OnDeadlock.values()) {
            assertEquals(reaction, Words.onDeadlock(reaction.word()));
        }
        String message = assertThrows(IllegalArgumentException.class, () -> Words.onDeadlock("braek")).getMessage();
        assertEquals("unknown reaction 'braek'; did you mean 'break'? one of: report, break, exit", message);
    }
}
