package lockstep.desktop;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.backends.headless.HeadlessApplication;
import com.badlogic.gdx.backends.headless.HeadlessApplicationConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import lockstep.engine.Conductor;
import lockstep.engine.Topologies;
import lockstep.engine.Topology;
import lockstep.engine.TopologyException;
import lockstep.roles.HashListener;
import lockstep.overlay.OverlayModel;
import lockstep.roles.IntentLog;
import lockstep.roles.OverlayMode;
import lockstep.roles.Ports;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.roles.Session;
import lockstep.sync.Guards;
import lockstep.trace.Export;
import lockstep.trace.Recording;
import lockstep.trace.RecordingWriter;
import lockstep.trace.Summary;

/** Runs the game in a window or without one, and writes what was asked for when it has ended. Main thread only. */
final class GameLauncher implements Launcher {
    private static final double HEADLESS_SECONDS = 30;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Export> always;

    GameLauncher(PrintStream out, PrintStream err) {
        this(out, err, List.of());
    }

    /** With exports beside those that a run is asked for. */
    GameLauncher(PrintStream out, PrintStream err, List<Export> always) {
        this.out = out;
        this.err = err;
        this.always = always;
    }

    @Override
    public int play(RunConfig config) throws Exception {
        Display display = config.headless() ? new Display("headless", "asked for with --headless") : Display.probe();
        if (!display.usable() && !config.headless()) {
            noWindow(display.problem());
        }
        try (Signals signals = new Signals()) {
            return play(config, display, signals);
        }
    }

    private int play(RunConfig config, Display display, Signals signals) throws Exception {
        try {
            return run(display.usable() ? fit(config, display.kind()) : headless(config), display, signals);
        } catch (NoWindowException e) {
            noWindow(e.getMessage());
            return run(headless(config), new Display("headless", e.getMessage()), signals);
        }
    }

    /**
     * On macOS a second GL thread can crash when the window is resized (glfw issue 1997): there {@code four}, which nobody
     * may have asked for, gives way to {@code classic}.
     */
    RunConfig fit(RunConfig config, String display) throws TopologyException {
        if (!display.equals("macos") || !config.topology().name().equals("four")) {
            return config;
        }
        err.println("lockstep: on macOS drawing stays on the main thread: playing topology 'classic' in place of 'four'");
        Topology classic = new Topologies(config.assets(), Registry.names(), Guards.names()).shipped("classic");
        return RunConfigBuilder.from(config).topology(classic.withSync(config.topology().sync())).build();
    }

    private void noWindow(String why) {
        err.println("lockstep: " + why);
        err.println("lockstep: running headless with the autopilot instead");
    }

    private int run(RunConfig run, Display display, Signals signals) throws IOException {
        RecordingWriter recorder = run.record() == null ? null
            : new RecordingWriter(run.record(), run.seed(), run.bodies(), (int) run.topology().hz(Topology.PHYSICS));
        IntentLog log = recorder == null ? IntentLog.NONE : recorder;
        Exports exports = exports(run);
        Finished finished;
        try {
            finished = display.usable() ? new WindowedGame(run, log, signals, exports).run() : runHeadless(run, log, signals, exports);
        } catch (NoWindowException e) {
            if (recorder != null) {
                recorder.abandon();
            }
            throw e;
        }
        try {
            return end(run, finished, display.kind(), exports);
        } finally {
            if (recorder != null) {
                recorder.finish(finished.session().finalHash().hash());
            }
        }
    }

    private static RunConfig headless(RunConfig config) {
        boolean endless = config.seconds() == 0 && config.ticks() == 0;
        return RunConfigBuilder.from(config).headless(true).autopilot(true)
            .seconds(endless ? HEADLESS_SECONDS : config.seconds()).build();
    }

    private Exports exports(RunConfig run) {
        return new Exports(run.exports(), always, line -> err.println("lockstep: " + line));
    }

    private Finished runHeadless(RunConfig config, IntentLog log, Signals signals, Exports exports) {
        loadNatives();
        Session session = new Session(config, Ports.headless(config, log, null, HashListener.NONE));
        exports.begin(session);
        session.onFound(line -> err.println("lockstep: " + line));
        OverlayModel model = WindowedGame.modelOf(session);
        Conductor.Reason reason;
        try (TerminalOverlay terminal = TerminalOverlay.open(model)) {
            Thread painter = new Thread(terminal, "terminal");
            painter.setDaemon(true);
            if (config.overlay() != OverlayMode.OFF) {
                painter.start();
            }
            signals.attach(session);
            reason = session.run();
            terminal.stop();
            painter.interrupt();
            join(painter);
        }
        RunTable.lines(model, session.lateFrames(), session.elapsedNs() / 1e9).forEach(err::println);
        return new Finished(session, reason, "none", 0, 0);
    }

    private static void join(Thread t) {
        try {
            t.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int replay(RunConfig config) throws Exception {
        Recording recording;
        try {
            recording = Recording.read(config.replay());
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
        loadNatives();
        RunConfig run = RunConfigBuilder.from(config).seed(recording.seed()).bodies(recording.bodies())
            .topology(config.topology().withHz(Topology.PHYSICS, recording.hz())).build();
        Session session = new Session(run, Ports.headless(run, IntentLog.NONE, recording, new HashPrinter(out)));
        Exports exports = exports(run);
        exports.begin(session);
        session.onFound(line -> err.println("lockstep: " + line));
        try (Signals signals = new Signals()) {
            signals.attach(session);
            int exit = end(run, new Finished(session, session.run(), "none", 0, 0), "headless", exports);
            return exit != 0 ? exit : judge(run, session, recording);
        }
    }

    private int judge(RunConfig run, Session session, Recording recording) {
        int exit = 0;
        if (run.views()) {
            out.println("views " + session.world().viewsChecked() + " bad " + session.world().viewsBad());
            if (session.world().viewsBad() > 0 && !run.topology().sync().guard().equals("none")) {
                err.println("lockstep: a lane saw a state of the world that was never published");
                exit = 1;
            }
        }
        String hash = Summary.hex(session.finalHash().hash());
        if (run.expectHash() != null && Long.parseUnsignedLong(run.expectHash(), 16) != session.finalHash().hash()) {
            err.println("lockstep: the run ended with hash " + hash + ", not " + run.expectHash());
            exit = 1;
        } else if (session.finalHash().tick() == recording.ticks() && recording.hash() != session.finalHash().hash()) {
            err.println("lockstep: the run ended with hash " + hash + ", but was recorded with " + Summary.hex(recording.hash()));
            exit = 1;
        }
        out.flush();
        return exit;
    }

    /** Tells how the run ended and writes the files asked for. */
    private int end(RunConfig config, Finished finished, String display, Exports exports) throws IOException {
        Session session = finished.session();
        Conductor.Reason reason = finished.reason();
        if (reason.line() != null) {
            err.println("lockstep: " + reason.line());
        }
        List<String> stuck = session.lanes().stream()
            .filter(l -> session.conductor().ended(l) == Conductor.Ended.STUCK).map(l -> l.name()).toList();
        if (!stuck.isEmpty()) {
            err.println("lockstep: these lanes did not end: " + String.join(", ", stuck));
        }
        int exit = reason.exit() == 0 && !stuck.isEmpty() ? 1 : reason.exit();
        if (!exports.end(session, about(finished, display, exit)) && exit == 0) {
            exit = 1;
        }
        if (config.json() != null) {
            Summary.write(config.json(), session, about(finished, display, exit), exports.frames());
        }
        if (config.inputLog() != null) {
            KeyLog.write(config.inputLog(), session.input());
        }
        return exit;
    }

    private static Summary.About about(Finished finished, String display, int exit) {
        return new Summary.About(Cli.Version.number(), display, finished.gl(), exit, finished.overlayCostP50Ns(),
            finished.overlayCostP99Ns());
    }

    /** Makes libGDX's natives and statics work without a window; its own loop ends at once. */
    static void loadNatives() {
        HeadlessApplicationConfiguration config = new HeadlessApplicationConfiguration();
        config.updatesPerSecond = -1;
        new HeadlessApplication(new ApplicationAdapter() {
        }, config);
    }

    /** A run that is over. */
    record Finished(Session session, Conductor.Reason reason, String gl, long overlayCostP50Ns, long overlayCostP99Ns) {
    }
}
