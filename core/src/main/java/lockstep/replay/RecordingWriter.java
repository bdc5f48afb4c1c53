package lockstep.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import lockstep.files.NewFile;
import lockstep.game.Controls;
import org.jctools.queues.SpscArrayQueue;

/**
 * Writes a recording while the game runs. The physics lane calls {@link #add}, which neither waits nor, while the disk
 * keeps up, allocates; a thread of its own compresses and writes to {@code FILE.part}. The thread that made it calls
 * {@link #finish} after the lanes were joined; only then does the file get its name, so it is never there half-written.
 * Chunks go over and back through single-producer queues, which order their content.
 */
public final class RecordingWriter implements IntentLog {
    private static final String WHAT = "the recording";
    private static final int CHUNK_BYTES = Recording.RECORD_BYTES * 1024;
    private static final int CHUNKS = 16;
    private static final long POLL_NS = 20_000_000;

    private final Path file;
    private final NewFile whole;
    private final SpscArrayQueue<ByteBuffer> full = new SpscArrayQueue<>(CHUNKS * 64);
    private final SpscArrayQueue<ByteBuffer> empty = new SpscArrayQueue<>(CHUNKS * 64);
    private final Thread thread = new Thread(this::write, "recorder");
    private final CRC32 crc = new CRC32();
    private final OutputStream raw;
    private final OutputStream out;
    private ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    private int ticks;
    private long saved;
    private volatile boolean closing;
    private volatile IOException failure;

    /**
     * Begins a recording.
     *
     * @throws IOException if the file cannot be written
     */
    public RecordingWriter(Path file, long seed, int bodies, int hz) throws IOException {
        this(file, begin(file), seed, bodies, hz);
    }

    /** Writes to {@code raw}, which is {@code FILE.part} or replaces it in tests. */
    RecordingWriter(Path file, OutputStream raw, long seed, int bodies, int hz) throws IOException {
        this.file = file;
        this.raw = raw;
        whole = new NewFile(file);
        out = open(raw);
        for (int i = 0; i < CHUNKS; i++) {
            empty.offer(ByteBuffer.allocate(CHUNK_BYTES));
        }
        ByteBuffer header = ByteBuffer.allocate(Recording.HEADER_BYTES);
        header.putLong(Recording.MAGIC).putInt(Recording.VERSION).putLong(seed).putInt(bodies).putInt(hz);
        save(header);
        thread.setDaemon(true);
        thread.start();
    }

    private static OutputStream begin(Path file) throws IOException {
        try {
            return Files.newOutputStream(new NewFile(file).begin());
        } catch (IOException e) {
            throw NewFile.unwritable(file, WHAT, e);
        }
    }

    private OutputStream open(OutputStream raw) throws IOException {
        try {
            return new GZIPOutputStream(raw, 1 << 16);
        } catch (IOException e) {
            throwAway();
            throw NewFile.unwritable(file, WHAT, e);
        }
    }

    @Override
    public void add(int tick, Controls controls) {
        if (!chunk.hasRemaining()) {
            if (!full.offer(chunk)) {
                fail(new IOException("the disk is " + ticks + " ticks behind"));
            }
            ByteBuffer next = empty.poll();
            chunk = next != null ? next : ByteBuffer.allocate(CHUNK_BYTES);
        }
        Recording.put(controls, chunk);
        ticks++;
    }

    private void write() {
        while (true) {
            boolean last = closing;
            for (ByteBuffer b = full.poll(); b != null; b = full.poll()) {
                save(b);
                empty.offer(b);
            }
            if (last) {
                return;
            }
            LockSupport.parkNanos(this, POLL_NS);
        }
    }

    private void save(ByteBuffer b) {
        if (failure == null) {
            try {
                crc.update(b.array(), 0, b.position());
                out.write(b.array(), 0, b.position());
                saved += b.position();
            } catch (IOException e) {
                fail(e);
            }
        }
        b.clear();
    }

    /** Reports the first failure, after which there will be no recording. */
    private synchronized void fail(IOException e) {
        if (failure == null) {
            failure = e;
            System.err.println("lockstep: the recording " + file + " stops here: " + e.getMessage() + "; the game goes on");
        }
    }

    /**
     * Ends the recording with the hash of the run and gives the file its name.
     *
     * @throws IOException if it could not be written whole; then nothing is left behind
     */
    public void finish(long hash) throws IOException {
        stopWriting();
        save(chunk);
        if (failure == null && saved != Recording.HEADER_BYTES + (long) ticks * Recording.RECORD_BYTES) {
            failure = new IOException("ticks are missing in it");
        }
        ByteBuffer trailer = ByteBuffer.allocate(Recording.TRAILER_BYTES);
        trailer.putLong(-1).putInt(ticks).putLong(hash);
        save(trailer);
        try {
            if (failure == null) {
                ByteBuffer sum = ByteBuffer.allocate(4).putInt((int) crc.getValue());
                out.write(sum.array());
                out.close();
                whole.keep();
                return;
            }
        } catch (IOException e) {
            failure = e;
        }
        throwAway();
        throw NewFile.unwritable(file, WHAT, failure);
    }

    /** Ends the recording of a run that never began and removes the file. */
    public void abandon() throws IOException {
        stopWriting();
        throwAway();
    }

    /** Closes the stream below the compressor, which cannot be closed properly when the disk is full. */
    private void throwAway() throws IOException {
        try (whole) {
            raw.close();
        }
    }

    private void stopWriting() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new IOException("interrupted while writing " + file);
        }
    }
}
