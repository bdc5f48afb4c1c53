package lockstep.assets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Checks sound files: RIFF, 16-bit PCM, one or two channels, complete. Stateless; any thread. */
final class Wav {
    private static final int RIFF = 0x46464952, WAVE = 0x45564157, FMT = 0x20746D66, DATA = 0x61746164;
    private static final int LEAST_HZ = 8_000, MOST_HZ = 96_000;

    private Wav() {
    }

    static void check(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length == 0) {
            throw new IOException("the file is empty");
        }
        if (file.length < 12 || in.getInt() != RIFF || in.getInt(8) != WAVE) {
            throw new IOException("it is not a WAV file");
        }
        in.position(12);
        int frameBytes = 0;
        while (in.remaining() >= 8) {
            int type = in.getInt();
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IOException("the WAV file is cut off after " + file.length + " bytes");
            }
            if (type == FMT && frameBytes == 0) {
                frameBytes = format(in, length);
            } else if (type == DATA) {
                if (frameBytes == 0) {
                    throw new IOException("the WAV file has no format before its samples");
                }
                if (length == 0 || length % frameBytes != 0) {
                    throw new IOException("the WAV file has " + length + " bytes of samples; a multiple of " + frameBytes
                        + " above 0 is right");
                }
                return;
            }
            in.position(in.position() + length);
        }
        throw new IOException("the WAV file has no samples");
    }

    private static int format(ByteBuffer in, int length) throws IOException {
        if (length < 16) {
            throw new IOException("the WAV file's format is cut off");
        }
        int at = in.position();
        int encoding = in.getShort(at);
        int channels = in.getShort(at + 2);
        int hz = in.getInt(at + 4);
        int bits = in.getShort(at + 14);
        if (encoding != 1 || bits != 16 || channels != 1 && channels != 2 || hz < LEAST_HZ || hz > MOST_HZ) {
            throw new IOException("it has encoding " + encoding + ", " + bits + " bits, " + channels + " channels, " + hz
                + " Hz; right are PCM (1) of 16 bits, 1 or 2 channels, " + LEAST_HZ + " to " + MOST_HZ + " Hz");
        }
        return 2 * channels;
    }
}
