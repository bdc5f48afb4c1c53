package lockstep.assets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The container of a PNG file: header, chunks and checksums (W3C, "Portable Network Graphics", 2003). {@link PngPixels} reads the
 * pixels. Immutable; any thread.
 *
 * @param width px
 * @param height px
 * @param channels bytes of one px: 3 for RGB, 4 for RGBA
 * @param data where the compressed pixels lie
 */
record Png(int width, int height, int channels, List<Png.Piece> data) {
    /** The largest side accepted, px. */
    static final int MOST_PX = 4096;
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452, IDAT = 0x49444154, IEND = 0x49454E44;
    private static final int HEADER_BYTES = 13, SMALLEST_CHUNK = 12;
    private static final int RGB = 2, RGBA = 6;

    /** {@code length} bytes of the file from index {@code at}. */
    record Piece(int at, int length) {
    }

    /** Checks everything but the pixels; throws {@link IOException} with one line if the file is damaged. */
    static Png check(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length == 0) {
            throw new IOException("the file is empty");
        }
        if (in.remaining() < 8 || in.getLong() != SIGNATURE) {
            throw new IOException("it is not a PNG file");
        }
        Png png = null;
        CRC32 crc = new CRC32();
        while (true) {
            int length = in.remaining() < SMALLEST_CHUNK ? -1 : in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                throw new IOException("the PNG file is cut off after " + file.length + " bytes");
            }
            int start = in.position();
            int type = in.getInt();
            if (png == null) {
                png = header(in, type, length);
            }
            crc.reset();
            crc.update(file, start, length + 4);
            in.position(start + 4 + length);
            if (in.getInt() != (int) crc.getValue()) {
                throw new IOException("the PNG file is damaged at byte " + (start - 4));
            }
            if (type == IDAT) {
                png.data.add(new Piece(start + 4, length));
            } else if (type == IEND) {
                return png;
            }
        }
    }

    private static Png header(ByteBuffer in, int type, int length) throws IOException {
        if (type != IHDR || length != HEADER_BYTES) {
            throw new IOException("the PNG file does not begin with its header");
        }
        int at = in.position();
        int width = in.getInt(at);
        int height = in.getInt(at + 4);
        if (width <= 0 || height <= 0 || width > MOST_PX || height > MOST_PX) {
            throw new IOException("it claims " + Integer.toUnsignedString(width) + "x" + Integer.toUnsignedString(height)
                + " px; at most " + MOST_PX + "x" + MOST_PX);
        }
        int bits = in.get(at + 8);
        int colour = in.get(at + 9);
        boolean plain = in.get(at + 10) == 0 && in.get(at + 11) == 0 && in.get(at + 12) == 0;
        if (bits != 8 || colour != RGB && colour != RGBA || !plain) {
            throw new IOException("it has " + bits + " bits, colour type " + colour + (plain ? "" : ", interlaced")
                + "; right are 8 bits, colour type 2 (RGB) or 6 (RGBA), not interlaced");
        }
        return new Png(width, height, colour == RGB ? 3 : 4, new ArrayList<>());
    }
}
