package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.time.LaneOrder;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The detector on traces made by hand: one thread plays all lanes, so nothing ever meets in time. */
class RaceDetectorTest {
    private final LaneRecorder a = new LaneRecorder(0, "a", () -> 0);
    private final LaneRecorder b = new LaneRecorder(1, "b", () -> 0);
    private final LaneRecorder c = new LaneRecorder(2, "c", () -> 0);
    private final Races races = new Races();
    private final Variable x = races.variable("bodies");
    private final Edge guard = new Edge(false);
    private final Edge shared = new Edge(true);

    RaceDetectorTest() {
        races.on(List.of(a, b, c));
    }

    private static void read(LaneRecorder lane, Variable v) {
        lane.order().step();
        lane.order().at(lane.name() + ".look", 7);
        v.read(lane.order());
    }

    private static void write(LaneRecorder lane, Variable v) {
        lane.order().step();
        lane.order().at(lane.name() + ".publish", 9);
        v.write(lane.order());
    }

    private static void release(LaneRecorder lane, Edge e, boolean write) {
        e.release(lane.order(), write);
        lane.order().step();
    }

    private static void acquire(LaneRecorder lane, Edge e, boolean write) {
        e.acquire(lane.order(), write);
    }

    private void assertRaces(int distinct) {
        assertEquals(distinct, races.found().size(), () -> races.found().toString());
    }

    @Test
    void aReadAfterAWriteThatNothingOrdersIsARace() {
        write(a, x);
        read(b, x);
        assertEquals(
            List.of(new Race("bodies", new Race.Access("a", 9, true, "a.publish"), new Race.Access("b", 7, false, "b.look"))),
            races.found());
        assertEquals(
            "race on bodies: lane 'a' wrote in a.publish (tick 9), lane 'b' read in b.look (tick 7); no guard, barrier or"
                + " publication orders a before b",
            races.newest());
    }

    @Test
    void aWriteAfterAReadIsARaceToo() {
        read(a, x);
        write(b, x);
        assertRaces(1);
    }

    @Test
    void twoWritesAreARaceToo() {
        write(a, x);
        write(b, x);
        assertRaces(1);
    }

    @Test
    void readsAloneAreNot() {
        read(a, x);
        read(b, x);
        read(c, x);
        read(a, x);
        assertEquals(0, races.count());
    }

    @Test
    void aWriteRacesWithEachOfTheReadsThatItDoesNotComeAfter() {
        read(a, x);
        read(b, x);
        release(b, guard, true);
        acquire(c, guard, true);
        write(c, x);
        assertRaces(1);
        assertEquals("a", races.found().get(0).first().lane());
    }

    @Test
    void aLaneNeverRacesWithItself() {
        write(a, x);
        read(a, x);
        write(a, x);
        assertEquals(0, races.count());
    }

    @Test
    void aGuardGivenBackAndTakenIsAnOrder() {
        acquire(a, guard, true);
        write(a, x);
        release(a, guard, true);
        acquire(b, guard, true);
        read(b, x);
        write(b, x);
        release(b, guard, true);
        acquire(a, guard, true);
        read(a, x);
        assertEquals(0, races.count());
    }

    @Test
    void whatComesAfterTheReleaseIsNotInThatOrder() {
        release(a, guard, true);
        write(a, x);
        acquire(b, guard, true);
        read(b, x);
        assertRaces(1);
    }

    @Test
    void anotherGuardIsNoOrder() {
        write(a, x);
        release(a, guard, true);
        acquire(b, new Edge(false), true);
        read(b, x);
        assertRaces(1);
    }

    @Test
    void orderGoesThroughAThirdLane() {
        write(a, x);
        release(a, guard, true);
        acquire(c, guard, true);
        release(c, shared, true);
        acquire(b, shared, false);
        read(b, x);
        assertEquals(0, races.count());
    }

    @Test
    void readersThatMayBeInTogetherAreNotOrderedAmongEachOtherButWritersAreAfterThem() {
        write(a, x);
        acquire(a, shared, false);
        release(a, shared, false);
        acquire(b, shared, false);
        read(b, x);
        assertRaces(1);
        release(b, shared, false);
        acquire(c, shared, true);
        write(c, x);
        assertRaces(1);
    }

    @Test
    void aNumberReachedAndWaitedForIsAnOrderAndLaterNumbersAreNot() throws Exception {
        Milestone m = new Milestone(Milestone.Counted.BATCH, 0);
        write(a, x);
        m.reach(a, 1);
        assertTrue(m.await(b, 1));
        read(b, x);
        assertEquals(0, races.count());
        m.reach(b, 2);
        write(b, x);
        assertTrue(m.await(c, 2));
        read(c, x);
        assertRaces(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5})
    void aNumberThatWasPassedAlreadyAddsNoOrder(long again) throws Exception {
        Milestone m = new Milestone(Milestone.Counted.BATCH, 0);
        m.reach(a, 5);
        write(a, x);
        m.reach(a, again);
        assertTrue(m.await(b, again));
        read(b, x);
        assertRaces(1);
    }

    @Test
    void whatFollowsOnReachingANumberIsNotInThatOrder() throws Exception {
        Milestone m = new Milestone(Milestone.Counted.BATCH, 0);
        m.reach(a, 1);
        x.write(a.order());
        assertTrue(m.await(b, 1));
        read(b, x);
        assertRaces(1);
    }

    @Test
    void switchingOnAgainForgetsWhatWasUnordered() {
        write(a, x);
        races.off(List.of(a, b, c));
        races.on(List.of(a, b, c));
        read(b, x);
        assertEquals(0, races.count());
        write(a, x);
        assertRaces(1);
    }

    @Test
    void aRaceIsToldOnceAndCountedAlways() {
        for (int i = 0; i < 5; i++) {
            write(a, x);
            read(b, x);
        }
        assertRaces(1);
        assertTrue(races.count() >= 5);
    }

    /** Canaries: what a detector with an edge left out, or with one too many, would say about traces from above. */
    @Test
    void anEdgeLeftOutAndAnEdgeTooManyAreNoticed() {
        acquire(a, guard, true);
        write(a, x);
        acquire(b, guard, true);
        read(b, x);
        assertRaces(1);
        Variable y = races.variable("tally");
        write(a, y);
        release(a, guard, true);
        LaneOrder tooMuch = b.order();
        guard.acquire(tooMuch, true);
        read(b, y);
        assertRaces(1);
    }
}
