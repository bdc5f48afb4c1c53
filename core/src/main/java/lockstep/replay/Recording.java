package lockstep.replay;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import lockstep.game.Controls;

/**
 * A recorded run: everything needed to replay it. Immutable once read.
 *
 * <p>The file is gzip around: magic {@code LOCKSTEP}, format version (int), seed (long), bodies (int), hz (int); then
 * {@value #RECORD_BYTES} bytes for each tick: thrust, turn, aimX, aimY (float), flags (byte: 1 aiming, 2 fire), shots, pauses,
 * starts (int); then the trailer: {@link #TRAILER} bytes of 0xff, ticks (int), final hash (long) and the CRC-32 (int) of all
 * before it. Big-endian.
 */
public final class Recording implements IntentSource {
    static final long MAGIC = 0x4c4f434b53544550L;
    static final int VERSION = 1;
    static final int HEADER_BYTES = 28;
    static final int RECORD_BYTES = 29;
    /** Length of the end mark, in place of the next record's first eight bytes; no pair of valid floats has these bits. */
    static final int TRAILER = 8;
    static final int TRAILER_BYTES = TRAILER + 16;
    private static final int MAX_TICKS = 50_000_000;

    private final long seed;
    private final int bodies;
    private final int hz;
    private final ByteBuffer records;
    private final int ticks;
    private final long hash;

    private Recording(long seed, int bodies, int hz, ByteBuffer records, int ticks, long hash) {
        this.seed = seed;
        this.bodies = bodies;
        this.hz = hz;
        this.records = records;
        this.ticks = ticks;
        this.hash = hash;
    }

    /**
     * Reads a recording.
     *
     * @throws BadRecordingException with one line that says what is wrong with the file
     */
    public static Recording read(Path file) throws BadRecordingException {
        return read(file, MAX_TICKS);
    }

    /** Refuses a recording of more than {@code most} ticks, because a small file can unpack to more than fits into memory. */
    static Recording read(Path file, int most) throws BadRecordingException {
        try (InputStream raw = Files.newInputStream(file)) {
            return read(file, new DataInputStream(new GZIPInputStream(raw, 1 << 16)), most);
        } catch (EOFException e) {
            throw new BadRecordingException(file + ": ends in the middle; the recording was cut short");
        } catch (OutOfMemoryError e) {
            throw new BadRecordingException(file + ": too long for the memory there is; give Java more with -Xmx");
        } catch (BadRecordingException e) {
            throw e;
        } catch (IOException e) {
            throw new BadRecordingException(file + ": not a recording, or damaged (" + e.getMessage()
                + "); play --record FILE writes one");
        }
    }

    private static Recording read(Path file, DataInputStream in, int most) throws IOException {
        CRC32 crc = new CRC32();
        byte[] header = new byte[HEADER_BYTES];
        in.readFully(header);
        crc.update(header);
        ByteBuffer h = ByteBuffer.wrap(header);
        if (h.getLong() != MAGIC) {
            throw new BadRecordingException(file + ": not a recording; play --record FILE writes one");
        }
        int version = h.getInt();
        if (version != VERSION) {
            throw new BadRecordingException(file + ": of format version " + version + "; this program reads version " + VERSION);
        }
        long seed = h.getLong();
        int bodies = h.getInt();
        int hz = h.getInt();
        byte[] records = new byte[RECORD_BYTES * 4096];
        int ticks = 0;
        while (true) {
            in.readFully(records, ticks * RECORD_BYTES, TRAILER);
            if (ByteBuffer.wrap(records).getLong(ticks * RECORD_BYTES) == -1) {
                break;
            }
            in.readFully(records, ticks * RECORD_BYTES + TRAILER, RECORD_BYTES - TRAILER);
            if (++ticks > most) {
                throw new BadRecordingException(file + ": longer than " + most + " ticks, which no run is");
            }
            if ((ticks + 1) * RECORD_BYTES > records.length) {
                records = Arrays.copyOf(records, records.length * 2);
            }
        }
        crc.update(records, 0, ticks * RECORD_BYTES + TRAILER);
        byte[] trailer = new byte[TRAILER_BYTES - TRAILER];
        in.readFully(trailer);
        crc.update(trailer, 0, 12);
        ByteBuffer t = ByteBuffer.wrap(trailer);
        int told = t.getInt();
        long hash = t.getLong();
        if (told != ticks || t.getInt() != (int) crc.getValue() || in.read() != -1) {
            throw new BadRecordingException(file + ": damaged; its checksum does not fit its content");
        }
        if (bodies < 0 || bodies > 20_000 || hz < 30 || hz > 1000) {
            throw new BadRecordingException(file + ": damaged; " + bodies + " bodies at " + hz + " Hz cannot be run");
        }
        return new Recording(seed, bodies, hz, ByteBuffer.wrap(records), ticks, hash);
    }

    /** Seed of the game. */
    public long seed() {
        return seed;
    }

    /** Wanted number of rocks, 0 for the game's own. */
    public int bodies() {
        return bodies;
    }

    /** Physics ticks a second. */
    public int hz() {
        return hz;
    }

    /** The simulation's hash after the last tick of the recorded run. */
    public long hash() {
        return hash;
    }

    @Override
    public int ticks() {
        return ticks;
    }

    @Override
    public void copyTo(int tick, Controls into) {
        int at = (tick - 1) * RECORD_BYTES;
        into.thrust = records.getFloat(at);
        into.turn = records.getFloat(at + 4);
        into.aimX = records.getFloat(at + 8);
        into.aimY = records.getFloat(at + 12);
        byte flags = records.get(at + 16);
        into.aiming = (flags & 1) != 0;
        into.fire = (flags & 2) != 0;
        into.shots = records.getInt(at + 17);
        into.pauses = records.getInt(at + 21);
        into.starts = records.getInt(at + 25);
    }

    static void put(Controls c, ByteBuffer b) {
        b.putFloat(c.thrust).putFloat(c.turn).putFloat(c.aimX).putFloat(c.aimY);
        b.put((byte) ((c.aiming ? 1 : 0) | (c.fire ? 2 : 0)));
        b.putInt(c.shots).putInt(c.pauses).putInt(c.starts);
    }
}
