package lockstep.assets;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes the pixels of a checked PNG file into native RGBA8888 pictures, row by row. For one lane.
 *
 * <p>libGDX's native decoder is not used because it reads zeros for ever if the compressed stream ends early. It also unpacks the
 * whole stream first (98 MB for 97 KB that claim 64x64 px) and accepts a wrong checksum. Behind a pass that measures the unpacked
 * length it would be safe but take about twice as long as this (sprites 4.9 ms against 2.7, a nebula tile 7.5 against 3.2). Here
 * {@link Inflater} reads the stream, and a damaged file is refused. Filters: W3C, "Portable Network Graphics", 2003, 9.2.
 */
final class PngPixels {
    private static final int NONE = 0, SUB = 1, UP = 2, AVERAGE = 3, PAETH = 4;
    private static final int RGBA = 4;

    private final Inflater inflater = new Inflater();
    private final byte[] filter = new byte[1];
    private byte[] row = new byte[0];
    private byte[] above = new byte[0];
    private byte[] wide = new byte[0];

    /** Decodes a new picture, which the caller disposes of; throws {@link IOException} with one line if the file is damaged. */
    Pixmap decode(byte[] file, Png png) throws IOException {
        Pixmap picture = picture(png);
        boolean whole = false;
        try {
            inflater.reset();
            rows(file, png, picture.getPixels());
            whole = true;
            return picture;
        } catch (DataFormatException e) {
            throw new IOException("its pixels are damaged: " + e.getMessage(), e);
        } finally {
            if (!whole) {
                picture.dispose();
            }
        }
    }

    private static Pixmap picture(Png png) throws IOException {
        try {
            return new Pixmap(png.width(), png.height(), Pixmap.Format.RGBA8888);
        } catch (GdxRuntimeException e) {
            throw new IOException("there is no memory for " + png.width() + "x" + png.height() + " px", e);
        }
    }

    private void rows(byte[] file, Png png, ByteBuffer out) throws IOException, DataFormatException {
        int rowBytes = png.width() * png.channels();
        if (row.length != rowBytes) {
            row = new byte[rowBytes];
            above = new byte[rowBytes];
            wide = new byte[png.width() * RGBA];
        }
        Arrays.fill(row, (byte) 0);
        Iterator<Png.Piece> pieces = png.data().iterator();
        for (int y = 0; y < png.height(); y++) {
            byte[] before = row;
            row = above;
            above = before;
            inflate(file, pieces, filter, 1);
            inflate(file, pieces, row, rowBytes);
            unfilter(filter[0], png.channels());
            if (png.channels() == RGBA) {
                out.put(row, 0, rowBytes);
            } else {
                widen(png.width());
                out.put(wide, 0, png.width() * RGBA);
            }
        }
        out.flip();
    }

    private void inflate(byte[] file, Iterator<Png.Piece> pieces, byte[] into, int length)
        throws IOException, DataFormatException {
        int done = 0;
        while (done < length) {
            int n = inflater.inflate(into, done, length - done);
            done += n;
            if (n == 0) {
                if (inflater.finished() || inflater.needsDictionary() || !pieces.hasNext()) {
                    throw new IOException("its pixels are cut off");
                }
                Png.Piece p = pieces.next();
                inflater.setInput(file, p.at(), p.length());
            }
        }
    }

    private void unfilter(int kind, int step) throws IOException {
        byte[] r = row;
        byte[] a = above;
        switch (kind) {
            case NONE -> {
            }
            case SUB -> {
                for (int i = step; i < r.length; i++) {
                    r[i] += r[i - step];
                }
            }
            case UP -> {
                for (int i = 0; i < r.length; i++) {
                    r[i] += a[i];
                }
            }
            case AVERAGE -> {
                for (int i = 0; i < r.length; i++) {
                    int left = i < step ? 0 : r[i - step] & 0xff;
                    r[i] += (byte) (left + (a[i] & 0xff) >> 1);
                }
            }
            case PAETH -> {
                for (int i = 0; i < step; i++) {
                    r[i] += a[i];
                }
                for (int i = step; i < r.length; i++) {
                    r[i] += (byte) paeth(r[i - step] & 0xff, a[i] & 0xff, a[i - step] & 0xff);
                }
            }
            default -> throw new IOException("its pixels are damaged: there is no filter " + kind);
        }
    }

    private static int paeth(int left, int up, int upLeft) {
        int byLeft = Math.abs(up - upLeft);
        int byUp = Math.abs(left - upLeft);
        int byUpLeft = Math.abs(left + up - 2 * upLeft);
        if (byLeft <= byUp && byLeft <= byUpLeft) {
            return left;
        }
        return byUp <= byUpLeft ? up : upLeft;
    }

    private void widen(int width) {
        for (int x = 0, from = 0, to = 0; x < width; x++, from += 3, to += 4) {
            wide[to] = row[from];
            wide[to + 1] = row[from + 1];
            wide[to + 2] = row[from + 2];
            wide[to + 3] = -1;
        }
    }

    /** Releases the inflater's native memory. */
    void close() {
        inflater.end();
    }
}
