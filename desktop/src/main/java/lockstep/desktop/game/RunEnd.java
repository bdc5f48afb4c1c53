package lockstep.desktop.game;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import lockstep.desktop.cli.Cli;
import lockstep.desktop.game.GameLauncher.Finished;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.roles.RunConfig;
import lockstep.session.Session;
import lockstep.trace.About;
import lockstep.trace.summary.Summary;

/**
 * The end of a run: reports what went wrong and completes the requested files. The exit code is 0 only if nothing went wrong. The
 * report and the summary state the exit code with which the process ends. Main thread only.
 */
final class RunEnd {
    private final Finished finished;
    private final RunConfig config;
    private final String display;
    private final PrintStream err;
    private int exit;

    /** Reports how the run itself ended. */
    RunEnd(Finished finished, String display, PrintStream err) {
        this.finished = finished;
        this.display = display;
        this.err = err;
        config = finished.session().config();
        exit = finished.reason().exit();
        if (finished.reason().line() != null) {
            err.println("lockstep: " + finished.reason().line());
        }
        if (!finished.complete()) {
            failed();
        }
        Session session = finished.session();
        List<String> stuck = session.lanes().stream()
            .filter(lane -> session.conductor().ended(lane) == Conductor.Ended.STUCK).map(Lane::name).toList();
        if (!stuck.isEmpty()) {
            failed("these lanes did not end: " + String.join(", ", stuck));
        }
    }

    /** True if nothing has gone wrong so far and the run was not interrupted. */
    boolean isDone() {
        return exit == 0;
    }

    /** Reports something that the run should have done and did not. */
    void failed(String line) {
        err.println("lockstep: " + line);
        failed();
    }

    private void failed() {
        exit = exit == 0 ? 1 : exit;
    }

    /** Completes one file. */
    interface Step {
        void run() throws IOException;
    }

    /** Runs {@code step}; false if it failed, which is reported and counts for the exit code. */
    boolean complete(Step step) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            failed(e.getMessage());
            return false;
        }
    }

    /**
     * Writes the requested files and returns the exit code. The files that state it come last and are written again if it has
     * changed.
     */
    int write(Exports exports) {
        Session session = finished.session();
        if (config.inputLog() != null) {
            complete(() -> KeyLog.write(config.inputLog(), session.input()));
        }
        if (!exports.end(session, about())) {
            failed();
        }
        int stated;
        boolean summary = config.json() != null;
        do {
            stated = exit;
            if (!exports.report(session, about())) {
                failed();
            }
            summary = summary && complete(() -> Summary.write(config.json(), session, about(), exports.frames()));
        } while (stated != exit);
        return exit;
    }

    private About about() {
        return new About(Cli.Version.number(), display, finished.gl(), exit, finished.overlayCostP50Ns(),
            finished.overlayCostP99Ns());
    }
}
