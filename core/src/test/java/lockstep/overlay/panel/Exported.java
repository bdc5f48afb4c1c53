package lockstep.overlay.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import lockstep.session.Session;
import lockstep.trace.About;
import lockstep.trace.Export;
import lockstep.trace.frames.FrameCsv;
import lockstep.trace.frames.FrameHistory;
import lockstep.trace.hlog.IntervalLog;
import lockstep.trace.report.ReportFile;
import lockstep.trace.summary.Summary;
import lockstep.trace.timeline.TraceExport;

/** Files that a game is told to leave, made beside whatever a person does. One thread. */
final class Exported {
    private final Path folder;
    private final FrameHistory frames = new FrameHistory();
    private final List<Export> files;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** Before the lanes of a session start. */
    Exported(Session session) throws IOException {
        folder = Files.createTempDirectory("lockstep");
        files = List.of(new TraceExport(folder.resolve("trace.json")), new IntervalLog(folder.resolve("run.hlog"), frames),
            FrameCsv.capFrameX(folder.resolve("frames.csv"), frames), new ReportFile(folder.resolve("report.html"), frames));
        frames.start(session.frames().log());
        for (Export e : files) {
            e.begin(session, said::add);
        }
    }

    /** After they were joined: all files are there, and those of JSON can be read. */
    void end(Session session) throws IOException {
        frames.stop();
        About about = new About("test", "headless", "", 0, 0, 0);
        for (Export e : files) {
            e.end(session, about);
        }
        Summary.write(folder.resolve("run.json"), session, about, frames);
        assertEquals(List.of(),
            said.stream().filter(s -> !s.contains("came faster than they could be read") && !s.contains(": only ")).toList());
        assertTrue(readsAsJson("run.json") && readsAsJson("trace.json"));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("frames.csv", "report.html", "run.hlog", "run.json", "trace.json"),
                left.map(p -> p.getFileName().toString()).sorted().toList());
        }
        remove();
    }

    private boolean readsAsJson(String file) throws IOException {
        try (Reader in = Files.newBufferedReader(folder.resolve(file))) {
            return !JsonParser.parseReader(in).isJsonNull();
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
