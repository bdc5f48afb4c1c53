package lockstep.trace.hlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lockstep.files.NewFile;
import lockstep.files.Threads;
import lockstep.session.Session;
import lockstep.trace.About;
import lockstep.trace.Export;
import lockstep.trace.frames.FrameHistory;

/**
 * An HdrHistogram interval log, written once a second while the game runs; for what is in it see {@link LogLines}.
 *
 * <p>The meter's thread adds work times; a daemon thread, {@code hlog}, writes to {@code FILE.part}, whole lines at a time.
 * If that fails it is told once, the file ends with the last second that was written whole, and the game goes on.
 */
public final class IntervalLog implements Export {
    private static final long PERIOD_MS = 1_000;

    private final Path file;
    private final FrameHistory frames;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::writeOn, "hlog");
    private Session session;
    private LogLines lines;
    private Consumer<String> tell;
    private NewFile whole;
    private FileChannel out;
    private long savedBytes;
    private boolean failed;

    /** Of a session that has not begun; {@code frames} is that of its other files. */
    public IntervalLog(Path file, FrameHistory frames) {
        this.file = file;
        this.frames = frames;
    }

    @Override
    public void begin(Session ofSession, Consumer<String> teller) throws IOException {
        whole = new NewFile(file);
        try {
            out = FileChannel.open(whole.begin(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
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
        if (failed) {
            return;
        }
        ByteBuffer rest = ByteBuffer.wrap(more);
        try {
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            savedBytes += more.length;
        } catch (IOException e) {
            stopsHere(e.getMessage());
            cutToWholeSeconds();
        }
    }

    private void stopsHere(String why) {
        failed = true;
        tell.accept(file + ": the interval log stops here: " + why + "; the game goes on");
    }

    private void cutToWholeSeconds() {
        try {
            out.truncate(savedBytes);
        } catch (IOException e) {
            // What is no regular file cannot be cut.
        }
    }

    @Override
    public void end(Session ofSession, About about) throws IOException {
        stopWriting();
        save(lines.next(System.currentTimeMillis()));
        try {
            out.close();
            whole.keep();
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (failed) {
            throw Export.told();
        }
    }

    @Override
    public void abandon() throws IOException {
        stopWriting();
        out.close();
        whole.drop();
    }

    private IOException unwritable(IOException e) {
        return new IOException(file + ": the interval log could not be written: " + e.getMessage(), e);
    }

    private void stopWriting() {
        session.meter().onWork((stats, ns) -> { });
        stop.countDown();
        Threads.join(thread);
    }
}
