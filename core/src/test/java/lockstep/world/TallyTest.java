package lockstep.world;

import static lockstep.world.WorldTest.LANE;
import static lockstep.world.WorldTest.during;
import static lockstep.world.WorldTest.world;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lockstep.TestLane;
import lockstep.WrittenTurns;
import lockstep.sync.Guard;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TallyTest {
    @Test
    void underAMutexTheTallyIsWhatTheLedgersSay() throws Exception {
        World w = world("mutex", false);
        int lanes = 4;
        int adds = 5_000;
        CyclicBarrier start = new CyclicBarrier(lanes);
        List<TestLane> all = new ArrayList<>();
        List<Future<Object>> done = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            TestLane lane = new TestLane(i, "lane-" + i);
            all.add(lane);
            Access a = w.access("role-" + i, lane.recorder(), Guard.NO_LIMIT);
            Scope s = a.scope("s", Need.write(Region.TALLY));
            done.add(lane.begin(() -> {
                start.await();
                for (int n = 0; n < adds; n++) {
                    s.enter();
                    a.out().add(Counter.POINTS, n);
                    a.out().add(Counter.RUNS, 1);
                    s.exit();
                }
                return null;
            }));
        }
        for (Future<Object> d : done) {
            TestLane.result(d);
        }
        all.forEach(TestLane::close);
        assertEquals((long) lanes * adds, w.tally(Counter.RUNS));
        assertEquals((long) lanes * adds * (adds - 1) / 2, w.tally(Counter.POINTS));
        assertEquals(w.tally(Counter.POINTS), w.ledger(Counter.POINTS));
        assertEquals(0, w.lostUpdates());
    }

    /** Two lanes add 1 and meet, by way of the planted fault's clock, after both have read and before either writes. */
    @Test
    void withoutAGuardTheUpdateOfTwoLanesThatMeetIsLostAndCounted() throws Exception {
        World w = world("none", false, "role.tally=yield@every=1");
        CyclicBarrier meeting = new CyclicBarrier(2);
        Runnable meet = () -> {
            try {
                meeting.await(TestLane.HANGS_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        try (TestLane a = new TestLane(1, "a"); TestLane b = new TestLane(2, "b")) {
            Future<Object> first = a.begin(() -> addOnce(w, during(meet)));
            Future<Object> second = b.begin(() -> addOnce(w, during(meet)));
            TestLane.result(first);
            TestLane.result(second);
        }
        assertEquals(2, w.ledger(Counter.RUNS));
        assertEquals(1, w.tally(Counter.RUNS));
        assertEquals(1, w.lostUpdates());
    }

    private static Object addOnce(World w, LaneRecorder recorder) throws InterruptedException {
        Access a = w.access("role", recorder, 0);
        Scope s = a.scope("s", Need.write(Region.TALLY));
        s.enter();
        a.out().add(Counter.RUNS, 1);
        s.exit();
        return null;
    }

    @ParameterizedTest
    @EnumSource(Counter.class)
    void eachCounterIsCountedForItself(Counter counter) {
        World w = world("none", false);
        Access a = w.access("r", LANE, 0);
        a.out().add(counter, 3);
        for (Counter c : Counter.values()) {
            assertEquals(c == counter ? 3 : 0, w.tally(c));
            assertEquals(w.tally(c), a.ledger().get(c));
        }
    }

    /** As between Python's threads at a switch interval. */
    @Test
    void withoutAGuardAnUpdateIsLostToALaneThatGetsItsTurnBetweenReadAndWrite() {
        World w = world("none", false);
        Access other = w.access("other", LANE, 0);
        LaneRecorder lane = new LaneRecorder(1, "lane", Clock.SYSTEM);
        lane.turn(new WrittenTurns() {
            @Override
            public void checkpoint() {
                other.out().add(Counter.RUNS, 1);
            }
        });
        w.access("role", lane, 0).out().add(Counter.RUNS, 1);
        assertEquals(1, w.lostUpdates());
    }

    @Test
    void aCounterIsNamedByItsWord() {
        assertEquals("points", Counter.POINTS.word());
    }

    @Test
    void theTallySaysOfWhichTickItIs() {
        World w = world("mutex", false);
        Access a = w.access("physics", LANE, 0);
        a.out().stampTally(41);
        assertEquals(41, w.access("render", LANE, 0).in().tallyTick());
    }
}
