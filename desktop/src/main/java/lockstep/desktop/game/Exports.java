package lockstep.desktop.game;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import lockstep.roles.ExportFiles;
import lockstep.session.Session;
import lockstep.trace.About;
import lockstep.trace.Export;
import lockstep.trace.frames.FrameCsv;
import lockstep.trace.frames.FrameHistory;
import lockstep.trace.hlog.IntervalLog;
import lockstep.trace.jfr.JfrExport;
import lockstep.trace.report.ReportFile;
import lockstep.trace.timeline.TraceExport;

/**
 * The exports that were requested for a run, and those always made. Main thread only. A file that fails is reported and does not
 * affect the others.
 */
final class Exports {
    /** The requested exports; after {@link #begin}, those that could be begun. */
    private final List<Export> asked = new ArrayList<>();
    private final FrameHistory frames = new FrameHistory();
    private final Consumer<String> tell;
    private final Export report;
    private boolean begun;
    private boolean complete = true;

    Exports(ExportFiles files, List<Export> always, Consumer<String> tell) {
        this.tell = tell;
        asked.addAll(always);
        add(files.frames(), file -> FrameCsv.capFrameX(file, frames));
        add(files.mangohud(), file -> FrameCsv.mangoHud(file, frames));
        add(files.hlog(), file -> new IntervalLog(file, frames));
        add(files.jfr(), JfrExport::new);
        add(files.trace(), TraceExport::new);
        report = files.report() == null ? null : new ReportFile(files.report(), frames);
        if (report != null) {
            asked.add(report);
        }
    }

    private void add(Path file, Function<Path, Export> export) {
        if (file != null) {
            asked.add(export.apply(file));
        }
    }

    /** Begins all exports; before the lanes of a session start. */
    void begin(Session session) {
        if (session.config().json() != null) {
            frames.start(session.frames().log());
        }
        begun = true;
        List<Export> all = List.copyOf(asked);
        asked.clear();
        for (Export e : all) {
            if (told(() -> e.begin(session, tell))) {
                asked.add(e);
            }
        }
    }

    /** Completes all files but the report, after the lanes were joined; false if one could not be begun or completed. */
    boolean end(Session session, About about) {
        frames.stop();
        if (frames.missed() > 0) {
            tell.accept(frames.missed() + " frames were not kept and are missing in the files that list frames");
        }
        asked.stream().filter(e -> e != report).forEach(e -> told(() -> e.end(session, about)));
        return complete;
    }

    /** Writes the report, again if the exit code in it has changed; false if any file so far has failed. */
    boolean report(Session session, About about) {
        if (asked.contains(report) && !told(() -> report.end(session, about))) {
            asked.remove(report);
        }
        return complete;
    }

    /** Undoes {@link #begin} if there is no run after all. */
    void abandon() {
        if (begun) {
            frames.stop();
            asked.forEach(e -> told(e::abandon));
        }
    }

    /** All frames, recorded from {@link #begin} on if any file needs them. */
    FrameHistory frames() {
        return frames;
    }

    private interface Step {
        void run() throws IOException;
    }

    private boolean told(Step step) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            if (e.getMessage() != null) {
                tell.accept(e.getMessage());
            }
            complete = false;
            return false;
        } catch (RuntimeException e) {
            tell.accept("a file of this run could not be written: " + e);
            complete = false;
            return false;
        }
    }
}
