package lockstep.assets;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.g2d.Gdx2DPixmap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Reads PNG files into native RGBA8888 pictures. The native decoder sees only files whose header, chunk lengths and
 * checksums are right, so that what is cut off or damaged is refused in Java. Any thread; nothing is shared.
 */
final class Png {
    /** The largest side accepted, px. */
    static final int MOST_PX = 4096;
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452, IDAT = 0x49444154, IEND = 0x49454E44;
    private static final int SMALLEST_CHUNK = 12;

    /** A picture's sides, px. */
    record Size(int width, int height) {
    }

    private Png() {
    }

    /** Checks everything but the pixels. */
    static Size check(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length == 0) {
            throw new IOException("the file is empty");
        }
        if (in.remaining() < 8 || in.getLong() != SIGNATURE) {
            throw new IOException("it is not a PNG file");
        }
        Size size = null;
        boolean data = false;
        CRC32 crc = new CRC32();
        while (true) {
            if (in.remaining() < SMALLEST_CHUNK) {
                throw new IOException("the PNG file is cut off after " + file.length + " bytes");
            }
            int length = in.getInt();
            int start = in.position();
            int type = in.getInt();
            if (length < 0 || length > in.remaining() - 4) {
                throw new IOException("the PNG file is cut off after " + file.length + " bytes");
            }
            if (size == null) {
                if (type != IHDR || length != 13) {
                    throw new IOException("the PNG file does not begin with its header");
                }
                size = size(in, start + 4);
            }
            crc.reset();
            crc.update(file, start, length + 4);
            in.position(start + 4 + length);
            if (in.getInt() != (int) crc.getValue()) {
                throw new IOException("the PNG file is damaged at byte " + (start - 4));
            }
            data |= type == IDAT;
            if (type == IEND) {
                if (!data) {
                    throw new IOException("the PNG file has no pixels");
                }
                return size;
            }
        }
    }

    private static Size size(ByteBuffer in, int at) throws IOException {
        int width = in.getInt(at);
        int height = in.getInt(at + 4);
        if (width <= 0 || height <= 0 || width > MOST_PX || height > MOST_PX) {
            throw new IOException("it claims " + Integer.toUnsignedString(width) + "x" + Integer.toUnsignedString(height)
                + " px; at most " + MOST_PX + "x" + MOST_PX);
        }
        return new Size(width, height);
    }

    /** Decodes to RGBA8888; whoever gets the picture disposes it. */
    static Pixmap decode(byte[] file) throws IOException {
        Size size = check(file);
        Pixmap p;
        try {
            p = new Pixmap(new Gdx2DPixmap(file, 0, file.length, Gdx2DPixmap.GDX2D_FORMAT_RGBA8888));
        } catch (IOException | RuntimeException e) {
            throw new IOException("its pixels cannot be decoded: " + e.getMessage(), e);
        }
        if (p.getWidth() != size.width || p.getHeight() != size.height
            || p.getPixels().capacity() != 4 * size.width * size.height) {
            p.dispose();
            throw new IOException("its pixels are not what its header says");
        }
        return p;
    }
}
