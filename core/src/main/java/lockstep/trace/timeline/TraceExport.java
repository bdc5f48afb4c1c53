package lockstep.trace.timeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import lockstep.engine.Lane;
import lockstep.files.GrowingFile;
import lockstep.files.NewFile;
import lockstep.roles.Registry;
import lockstep.session.Session;
import lockstep.session.SpanNames;
import lockstep.time.Clock;
import lockstep.trace.About;
import lockstep.trace.Export;

/**
 * The timeline of a run, for Perfetto, or as Chrome's trace events if the file's name ends in {@code .json}. Its own thread reads
 * the lanes' rings about twenty times a second and writes directly to the file, which is readable after each write, so a killed
 * run leaves what was written. Lanes never wait for it. Spans overwritten before they were read are counted and reported at the
 * end.
 */
public final class TraceExport implements Export {
    private static final String WHAT = "the trace";
    private static final long EVERY_NS = 50_000_000;
    private static final long ENDS_MS = 10_000;

    private final Path file;
    private final Opening opening;
    private final Clock clock = Clock.SYSTEM;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private Consumer<String> tell;
    private TraceFormat format;
    private Tracer tracer;
    private GrowingFile out;
    private Thread thread;
    private volatile boolean ending;
    private volatile boolean stopped;

    /** A trace in {@code file}, which is emptied when the run begins. */
    public TraceExport(Path file) {
        this(file, () -> GrowingFile.open(file));
    }

    TraceExport(Path file, Opening opening) {
        this.file = file;
        this.opening = opening;
    }

    /** Opens the file. */
    interface Opening {
        GrowingFile open() throws IOException;
    }

    @Override
    public void begin(Session session, Consumer<String> told) throws IOException {
        tell = told;
        try {
            out = opening.open();
            begin(session);
        } catch (IOException e) {
            if (out != null) {
                out.close();
            }
            throw NewFile.unwritable(file, WHAT, e);
        }
        session.lateFrames().listen(tracer.late()::tell);
        thread = new Thread(this::run, "trace");
        thread.setDaemon(true);
        thread.start();
    }

    private void begin(Session session) throws IOException {
        long pid = ProcessHandle.current().pid();
        boolean chrome = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        format = chrome ? new ChromeFormat(pid)
            : new PerfettoFormat((int) pid, clock.nanos(), System.currentTimeMillis() * 1_000_000);
        SpanNames names = new SpanNames(session);
        tracer = new Tracer(new Tracer.Source(new ArrayList<>(Registry.names()),
            () -> session.lanes().stream().map(Lane::recorder).toList(),
            names::guards, names::fault, session.frames().log(), Gauge.of(session), session.notes().all()), format);
        write();
    }

    private void run() {
        try {
            while (!ending) {
                LockSupport.parkNanos(this, EVERY_NS);
                tracer.step(clock.nanos(), false);
                write();
            }
            tracer.step(clock.nanos(), true);
            format.close();
            write();
            if (tracer.lost() > 0) {
                tell.accept(
                    file + ": " + tracer.lost() + " spans or frames are missing: they came faster than they could be read");
            }
        } catch (IOException e) {
            stopsHere(e.getMessage());
        } catch (RuntimeException | Error e) {
            stopsHere(e.toString());
        } finally {
            tracer.late().close();
        }
    }

    private void stopsHere(String why) {
        stopped = true;
        tell.accept("the trace " + file + " stops here: " + why + "; the game goes on");
    }

    private void write() throws IOException {
        format.drainTo(piece);
        out.append(piece.toByteArray());
        piece.reset();
    }

    @Override
    public void end(Session session, About about) throws IOException {
        stop();
        try {
            out.close();
        } catch (IOException e) {
            throw NewFile.unwritable(file, WHAT, e);
        }
        if (stopped) {
            throw Export.told();
        }
    }

    @Override
    public void abandon() throws IOException {
        stop();
        out.close();
    }

    private void stop() throws IOException {
        ending = true;
        LockSupport.unpark(thread);
        try {
            thread.join(ENDS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new IOException(file + ": the end of the trace could not be written within " + ENDS_MS / 1000 + " s");
        }
    }
}
