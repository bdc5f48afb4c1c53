package lockstep.desktop.game;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import lockstep.settings.Settings;
import org.junit.jupiter.api.Test;

class SettingsKeeperTest {
    private static final long SOON_MS = 1;
    private static final long NEVER_MS = 3_600_000;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Settings> saved = new CopyOnWriteArrayList<>();

    private SettingsKeeper keeper(SettingsKeeper.Store store, long retryMs) {
        return new SettingsKeeper(Settings.DEFAULT, store, log::add, retryMs);
    }

    private Settings last() {
        return saved.get(saved.size() - 1);
    }

    @Test
    void closingWaitsForAWriteUnderWayAndDoesNotInterruptIt() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        SettingsKeeper keeper = keeper(settings -> {
            writing.countDown();
            until(disk);
            saved.add(settings);
        }, NEVER_MS);
        keeper.ended(700, 3);
        writing.await();
        Thread closing = new Thread(keeper::close, "closing");
        closing.start();
        await("close to wait or to be through").atMost(Duration.ofSeconds(30)).until(() -> Set.of(Thread.State.WAITING,
            Thread.State.TIMED_WAITING, Thread.State.TERMINATED).contains(closing.getState()));
        disk.countDown();
        closing.join();
        assertEquals(1, saved.size());
        assertEquals(700, last().best().get(0).score());
        assertEquals(List.of(), log);
    }

    /** Like a channel: an interrupt ends the write. */
    private static void until(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new ClosedByInterruptException();
        }
    }

    @Test
    void whatWasSetAMomentBeforeIsSavedAtTheEnd() {
        try (SettingsKeeper keeper = keeper(saved::add, NEVER_MS)) {
            keeper.set(keeper.get().withMaster(0.5));
            keeper.set(keeper.get().withMaster(0.25).withShake(false));
        }
        assertEquals(List.of(Settings.DEFAULT.withMaster(0.25).withShake(false)), saved);
    }

    @Test
    void anInterruptedThreadStillSavesWhenItCloses() {
        SettingsKeeper keeper = keeper(saved::add, NEVER_MS);
        keeper.set(keeper.get().withMaster(0.5));
        Thread.currentThread().interrupt();
        keeper.close();
        assertTrue(Thread.interrupted(), "the interrupt was lost");
        assertEquals(0.5, last().master());
    }

    @Test
    void aChangeDuringAWriteIsWrittenToo() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        SettingsKeeper keeper = keeper(settings -> {
            writing.countDown();
            until(disk);
            saved.add(settings);
        }, NEVER_MS);
        keeper.ended(700, 3);
        writing.await();
        keeper.ended(900, 4);
        disk.countDown();
        keeper.close();
        assertEquals(900, last().best().get(0).score());
        assertEquals(2, last().best().size());
    }

    @Test
    void aFailedWriteIsTriedAgainUntilTheDiskHasRoomAndReportedOnce() {
        AtomicInteger failures = new AtomicInteger();
        AtomicBoolean full = new AtomicBoolean(true);
        SettingsKeeper keeper = keeper(settings -> {
            if (full.get()) {
                failures.incrementAndGet();
                throw new IOException("F: the settings could not be written: No space left on device");
            }
            saved.add(settings);
        }, SOON_MS);
        keeper.ended(700, 3);
        await("five failures").atMost(Duration.ofSeconds(30)).until(() -> failures.get() >= 5);
        full.set(false);
        await("the settings on the disk").atMost(Duration.ofSeconds(30)).until(() -> !saved.isEmpty());
        keeper.close();
        assertEquals(700, last().best().get(0).score());
        assertEquals(1, saved.size());
        assertEquals(1, log.size(), log::toString);
        assertTrue(log.get(0).startsWith("F: the settings could not be written: No space left on device; "), log::toString);
    }

    @Test
    void aWriteThatFailedIsTriedOnceMoreAtTheEndAndTheLossIsReported() {
        AtomicInteger tries = new AtomicInteger();
        SettingsKeeper keeper = keeper(settings -> {
            tries.incrementAndGet();
            throw new IOException("F: the settings could not be written: No space left on device");
        }, NEVER_MS);
        keeper.ended(700, 3);
        await("the first failure").atMost(Duration.ofSeconds(30)).until(() -> tries.get() == 1);
        keeper.close();
        assertEquals(2, tries.get());
        assertTrue(log.get(log.size() - 1).endsWith("are lost"), log::toString);
    }

    @Test
    void anErrorOfTheProgramInAWriteIsNoSilentLoss() {
        AtomicInteger tries = new AtomicInteger();
        SettingsKeeper keeper = keeper(settings -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("planted");
            }
            saved.add(settings);
        }, SOON_MS);
        keeper.ended(700, 3);
        await("a second try").atMost(Duration.ofSeconds(30)).until(() -> !saved.isEmpty());
        keeper.close();
        assertFalse(log.isEmpty());
    }
}
