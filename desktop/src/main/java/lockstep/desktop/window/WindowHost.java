package lockstep.desktop.window;

import com.badlogic.gdx.Files;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.SplitApplication;
import com.badlogic.gdx.graphics.glutils.HdpiMode;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Opens libGDX's application around a {@link SplitWindow} and closes it. Main thread only, except {@link #post} and
 * {@link #exitAsked}, which any thread may call: they use a concurrent queue and a volatile field.
 */
final class WindowHost extends SplitApplication.Host {
    private static final int LEAST_WIDTH = 320;
    private static final int LEAST_HEIGHT = 240;

    private final SplitWindow.Config config;
    private final Consumer<SplitWindow> body;
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final WindowErrors errors = new WindowErrors();
    private volatile SplitWindow window;
    private Throwable failure;

    WindowHost(SplitWindow.Config config, Consumer<SplitWindow> body) {
        this.config = config;
        this.body = body;
    }

    /** Returns when the window is closed; throws what the body threw. */
    void open() {
        Lwjgl3ApplicationConfiguration.errorStream = errors.stream();
        Display.choosePlatform();
        try {
            new SplitApplication(this, settings());
        } catch (GdxRuntimeException e) {
            if (window != null) {
                throw e;
            }
            throw new NoWindowException("no window: " + errors.reason(e.getMessage())
                + "; it needs OpenGL 2.0 or newer (on Debian: apt-get install libgl1 libgl1-mesa-dri)", e);
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Runs the body and keeps what it throws for {@link #open}, because the window could not be closed otherwise. */
    @Override
    protected void run(SplitApplication application) {
        errors.passOn();
        try {
            window = new SplitWindow(application, config, posted);
            window.runBody(body);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        if (window != null) {
            takeBack();
        }
    }

    private void takeBack() {
        try {
            window.takeBack();
        } catch (IllegalStateException e) {
            if (failure != null) {
                e.addSuppressed(failure);
            }
            throw e;
        }
    }

    @Override
    protected void post(Runnable runnable) {
        posted.add(runnable);
    }

    @Override
    protected void exitAsked() {
        SplitWindow open = window;
        if (open != null) {
            open.askToClose();
        }
    }

    private Lwjgl3ApplicationConfiguration settings() {
        Lwjgl3ApplicationConfiguration settings = new Lwjgl3ApplicationConfiguration();
        settings.setTitle(config.title());
        settings.setWindowedMode(config.width(), config.height());
        settings.setWindowSizeLimits(LEAST_WIDTH, LEAST_HEIGHT, -1, -1);
        settings.useVsync(config.vsync());
        settings.setHdpiMode(HdpiMode.Pixels);
        settings.setAutoIconify(false); // full screen on one monitor, the terminal overlay on another
        settings.disableAudio(!config.audio() || !Sound.hasDevice());
        String[] icons = Stream.of("icon.png", "icon-32.png")
            .filter(name -> WindowHost.class.getResource("/" + name) != null).toArray(String[]::new);
        if (icons.length > 0) {
            settings.setWindowIcon(Files.FileType.Classpath, icons);
        }
        return settings;
    }
}
