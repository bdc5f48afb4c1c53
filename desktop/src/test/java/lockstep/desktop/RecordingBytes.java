package lockstep.desktop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Recordings that this program would not write. */
final class RecordingBytes {
    private static final int VERSION_AT = 8;

    private RecordingBytes() {
    }

    /** The same recording with another format version in its head. */
    static byte[] ofVersion(byte[] recording, int version) throws IOException {
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(recording)).readAllBytes();
        ByteBuffer.wrap(plain).putInt(VERSION_AT, version);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
