package lockstep.trace.report;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Consumer;
import lockstep.files.NewFile;
import lockstep.session.Session;
import lockstep.trace.About;
import lockstep.trace.Export;
import lockstep.trace.frames.Figure;
import lockstep.trace.frames.FrameHistory;
import lockstep.trace.frames.FrameStatistics;
import lockstep.trace.summary.ObserverCosts;

/** The {@code --report} page: figures are collected in the background and written once the lanes were joined. */
public final class ReportFile implements Export {
    private final Path file;
    private final FrameHistory frames;
    private final ObserverCosts costs = new ObserverCosts();

    /**
     * @param frames the run's frames, which other exports may share
     */
    public ReportFile(Path file, FrameHistory frames) {
        this.file = file;
        this.frames = frames;
    }

    @Override
    public void begin(Session session, Consumer<String> tell) {
        frames.start(session.frames().log());
        costs.start();
    }

    @Override
    public void end(Session session, About about) throws IOException {
        frames.stop();
        costs.stop();
        NewFile.writeText(file, "the report", page -> ReportPage.write(page, to -> data(to, session, about)));
    }

    @Override
    public void abandon() {
        frames.stop();
        costs.stop();
    }

    private void data(Writer to, Session session, About about) throws IOException {
        JsonWriter json = new JsonWriter(to);
        json.setOutputType(JsonWriter.OutputType.json);
        json.object();
        long originNs = frames.count() > 0 ? frames.startNs(0) : 0;
        new ReportRun(json, session, about).write(costs.cpuNs(), originNs);
        ReportFrames.write(json, frames);
        new ReportLanes(json, session).write();
        new ReportLate(json, session, originNs).write(frames);
        statistics(json);
        json.pop();
    }

    private void statistics(JsonWriter json) throws IOException {
        json.array("statistics");
        for (Figure f : FrameStatistics.of(frames)) {
            json.object().set("tool", f.tool()).set("name", f.name()).set("unit", f.unit()).set("definition", f.definition());
            json.set("value", Double.isFinite(f.value()) ? f.value() : null).pop();
        }
        json.pop();
    }
}
