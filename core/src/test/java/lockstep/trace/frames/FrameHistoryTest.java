package lockstep.trace.frames;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.time.FrameLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameHistoryTest {
    private final FrameLog log = new FrameLog();
    private FrameHistory history = new FrameHistory();

    @AfterEach
    void stop() {
        history.stop();
    }

    /** Frame n (from 0) starts at 10n, lasts n + 1, and so on: every field of every frame differs. */
    private void add(int from, int to) {
        for (int n = from; n < to; n++) {
            log.add(10L * n, 11L * n + 1, n, 3L * n, n % 2 == 0 ? 5L * n : -1, n % 200, 7L * n);
        }
    }

    private void holds(int i, int n) {
        assertEquals(10L * n, history.startNs(i));
        assertEquals(11L * n + 1, history.endNs(i));
        assertEquals(n + 1, history.ns(i));
        assertEquals(n, history.swapNs(i));
        assertEquals(3L * n, history.simNs(i));
        assertEquals(n % 2 == 0 ? 5L * n : -1, history.inputNs(i));
        assertEquals(7L * n, history.budgetNs(i));
        assertEquals(n % 200, history.lane(i));
        assertEquals(n + 1, history.number(i));
    }

    @Test
    void keepsManyMoreFramesThanTheRingWhileTheyCome() {
        history.start(log);
        for (int n = 0; n < 10_000; n += 500) {
            add(n, n + 500);
            int written = n + 500;
            await().until(() -> history.count() == written);
        }
        assertEquals(0, history.missed());
        for (int n = 0; n < 10_000; n++) {
            holds(n, n);
        }
    }

    @Test
    void stopTakesInWhatTheThreadHasNotSeen() {
        history.start(log);
        add(0, 700);
        history.stop();
        assertEquals(700, history.count());
        holds(699, 699);
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().equals(FrameHistory.THREAD)));
    }

    @Test
    void framesThatWereOverwrittenAreMissedAndTheRestKeepTheirNumbers() {
        add(0, 3_000);
        history.start(log);
        history.stop();
        assertEquals(1_023, history.count());
        assertEquals(1_977, history.missed());
        holds(0, 1_977);
        holds(1_022, 2_999);
    }

    @Test
    void beyondTheBoundFramesAreOnlyCounted() {
        history = new FrameHistory(600);
        add(0, 1_000);
        history.start(log);
        history.stop();
        assertEquals(600, history.count());
        assertEquals(400, history.missed());
        holds(599, 599);
        assertThrows(IndexOutOfBoundsException.class, () -> history.ns(600));
    }

    @Test
    void lateFramesAreTold() {
        for (int n = 0; n < 40; n++) {
            log.add(n * 1_000_000L, (n + 1) * 1_000_000L + (n == 35 ? 90_000_000 : 0), 0, 0, -1, 255, 1_000_000);
        }
        history.start(log);
        history.stop();
        assertFalse(history.late(34));
        assertTrue(history.late(35));
        assertEquals(255, history.lane(35));
    }

    @Test
    void startingAgainChangesNothingAndStoppingWhatNeverStartedToo() {
        history.stop();
        history.start(log);
        history.start(new FrameLog());
        add(0, 3);
        history.stop();
        history.stop();
        assertEquals(3, history.count());
    }
}
