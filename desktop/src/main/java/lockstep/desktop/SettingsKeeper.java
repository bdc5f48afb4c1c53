package lockstep.desktop;

import java.time.LocalDate;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lockstep.engine.Score;
import lockstep.engine.Settings;
import lockstep.engine.SettingsFile;
import lockstep.roles.Session;
import lockstep.view.SettingsHolder;

/**
 * Keeps the settings while the game runs, puts them into force and has them saved. The rendering lane calls the
 * {@link SettingsHolder} methods; a thread of its own writes the file. The main thread makes and closes it; the settings
 * are one volatile reference to an immutable value. Saving is put off a moment, so a slider writes once.
 */
final class SettingsKeeper implements SettingsHolder, AutoCloseable {
    private static final long SAVE_DELAY_MS = 300;

    private final SettingsFile file;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread t = new Thread(r, "settings");
        t.setDaemon(true);
        return t;
    });
    private volatile Settings settings;
    private volatile Settings saved;
    private volatile Session session;

    SettingsKeeper(SettingsFile file) {
        this.file = file;
        settings = file.load();
        saved = settings;
    }

    /** From now on changes apply to this session. */
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
        set(settings.withScore(new Score(score, sector, LocalDate.now().toString())));
    }

    private void save() {
        Settings now = settings;
        if (now != saved) {
            saved = now;
            file.save(now);
        }
    }

    @Override
    public void close() {
        saver.shutdownNow();
        try {
            saver.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        save();
    }
}
