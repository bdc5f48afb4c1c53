package lockstep.desktop.game;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.backends.headless.HeadlessApplication;
import com.badlogic.gdx.backends.headless.HeadlessApplicationConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import lockstep.desktop.cli.Launcher;
import lockstep.desktop.cli.UsageException;
import lockstep.desktop.terminal.HashPrinter;
import lockstep.desktop.terminal.RunTable;
import lockstep.desktop.terminal.TerminalOverlay;
import lockstep.desktop.window.Display;
import lockstep.desktop.window.NoWindowException;
import lockstep.engine.Conductor;
import lockstep.overlay.OverlayModel;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.replay.Recording;
import lockstep.replay.RecordingWriter;
import lockstep.roles.OverlayMode;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.session.Ports;
import lockstep.session.Session;
import lockstep.sync.Guards;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import lockstep.topology.TopologyException;
import lockstep.trace.Export;
import lockstep.trace.summary.Summary;

/** Runs the game in a window or without one, and writes the requested files when it has ended. Main thread only. */
public final class GameLauncher implements Launcher {
    private static final double HEADLESS_SECONDS = 30;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Export> always;

    /** Prints results to {@code out} and messages to {@code err}. */
    public GameLauncher(PrintStream out, PrintStream err) {
        this(out, err, List.of());
    }

    /** As the other constructor; {@code always} are exports made in every run. */
    public GameLauncher(PrintStream out, PrintStream err, List<Export> always) {
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
     * Replaces {@code four}, the default, with {@code classic} on macOS, where a second GL thread can crash when the window is
     * resized (GLFW issue 1997).
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
            finished =
                display.usable() ? new WindowedGame(run, log, signals, exports).run() : runHeadless(run, log, signals, exports);
        } catch (RuntimeException | Error e) {
            exports.abandon();
            if (recorder != null) {
                recorder.abandon();
            }
            throw e;
        }
        Session session = finished.session();
        RunEnd end = new RunEnd(finished, display.kind(), err);
        if (recorder != null) {
            end.complete(() -> recorder.finish(session.finalHash().hash()));
        }
        if (!display.usable() || run.seconds() > 0 || run.ticks() > 0) {
            RunTable.lines(WindowedGame.modelOf(session), session.lateFrames(), session.elapsedNs() / 1e9).forEach(err::println);
        }
        return end.write(exports);
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
        return new Finished(session, reason, "none", 0, 0, true);
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
        session.onFound(line -> err.println("lockstep: " + line));
        try (Signals signals = new Signals()) {
            signals.attach(session);
            RunEnd end = new RunEnd(new Finished(session, again(session, exports), "none", 0, 0, true), "headless", err);
            if (end.isDone()) {
                judge(run, session, recording, end);
            }
            return end.write(exports);
        }
    }

    private static Conductor.Reason again(Session session, Exports exports) {
        try {
            exports.begin(session);
            return session.run();
        } catch (RuntimeException | Error e) {
            exports.abandon();
            throw e;
        }
    }

    private void judge(RunConfig run, Session session, Recording recording, RunEnd end) {
        if (run.views()) {
            out.println("views " + session.world().viewsChecked() + " bad " + session.world().viewsBad());
            if (session.world().viewsBad() > 0 && !run.topology().sync().guard().equals("none")) {
                end.failed("a lane saw a state of the world that was never published");
            }
        }
        String hash = Summary.hex(session.finalHash().hash());
        if (run.expectHash() != null && Long.parseUnsignedLong(run.expectHash(), 16) != session.finalHash().hash()) {
            end.failed("the run ended with hash " + hash + ", not " + run.expectHash());
        } else if (session.finalHash().tick() == recording.ticks() && recording.hash() != session.finalHash().hash()) {
            end.failed("the run ended with hash " + hash + ", but was recorded with " + Summary.hex(recording.hash()));
        }
        out.flush();
    }

    /** Loads libGDX's natives and sets its statics without a window; its own loop ends at once. */
    public static void loadNatives() {
        HeadlessApplicationConfiguration config = new HeadlessApplicationConfiguration();
        config.updatesPerSecond = -1;
        new HeadlessApplication(new ApplicationAdapter() {
        }, config);
    }

    /** A run that has ended; {@code complete} if everything to be written during the run was written. */
    record Finished(Session session, Conductor.Reason reason, String gl, long overlayCostP50Ns, long overlayCostP99Ns,
                    boolean complete) {
        /** The same run, with a file that could not be written, which was reported. */
        Finished incomplete() {
            return new Finished(session, reason, gl, overlayCostP50Ns, overlayCostP99Ns, false);
        }
    }
}
