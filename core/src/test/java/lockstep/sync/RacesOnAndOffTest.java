package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.time.LaneRecorder;
import lockstep.time.VectorClock;
import org.junit.jupiter.api.Test;

/** Races are looked for while a person wants it, among the lanes that are there, and reads that hold nothing count too. */
class RacesOnAndOffTest {
    private final LaneRecorder a = new LaneRecorder(0, "a", () -> 0);
    private final LaneRecorder b = new LaneRecorder(1, "b", () -> 0);
    private final List<LaneRecorder> lanes = List.of(a, b);
    private final Races races = new Races();
    private final Variable x = races.variable("bodies");

    private void write(LaneRecorder lane, String site) {
        lane.order().step();
        lane.order().at(site, 1);
        x.write(lane.order());
    }

    private void read(LaneRecorder lane, String site) {
        lane.order().step();
        lane.order().at(site, 1);
        x.read(lane.order());
    }

    @Test
    void lanesHaveAnOrderOnlyWhileRacesAreLookedFor() {
        assertFalse(races.isOn());
        races.on(true, lanes);
        assertTrue(races.isOn());
        assertNotNull(a.order());
        assertNotNull(b.order());
        races.on(false, lanes);
        assertFalse(races.isOn());
        assertNull(a.order());
        assertNull(b.order());
    }

    @Test
    void aLaneThatJoinsIsLookedAtIfTheOthersAre() {
        LaneRecorder late = new LaneRecorder(2, "late", () -> 0);
        races.join(late);
        assertNull(late.order());
        races.on(lanes);
        races.join(late);
        write(a, "publish");
        read(late, "look");
        assertEquals(1, races.count());
    }

    @Test
    void soManyLanesAndNoMoreAreLookedAt() {
        races.on(List.of(new LaneRecorder(63, "last", () -> 0)));
        LaneRecorder tooMany = new LaneRecorder(64, "too many", () -> 0);
        assertEquals("races can be looked for among 64 lanes, not 65",
            assertThrows(IllegalArgumentException.class, () -> races.join(tooMany)).getMessage());
    }

    @Test
    void whatWasFoundStaysWhenNobodyLooksAnyMore() {
        races.on(lanes);
        write(a, "publish");
        read(b, "look");
        races.off(lanes);
        assertEquals(1, races.found().size());
        assertEquals("write", races.found().get(0).first().word());
        assertEquals("read", races.found().get(0).second().word());
    }

    @Test
    void racesDifferByThePlacesInTheCodeWhicheverLaneCameFirst() {
        races.on(lanes);
        write(a, "publish");
        read(b, "look");
        write(a, "publish");
        assertEquals(1, races.found().size(), "the same two places the other way round");
        read(b, "count");
        assertEquals(2, races.found().size());
        write(a, "clear");
        read(b, "look");
        assertTrue(races.found().size() > 2);
    }

    @Test
    void onlyTheFirstDistinctRacesAreKept() {
        races.on(lanes);
        for (int i = 0; i < 2 * Races.KEPT; i++) {
            write(a, "publish " + i);
            read(b, "look");
        }
        assertEquals(Races.KEPT, races.found().size());
        assertTrue(races.count() > Races.KEPT);
    }

    @Test
    void aReadThatHeldNothingRacesWithAWriteItDoesNotKnowOf() {
        races.on(lanes);
        write(a, "publish");
        long written = x.lastWrite();
        assertTrue(a.order().clock().knows(written));
        x.readUnheld(a.order(), written);
        assertEquals(0, races.count());
        x.readUnheld(b.order(), written);
        assertEquals(1, races.count());
    }

    @Test
    void whoPeeksLearnsWhatTheLastWriterKnewAndIsInNobodysWay() {
        races.on(lanes);
        Edge edge = new Edge(true);
        write(a, "publish");
        VectorClock learnt = new VectorClock();
        edge.peek(learnt);
        assertFalse(learnt.knows(x.lastWrite()));
        edge.release(a.order(), true);
        edge.peek(learnt);
        assertTrue(learnt.knows(x.lastWrite()));
        assertFalse(b.order().clock().knows(x.lastWrite()));
    }

    @Test
    void aLaneThatReadAgainAfterItLearntOfTheOthersReadIsStillOneReader() {
        races.on(lanes);
        Edge edge = new Edge(false);
        read(a, "look");
        edge.release(a.order(), true);
        a.order().step();
        edge.acquire(b.order(), true);
        read(b, "look");
        edge.release(b.order(), true);
        b.order().step();
        LaneRecorder c = new LaneRecorder(2, "c", () -> 0);
        races.join(c);
        edge.acquire(c.order(), true);
        write(c, "publish");
        assertEquals(0, races.count(), "it knows of both reads");
    }
}
