package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlockWordsTest {
    private static final Deadlock.Link A = new Deadlock.Link("a", "bodies", "tally");
    private static final Deadlock.Link B = new Deadlock.Link("b", "", "bodies");
    private static final Deadlock.Link C = new Deadlock.Link("c", "sectors", "bodies");

    private static Deadlock of(boolean foreign, Deadlock.Link... cycle) {
        return new Deadlock(5, List.of(cycle), "reported", foreign);
    }

    @Test
    void oneLineSaysWhoHoldsWhatAndWaitsForWhat() {
        assertEquals("deadlock: 'a' holds bodies and waits for tally; 'b' waits for bodies", of(false, A, B).text());
        assertEquals("deadlock with locks that are not guards: 'b' waits for bodies", of(true, B).text());
    }

    @Test
    void itsLanesAreListedAsAPersonWould() {
        assertEquals("'a'", of(false, A).lanes());
        assertEquals("'a' and 'b'", of(false, A, B).lanes());
        assertEquals("'a', 'b' and 'c'", of(false, A, B, C).lanes());
    }

    @Test
    void allAreCountedTheFirstAreKeptAndTheNewestIsKnown() {
        Deadlocks found = new Deadlocks();
        assertNull(found.newest());
        assertNull(found.lasting());
        Deadlock first = of(false, A, B);
        found.add(first);
        for (int i = 0; i < Deadlocks.KEPT; i++) {
            found.add(of(false, B));
        }
        Deadlock last = of(false, C);
        found.add(last);
        assertEquals(Deadlocks.KEPT + 2, found.count());
        assertEquals(Deadlocks.KEPT, found.found().size());
        assertSame(first, found.found().get(0));
        assertSame(last, found.newest());
        found.lasting(last);
        assertSame(last, found.lasting());
    }
}
