package lockstep.trace.frames;

import java.util.concurrent.locks.LockSupport;
import lockstep.files.Threads;
import lockstep.time.FrameLog;
import lockstep.time.FrameRecords;
import lockstep.time.Frames;

/**
 * All frames of a run, for the exports. A daemon thread, {@code frames}, copies them from the log well before its ring overwrites
 * them, so it costs the rendering lane nothing. Memory grows by chunks up to a bound.
 *
 * <p>The process main thread calls {@link #start} before the lanes start and {@link #stop} after they were joined; each may be
 * called again and then does nothing. Any thread may read the frames below {@link #count} at any time: frames are published by a
 * volatile store and never change. Index 0 is the first frame kept; times are ns of the run's clock.
 */
public final class FrameHistory extends FrameRecords {
    /** Frames kept at most: nine hours at 60 frames a second. */
    public static final int MOST = 1 << 21;

    static final String THREAD = "frames";
    private static final long POLL_NS = 10_000_000;
    private static final int CHUNK_FRAMES = 1 << 12;
    private static final int BATCH = 1 << 9;

    private final int most;
    private final long[][] chunks;
    private final Frames batch = new Frames(BATCH);
    private FrameLog log;
    private Thread thread;
    private long next;
    private volatile boolean stopping;
    private volatile int count;
    private volatile long missed;

    /** The frames of a run that has not begun. */
    public FrameHistory() {
        this(MOST);
    }

    /** Keeps at most {@code most} frames. */
    FrameHistory(int most) {
        this.most = most;
        chunks = new long[(most + CHUNK_FRAMES - 1) / CHUNK_FRAMES][];
    }

    /** Begins to keep the frames of {@code frames}; does nothing if already begun. */
    public void start(FrameLog frames) {
        if (log != null) {
            return;
        }
        log = frames;
        thread = new Thread(this::poll, THREAD);
        thread.setDaemon(true);
        thread.start();
    }

    /** Copies what is left in the log and ends the thread. */
    public void stop() {
        if (thread == null || stopping) {
            return;
        }
        stopping = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }

    private void poll() {
        while (true) {
            boolean last = stopping;
            take();
            if (last) {
                return;
            }
            LockSupport.parkNanos(this, POLL_NS);
        }
    }

    private void take() {
        do {
            batch.read(log, next);
            next = batch.next();
            int kept = Math.min(batch.count(), most - count);
            for (int i = 0; i < kept; i++) {
                put(count + i, i);
            }
            count += kept;
            missed = next - count;
        } while (batch.count() > 0);
    }

    private void put(int frame, int i) {
        long[] chunk = chunks[frame / CHUNK_FRAMES];
        if (chunk == null) {
            chunk = chunks[frame / CHUNK_FRAMES] = new long[CHUNK_FRAMES * STRIDE];
        }
        batch.copyTo(i, chunk, frame % CHUNK_FRAMES * STRIDE);
    }

    @Override
    protected long get(int i, int field) {
        if (i < 0 || i >= count) {
            throw new IndexOutOfBoundsException("frame " + i + " of " + count);
        }
        return chunks[i / CHUNK_FRAMES][i % CHUNK_FRAMES * STRIDE + field];
    }

    /** Frames kept so far. */
    @Override
    public int count() {
        return count;
    }

    /** Frames that are missing: overwritten before they were read, or beyond {@link #MOST}. */
    public long missed() {
        return missed;
    }
}
