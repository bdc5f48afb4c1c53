package lockstep.desktop.game;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lockstep.session.Session;
import lockstep.settings.Score;
import lockstep.settings.Settings;
import lockstep.settings.SettingsFile;
import lockstep.view.menu.SettingsHolder;

/**
 * Keeps the settings while the game runs, applies and saves them. The rendering lane calls the {@link SettingsHolder} methods; a
 * thread of its own writes the file; the main thread makes and closes it. The settings are one volatile reference to an immutable
 * value. Saving is delayed a little, so that moving a slider writes once; a score is saved at once. A failed write is tried
 * again, for the last time in {@link #close}, which never interrupts a write.
 */
final class SettingsKeeper implements SettingsHolder, AutoCloseable {
    private static final long SAVE_DELAY_MS = 300;
    private static final long RETRY_MS = 5_000;
    private static final long CLOSE_MS = 10_000;

    /** Where settings are saved. */
    interface Store {
        /** @throws IOException with one line that says what could not be written and why */
        void save(Settings settings) throws IOException;
    }

    private final Store store;
    private final Consumer<String> log;
    private final long retryMs;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread t = new Thread(r, "settings");
        t.setDaemon(true);
        return t;
    });
    private volatile Settings settings;
    private volatile Session session;
    /** Only the saver's thread uses these three fields. */
    private Settings saved;
    private boolean failing;
    private boolean retrying;

    /** Keeps the settings of a file; {@code log} receives one line for each failure, on any thread. */
    static SettingsKeeper of(SettingsFile file, Consumer<String> log) {
        return new SettingsKeeper(file.load(), file::save, log, RETRY_MS);
    }

    SettingsKeeper(Settings loaded, Store store, Consumer<String> log, long retryMs) {
        this.store = store;
        this.log = log;
        this.retryMs = retryMs;
        settings = loaded;
        saved = loaded;
    }

    /** Applies changes to {@code session} from now on. */
    void attach(Session session) {
        this.session = session;
    }

    @Override
    public Settings get() {
        return settings;
    }

    @Override
    public void set(Settings now) {
        Settings before = settings;
        settings = now;
        if (now.fullscreen() != before.fullscreen()) {
            session.surface().fullscreen(now.fullscreen());
        }
        if (now.vsync() != before.vsync()) {
            session.surface().vsync(now.vsync());
        }
        if (now.frameCap() != before.frameCap() || now.vsync() != before.vsync()) {
            session.frameCap(now.frameCap(), now.vsync());
        }
        saver.schedule(this::save, SAVE_DELAY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void ended(long score, int sector) {
        settings = settings.withScore(new Score(score, sector, LocalDate.now().toString()));
        saver.execute(this::save);
    }

    /** Writes the current settings unless they are saved; true if they are. */
    private boolean save() {
        Settings now = settings;
        if (now == saved) {
            return true;
        }
        try {
            store.save(now);
            saved = now;
            failing = false;
            return true;
        } catch (IOException e) {
            failed(e.getMessage());
        } catch (RuntimeException e) {
            failed("settings: cannot be written: " + e);
        }
        return false;
    }

    private void failed(String why) {
        if (!failing) {
            failing = true;
            log.accept(why + "; trying again every " + RETRY_MS / 1_000 + " s");
        }
        if (!retrying) {
            retrying = true;
            saver.schedule(() -> {
                retrying = false;
                save();
            }, retryMs, TimeUnit.MILLISECONDS);
        }
    }

    /** Writes what is not saved yet, after a write in progress. */
    @Override
    public void close() {
        boolean kept =
            CompletableFuture.supplyAsync(this::save, saver).completeOnTimeout(false, CLOSE_MS, TimeUnit.MILLISECONDS).join();
        if (!kept) {
            log.accept("settings: the last changes, perhaps a best score, could not be written and are lost");
        }
        saver.shutdown();
    }
}
