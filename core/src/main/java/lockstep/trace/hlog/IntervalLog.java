package lockstep.trace.hlog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lockstep.files.GrowingFile;
import lockstep.files.NewFile;
import lockstep.files.Threads;
import lockstep.session.Session;
import lockstep.trace.About;
import lockstep.trace.Export;
import lockstep.trace.frames.FrameHistory;

/**
 * An HdrHistogram interval log, written once a second while the game runs. {@link LogLines} says what it contains.
 *
 * <p>The meter's thread adds work times; a daemon thread, {@code hlog}, writes to {@code FILE.part}, whole lines at a time. A
 * failure is reported once; the file then ends with the last complete second, and the game goes on.
 */
public final class IntervalLog implements Export {
    private static final String WHAT = "the interval log";
    private static final long PERIOD_MS = 1_000;

    private final Path file;
    private final FrameHistory frames;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::writeOn, "hlog");
    private Session session;
    private LogLines lines;
    private Consumer<String> tell;
    private NewFile whole;
    private GrowingFile out;
    private boolean failed;

    /** A log of a session that has not begun; {@code frames} is shared with its other exports. */
    public IntervalLog(Path file, FrameHistory frames) {
        this.file = file;
        this.frames = frames;
    }

    @Override
    public void begin(Session ofSession, Consumer<String> teller) throws IOException {
        whole = new NewFile(file);
        try {
            out = GrowingFile.open(whole.begin());
        } catch (IOException e) {
            throw NewFile.unwritable(file, WHAT, e);
        }
        session = ofSession;
        tell = teller;
        lines = new LogLines(session, frames, System.currentTimeMillis());
        save(lines.head());
        frames.start(session.frames().log());
        session.meter().onWork(lines::worked);
        thread.setDaemon(true);
        thread.start();
    }

    private void writeOn() {
        try {
            while (!stop.await(PERIOD_MS, TimeUnit.MILLISECONDS)) {
                save(lines.next(System.currentTimeMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            stopsHere(e.toString());
        }
    }

    private void save(byte[] more) {
        try {
            if (!failed) {
                out.append(more);
            }
        } catch (IOException e) {
            stopsHere(e.getMessage());
        }
    }

    private void stopsHere(String why) {
        failed = true;
        tell.accept(file + ": the interval log stops here: " + why + "; the game goes on");
    }

    @Override
    public void end(Session ofSession, About about) throws IOException {
        stopWriting();
        save(lines.next(System.currentTimeMillis()));
        try {
            out.close();
            whole.keep();
        } catch (IOException e) {
            throw NewFile.unwritable(file, WHAT, e);
        }
        if (failed) {
            throw Export.told();
        }
    }

    @Override
    public void abandon() throws IOException {
        stopWriting();
        out.close();
        whole.close();
    }

    private void stopWriting() {
        session.meter().onWork((stats, ns) -> {});
        stop.countDown();
        Threads.join(thread);
    }
}
