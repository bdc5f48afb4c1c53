package lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lockstep.sync.Faults;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a lane runs its roles. */
class LaneRateTest extends OwnClockLanes {
    @ParameterizedTest
    @ValueSource(doubles = {30, 60, 61.5, 120, 1000})
    void aRoleRunsAtItsRate(double hz) {
        Lane lane = lane();
        TestRole role = new TestRole("a").job(until(10 * SECOND_NS));
        lane.add(role, 0, hz, false);
        lane.run();
        assertEquals(10 * hz, role.runs, 2);
        assertEquals(0, lane.slots().of(role).stats.droppedNs());
        assertEquals(0, lane.slots().of(role).stats.lateRuns());
    }

    @Test
    void rolesOfDifferentRatesShareALane() {
        Lane lane = lane();
        TestRole fast = new TestRole("fast").job(until(10 * SECOND_NS));
        TestRole slow = new TestRole("slow");
        TestRole slower = new TestRole("slower");
        lane.add(slow, 0, 60, false);
        lane.add(fast, 1, 500, false);
        lane.add(slower, 2, 1, false);
        lane.run();
        assertEquals(5_000, fast.runs, 3);
        assertEquals(600, slow.runs, 2);
        assertEquals(10, slower.runs, 1);
    }

    @Test
    void aRoleWithoutARateRunsOnceARoundInTheOrderOfTheLane() {
        Lane lane = lane();
        lane.add(new TestRole("a", calls), 0, 0, false);
        lane.add(new TestRole("b", calls), 1, 0, false);
        lane.add(new TestRole("c", calls).job(l -> {
            if (calls.size() > 8) {
                l.stop();
            }
            return false;
        }), 2, 0, false);
        lane.run();
        assertEquals(List.of("start a", "start b", "start c", "run a", "run b", "run c", "run a", "run b", "run c",
            "stop c", "stop b", "stop a"), calls);
    }

    @Test
    void aLaneWithoutAnythingToDoLooksAgainAfterAWhile() {
        Lane lane = lane();
        TestRole idle = new TestRole("idle").job(l -> {
            if (nowNs >= SECOND_NS) {
                l.stop();
            }
            return false;
        });
        lane.add(idle, 0, 0, false);
        lane.run();
        assertTrue(lane.recorder().totalNs(SpanKind.PACE) > 0);
        assertEquals(0, lane.slots().of(idle).stats.runs(), "there was nothing to do, so nothing was done");
    }

    @Test
    void theRoleThatSetsThePaceIsWaitedForWhileAnotherIsBusy() {
        Lane lane = lane();
        TestRole frame = new TestRole("frame").job(until(10 * SECOND_NS));
        TestRole busy = new TestRole("busy");
        lane.add(busy, 0, 0, false);
        lane.add(frame, 1, 60, true);
        lane.run();
        assertEquals(600, frame.runs, 2);
        assertTrue(lane.recorder().totalNs(SpanKind.PACE) > 0, "the lane sleeps between frames");
    }

    @Test
    void aBusyRoleKeepsALaneThatIsNotPacedFromSleeping() {
        Lane lane = lane();
        TestRole timed = new TestRole("timed").job(until(SECOND_NS));
        lane.add(new TestRole("busy"), 0, 0, false);
        lane.add(timed, 1, 10, false);
        lane.run();
        assertEquals(10, timed.runs, 1);
        assertEquals(0, lane.recorder().totalNs(SpanKind.PACE));
    }

    @Test
    void periodsThatWereMissedAreDroppedAndCountedNotMadeUpFor() {
        Lane lane = lane();
        TestRole role = new TestRole("a");
        role.job(l -> {
            if (role.runs == 100) {
                nowNs += SECOND_NS;
            }
            return until(3 * SECOND_NS).on(l);
        });
        lane.add(role, 0, 100, false);
        lane.run();
        assertEquals(200, role.runs, 3, "a second was lost for good");
        assertEquals(1, lane.slots().of(role).stats.lateRuns());
        assertEquals(SECOND_NS, lane.slots().of(role).stats.droppedNs(), 0.02 * SECOND_NS);
    }

    @Test
    void aFewPeriodsThatWereMissedAreMadeUpFor() {
        Lane lane = lane();
        TestRole role = new TestRole("a");
        role.job(l -> {
            if (role.runs == 100) {
                nowNs += 3 * SECOND_NS / 100;
            }
            return until(3 * SECOND_NS).on(l);
        });
        lane.add(role, 0, 100, false);
        lane.run();
        assertEquals(300, role.runs, 2);
        assertEquals(0, lane.slots().of(role).stats.droppedNs());
        assertTrue(lane.slots().of(role).stats.lateRuns() > 0);
    }

    @Test
    void framesThatWereMissedAreNotMadeUpFor() {
        Lane lane = lane();
        TestRole frame = new TestRole("frame");
        List<Long> began = new ArrayList<>();
        frame.job(l -> {
            began.add(nowNs);
            if (began.size() == 100) {
                nowNs += 35 * SECOND_NS / 1000;
            }
            return until(3 * SECOND_NS).on(l);
        });
        lane.add(frame, 0, 100, true);
        lane.run();
        assertEquals(298, frame.runs, 2);
        assertEquals(SECOND_NS / 100, began.get(101) - began.get(100), 0.1 * SECOND_NS / 100);
        assertEquals(25 * SECOND_NS / 1000, lane.slots().of(frame).stats.droppedNs(), 0.1 * SECOND_NS / 100);
    }

    @Test
    void anUnpacedLaneKeepsNoRates() {
        Lane lane = TestLanes.lane(3, "lane", clock, Faults.NONE, true);
        TestRole role = new TestRole("a");
        role.job(l -> {
            if (role.runs == 50_000) {
                l.stop();
            }
            return true;
        });
        lane.add(role, 0, 1, false);
        lane.run();
        assertEquals(0, lane.recorder().totalNs(SpanKind.PACE));
    }

    @Test
    void aRateCanBeChangedFromInsideARun() {
        Lane lane = lane();
        TestRole role = new TestRole("a");
        role.job(l -> {
            if (role.runs == 100) {
                l.rate("a", 1000, 1000);
            }
            return until(2 * SECOND_NS).on(l);
        });
        lane.add(role, 0, 100, false);
        lane.run();
        assertEquals(1_110, role.runs, 5);
    }
}
