package lockstep.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lockstep.roles.ExportFiles;
import lockstep.roles.Session;
import lockstep.trace.Export;
import lockstep.trace.Summary;

/** The exports that a run was asked for, and those it makes always. Main thread only. A file that fails is told of and keeps no other from its end. */
final class Exports {
    private final List<Export> asked = new ArrayList<>();
    private final Consumer<String> tell;

    Exports(ExportFiles files, List<Export> always, Consumer<String> tell) {
        this.tell = tell;
        asked.addAll(always);
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

    /** After they were joined. Returns false if a file could not be completed. */
    boolean end(Session session, Summary.About about) {
        boolean all = true;
        for (Export e : asked) {
            all &= told(() -> e.end(session, about));
        }
        return all;
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
            return false;
        }
    }
}
