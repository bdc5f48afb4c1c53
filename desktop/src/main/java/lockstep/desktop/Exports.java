package lockstep.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lockstep.roles.ExportFiles;
import lockstep.roles.Session;
import lockstep.trace.Export;
import lockstep.trace.JfrExport;
import lockstep.trace.Summary;

/** The exports that a run was asked for. Main thread only. A file that fails is told of and keeps no other from its end. */
final class Exports {
    private final List<Export> asked = new ArrayList<>();
    private final Consumer<String> tell;
    private boolean complete = true;

    Exports(ExportFiles files, Consumer<String> tell) {
        this.tell = tell;
        if (files.jfr() != null) {
            asked.add(new JfrExport(files.jfr()));
        }
    }

    /** Before the lanes of a session start. */
    void begin(Session session) {
        List<Export> failed = new ArrayList<>();
        for (Export e : asked) {
            if (!told(() -> e.begin(session, tell))) {
                failed.add(e);
            }
        }
        asked.removeAll(failed);
    }

    /** After they were joined. Returns false if a file could not be begun or completed. */
    boolean end(Session session, Summary.About about) {
        for (Export e : asked) {
            told(() -> e.end(session, about));
        }
        return complete;
    }

    /** There was no run after all. */
    void abandon() {
        asked.forEach(e -> told(e::abandon));
    }

    private interface Step {
        void run() throws IOException;
    }

    private boolean told(Step step) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            tell.accept(e.getMessage());
            complete = false;
            return false;
        }
    }
}
