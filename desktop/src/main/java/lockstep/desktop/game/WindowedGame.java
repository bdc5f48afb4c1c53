package lockstep.desktop.game;

import java.nio.file.Path;
import java.util.List;
import lockstep.desktop.window.NoWindowException;
import lockstep.desktop.window.Sound;
import lockstep.desktop.window.SplitWindow;
import lockstep.engine.Conductor;
import lockstep.overlay.LiveSession;
import lockstep.overlay.Overlay;
import lockstep.overlay.OverlayModel;
import lockstep.overlay.SessionDamage;
import lockstep.overlay.panel.LateNews;
import lockstep.overlay.panel.LateToast;
import lockstep.overlay.panel.Panel;
import lockstep.overlay.panel.TopologySaver;
import lockstep.overlay.timeline.Timeline;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.Parts;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.session.Ports;
import lockstep.session.Session;
import lockstep.session.SpanNames;
import lockstep.settings.Settings;
import lockstep.settings.SettingsFile;
import lockstep.settings.SettingsFolder;
import lockstep.time.Clock;
import lockstep.topology.Topology;
import lockstep.view.GameView;
import lockstep.view.Picture;

/** The game in a window: combines view, overlay and settings. Main thread, except {@link #picture}. */
final class WindowedGame {
    private final RunConfig config;
    private final IntentLog log;
    private final Signals signals;
    private final Exports exports;
    private final SettingsKeeper settings = SettingsKeeper.of(new SettingsFile(SettingsFolder.find(), System.err::println),
        System.err::println);
    private final List<Topology> shipped;
    private final FileThread files = new FileThread();
    private Overlay overlay;
    private GameLauncher.Finished finished;

    WindowedGame(RunConfig config, IntentLog log, Signals signals, Exports exports) {
        this.config = config;
        this.log = log;
        this.signals = signals;
        this.exports = exports;
        shipped = LivePlay.shipped(config);
    }

    /**
     * Opens the window, plays, closes it.
     *
     * @throws NoWindowException if no window can be opened; nothing was started then
     */
    GameLauncher.Finished run() {
        Settings s = settings.get();
        SplitWindow.Config window = new SplitWindow.Config(config.width(), config.height(), config.fullscreen() || s.fullscreen(),
            s.vsync(), !config.mute() && Sound.hasDevice(), "Lockstep");
        PictureWriter pictures = new PictureWriter();
        try (settings; files; pictures) {
            SplitWindow.run(window, w -> play(w, pictures));
        } catch (IllegalStateException e) {
            if (finished == null) {
                throw e;
            }
            System.err.println("lockstep: " + e.getMessage());
        }
        return pictures.failed() ? finished.incomplete() : finished;
    }

    private void play(SplitWindow window, PictureWriter pictures) {
        Ports ports = new Ports(window, window, !config.autopilot(), settings.get(), this::picture,
            log, null, HashListener.NONE, pictures::write);
        Session session = new Session(config, ports);
        exports.begin(session);
        settings.attach(session);
        signals.attach(session);
        session.onFound(line -> System.err.println("lockstep: " + line));
        Conductor.Reason reason = session.run();
        long p50 = overlay == null ? 0 : overlay.costP50Ns();
        long p99 = overlay == null ? 0 : overlay.costP99Ns();
        finished = new GameLauncher.Finished(session, reason, window.glRenderer() + ", " + window.glVersion(), p50, p99, true);
    }

    /** Makes what is drawn; the rendering lane calls it once, before its first frame. */
    private Picture picture(Session session) {
        Parts p = session.parts();
        OverlayModel looks = modelOf(session);
        LateNews news = new LateNews(session.lateFrames());
        overlay = new Overlay(looks, news, Overlay.Mode.valueOf(config.overlay().name()));
        TopologySaver saver = new TopologySaver(Path.of("").toAbsolutePath(), files);
        LiveSession live = new LiveSession(session, shipped, LivePlay::refuses, saver);
        Panel panel = new Panel(live, p.input().commands()::offer, overlay, Clock.SYSTEM,
            new LateToast(news, () -> overlay.dockHeight() > 0));
        Timeline timeline = new Timeline(session.lateFrames(), new SpanNames(session), session.frames().log(), panel,
            p.input().commands()::offer, Clock.SYSTEM);
        GameView view = new GameView(p.render().art(), p.input().inbox(), p.input().commands()::offer, p.physics().effects(),
            p.input().aim(), settings, List.of(overlay, panel, timeline), p.physics().game().capacity(), config.mute(),
            config.autopilot()).showing(new SessionDamage(session));
        return config.record() == null ? view : view.recorded();
    }

    /** The model for an overlay of {@code session}. */
    static OverlayModel modelOf(Session session) {
        return new OverlayModel(session::topology, session::lanes, session.meter(), session.frames().log(),
            session.frames()::budgetNs,
            session.world(), session.frames()::tornFrames, session.frames()::skewedFrames, session.frames()::redrawnFrames,
            session.assets()::placeholderFrames, List.copyOf(Registry.names()), session.notes().all());
    }
}
