package lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import org.junit.jupiter.api.Test;

/** How a lane runs, fails and ends, on the test's own thread. */
class LaneTest extends OwnClockLanes {
    @Test
    void aLaneThatWasStoppedBeforeItRanRunsNoRole() {
        Lane lane = lane();
        TestRole role = new TestRole("a", calls);
        lane.add(role, 0, 0, false);
        lane.stop();
        lane.run();
        assertEquals(0, role.runs);
        assertTrue(lane.returned());
        assertEquals("stop a", calls.get(calls.size() - 1));
    }

    @Test
    void theRestOfTheRoundIsLeftOutOnceTheLaneIsToStop() {
        Lane lane = lane();
        lane.add(new TestRole("a", calls).job(l -> {
            l.stop();
            return true;
        }), 0, 0, false);
        lane.add(new TestRole("b", calls), 1, 0, false);
        lane.run();
        assertEquals(List.of("start a", "start b", "run a", "stop b", "stop a"), calls);
    }

    private void dies(String in, Lane lane, Exception boom) {
        lane.run();
        assertSame(boom, lane.failure());
        assertEquals(in, lane.runningRole());
        assertTrue(lane.returned());
    }

    @Test
    void aFailureToStartStopsOnlyTheRolesThatWereBegun() {
        Lane lane = lane();
        Exception boom = new Exception("boom");
        lane.add(new TestRole("a", calls), 0, 0, false);
        lane.add(new TestRole("b", calls).atStart(l -> {
            throw boom;
        }), 1, 0, false);
        lane.add(new TestRole("c", calls), 2, 0, false);
        dies("b", lane, boom);
        assertEquals(List.of("start a", "start b", "stop b", "stop a"), calls);
    }

    @Test
    void aFailureInARunStopsAllRoles() {
        Lane lane = lane();
        Exception boom = new Exception("boom");
        lane.add(new TestRole("a", calls), 0, 0, false);
        lane.add(new TestRole("b", calls).job(l -> {
            throw boom;
        }), 1, 0, false);
        dies("b", lane, boom);
        assertEquals(List.of("start a", "start b", "run a", "run b", "stop b", "stop a"), calls);
    }

    @Test
    void aFailureToStopIsToldAndTheOthersAreStoppedAllTheSame() {
        Lane lane = lane();
        Exception boom = new Exception("boom");
        lane.add(new TestRole("a", calls), 0, 0, false);
        lane.add(new TestRole("b", calls).atStop(l -> {
            throw boom;
        }), 1, 0, false);
        lane.stop();
        dies("b", lane, boom);
        assertEquals(List.of("start a", "start b", "stop b", "stop a"), calls);
    }

    @Test
    void theFirstFailureIsTheOneToldAndKeepsTheOthers() {
        Lane lane = lane();
        Exception boom = new Exception("boom");
        Exception late = new Exception("late");
        lane.add(new TestRole("a").atStop(l -> {
            throw late;
        }), 0, 0, false);
        lane.add(new TestRole("b").job(l -> {
            throw boom;
        }), 1, 0, false);
        dies("b", lane, boom);
        assertSame(late, boom.getSuppressed()[0]);
    }

    @Test
    void anInterruptNobodyAskedForIsAFailure() {
        Lane lane = lane();
        InterruptedException interrupt = new InterruptedException();
        lane.add(new TestRole("a").job(l -> {
            throw interrupt;
        }), 0, 0, false);
        dies("a", lane, interrupt);
    }

    @Test
    void anInterruptOfALaneThatIsToStopIsNone() {
        Lane lane = lane();
        lane.add(new TestRole("a", calls).job(l -> {
            l.stop();
            Thread.currentThread().interrupt();
            throw new InterruptedException();
        }).atStop(l -> calls.add("interrupted " + Thread.currentThread().isInterrupted())), 0, 0, false);
        lane.run();
        assertNull(lane.failure());
        assertEquals("interrupted false", calls.get(calls.size() - 1), "a role stops without an interrupt left over");
    }

    @Test
    void anErrorIsAFailureToo() {
        Lane lane = lane();
        lane.add(new TestRole("a").job(l -> {
            throw new StackOverflowError();
        }), 0, 0, false);
        lane.run();
        assertTrue(lane.failure() instanceof StackOverflowError);
    }

    @Test
    void aFaultPlantedInARoleOrALaneFiresBeforeItsRuns() {
        Faults faults = new Faults(List.of(FaultSpec.parse("a.tick=1ms@every=2"), FaultSpec.parse("lane.tick=yield@tick=3")));
        Lane lane = TestLanes.lane(0, "lane", clock, faults, false);
        TestRole a = new TestRole("a");
        TestRole b = new TestRole("b").job(l -> {
            if (a.runs == 10) {
                l.stop();
            }
            return true;
        });
        lane.add(a, 0, 0, false);
        lane.add(b, 1, 0, false);
        lane.run();
        assertEquals(5 + 2, faults.log().fired(), "five at role a, one at each role of the lane");
    }

    @Test
    void workAndItsRoleAreRecordedForEveryRun() {
        Lane lane = lane();
        TestRole role = new TestRole("a");
        role.job(l -> {
            nowNs += 1_000_000;
            if (role.runs == 10) {
                l.stop();
            }
            return true;
        });
        lane.add(role, 5, 0, false);
        lane.run();
        assertEquals(10_000_000, lane.recorder().workedNs(), 10 * LOOK_NS * 3);
        assertEquals(10, lane.slots().of(role).stats.runs());
        assertEquals(10, lane.recorder().ring().written());
    }

    @Test
    void aRoleThatIsNotOnTheLaneHasNoStats() {
        Lane lane = lane();
        String message = assertThrows(IllegalArgumentException.class, () -> lane.slots().of(new TestRole("x"))).getMessage();
        assertEquals("role 'x' is not on lane 'lane'", message);
    }
}
