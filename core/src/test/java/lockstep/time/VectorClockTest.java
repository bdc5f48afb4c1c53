package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VectorClockTest {
    private static LaneOrder lane(int number) {
        return new LaneOrder(new LaneRecorder(number, "lane-" + number, () -> 0));
    }

    @Test
    void anEpochNamesItsLaneAndItsStep() {
        for (int lane : new int[] {0, 1, VectorClock.LANES - 1}) {
            long epoch = VectorClock.epoch(lane, 1L << 50);
            assertEquals(lane, VectorClock.laneOf(epoch));
            VectorClock clock = new VectorClock();
            assertFalse(clock.knows(epoch));
        }
        assertTrue(new VectorClock().knows(0), "epoch 0 is before everything");
    }

    @Test
    void aLaneKnowsItsOwnStepsAndNothingOfOthersUntilItJoins() {
        LaneOrder physics = lane(1);
        LaneOrder render = lane(63);
        physics.step();
        long written = physics.epoch();
        assertTrue(physics.clock().knows(written));
        assertFalse(render.clock().knows(written));
        render.clock().join(physics.clock());
        assertTrue(render.clock().knows(written));
        assertFalse(physics.clock().knows(render.epoch()), "joining goes one way");
        physics.step();
        assertFalse(render.clock().knows(physics.epoch()), "a later step was not learnt of");
        assertTrue(render.clock().knows(written));
    }

    @Test
    void joiningNeverForgets() {
        LaneOrder physics = lane(1);
        LaneOrder render = lane(2);
        VectorClock early = new VectorClock();
        early.set(physics.clock());
        physics.step();
        render.clock().join(physics.clock());
        render.clock().join(early);
        assertTrue(render.clock().knows(physics.epoch()));
        assertEquals(1, render.clock().stepOf(2), "and it keeps its own");
    }

    @Test
    void knowledgePassesOnThroughAThirdLane() {
        LaneOrder physics = lane(0);
        LaneOrder assets = lane(1);
        LaneOrder render = lane(2);
        assets.clock().join(physics.clock());
        render.clock().join(assets.clock());
        assertTrue(render.clock().knows(physics.epoch()));
        assertTrue(render.clock().knows(assets.epoch()));
    }

    @Test
    void setForgetsWhatTheOtherDoesNotKnow() {
        LaneOrder high = lane(40);
        LaneOrder low = lane(2);
        VectorClock clock = new VectorClock();
        clock.set(high.clock());
        assertTrue(clock.knows(high.epoch()));
        clock.set(low.clock());
        assertTrue(clock.knows(low.epoch()));
        assertFalse(clock.knows(high.epoch()));
        clock.clear();
        assertFalse(clock.knows(low.epoch()));
        VectorClock all = new VectorClock();
        all.join(high.clock());
        all.join(clock);
        assertTrue(all.knows(high.epoch()));
    }

    @Test
    void aLaneSaysWhereItIs() {
        LaneOrder lane = lane(5);
        assertEquals(5, lane.lane());
        assertEquals("lane-5", lane.name());
        assertEquals("start", lane.site());
        lane.at("physics.copy", 17);
        assertEquals("physics.copy", lane.site());
        assertEquals(17, lane.tick());
        assertEquals(VectorClock.epoch(5, 1), lane.epoch());
        lane.step();
        assertEquals(VectorClock.epoch(5, 2), lane.epoch());
    }

    @Test
    void moreLanesThanAClockHasRoomForAreRefused() {
        assertEquals(63, lane(VectorClock.LANES - 1).lane());
        String message = assertThrows(IllegalArgumentException.class, () -> lane(VectorClock.LANES)).getMessage();
        assertEquals("races can be looked for among 64 lanes, not 65", message);
    }
}
