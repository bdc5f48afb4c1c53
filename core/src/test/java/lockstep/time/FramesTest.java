package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FramesTest {
    private static final int RENDER = 3;
    private static final long BUDGET = 16;

    private final FrameLog log = new FrameLog();
    private final Frames frames = new Frames(64);

    /** Frame {@code n} is from 1000n to 1000n + ns. */
    private void add(int n, long ns) {
        log.add(1000L * n, 1000L * n + ns, 7, 900L * n, n == 2 ? 55 : -1, RENDER, BUDGET);
    }

    @Test
    void aReaderGetsEachFrameAsItWasAdded() {
        log.rule(new LateRule(0, 1));
        for (int n = 0; n < 40; n++) {
            add(n, n == 35 ? 17 : 10);
        }
        frames.read(log, 0);
        assertEquals(40, frames.count());
        assertEquals(40, frames.next());
        assertEquals(1, frames.number(0));
        assertEquals(36, frames.number(35));
        assertEquals(35_000, frames.startNs(35));
        assertEquals(35_017, frames.endNs(35));
        assertEquals(17, frames.ns(35));
        assertEquals(7, frames.swapNs(35));
        assertEquals(31_500, frames.simNs(35));
        assertEquals(55, frames.inputNs(2));
        assertEquals(-1, frames.inputNs(35));
        assertEquals(BUDGET, frames.budgetNs(35));
        assertTrue(frames.late(35));
        assertFalse(frames.late(36));
        assertEquals(RENDER, frames.lane(35), "of a late frame too");
        assertEquals(RENDER, frames.lane(36));
    }

    @Test
    void aReaderThatComesBackGetsOnlyWhatIsNew() {
        for (int n = 0; n < 5; n++) {
            add(n, 10);
        }
        frames.read(log, 0);
        add(5, 10);
        frames.read(log, frames.next());
        assertEquals(1, frames.count());
        assertEquals(6, frames.number(0));
        assertEquals(0, frames.lost());
    }

    @Test
    void framesThatWereOverwrittenAreCountedAsLost() {
        for (int n = 0; n < 2000; n++) {
            add(n, 10);
        }
        frames.read(log, 0);
        assertEquals(frames.number(0) - 1, frames.lost());
        assertTrue(frames.lost() > 0);
        assertEquals(1000 * frames.lost(), frames.startNs(0), "and the oldest that is left is whole");
    }
}
