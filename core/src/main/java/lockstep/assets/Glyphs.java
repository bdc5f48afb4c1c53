package lockstep.assets;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.g2d.BitmapFont.BitmapFontData;
import com.badlogic.gdx.graphics.g2d.PixmapPacker;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator.FreeTypeFontParameter;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Rasterises glyphs from font files. For one lane: FreeType is safe with one generator per thread. The glyphs are packed into
 * pictures made here, so libGDX does not call GL.
 */
final class Glyphs {
    /** All characters that are ever shown; those that a face lacks are left out. */
    static final String CHARACTERS = characters();
    private static final int GAP_PX = 1;
    private static final int LEAST_PAGE_PX = 128;
    /** A larger texture takes 2 ms to make, more than a frame has to spare. */
    private static final int MOST_PAGE_PX = 512;

    /** Glyphs and the pictures they are on. */
    record Rasterised(BitmapFontData data, List<Pixmap> pages) {
    }

    private final FreeTypeFontGenerator[] generators = new FreeTypeFontGenerator[Typeface.COUNT];

    private static String characters() {
        StringBuilder s = new StringBuilder("\0");
        for (char c = ' '; c <= '~'; c++) {
            s.append(c);
        }
        return s.append("·×÷→←↑↓…–—°µ±≥≤≈Δ✓✗●○■□▲▼▶◀█▉▊▋▌▍▎▏▁▂▃▄▅▆▇│─┌┐└┘├┤┬┴┼«»’‘“”•").toString();
    }

    /** Rasterises a face for {@code px} px. */
    Rasterised make(Typeface face, int px) throws IOException {
        FreeTypeFontGenerator generator = generator(face);
        int side = MathUtils.nextPowerOfTwo((int) Math.sqrt(CHARACTERS.length() * 0.7 * px * px));
        side = Math.max(LEAST_PAGE_PX, Math.min(MOST_PAGE_PX, side));
        FreeTypeFontParameter p = new FreeTypeFontParameter();
        p.size = px;
        p.characters = CHARACTERS;
        p.packer = new PixmapPacker(side, side, Pixmap.Format.RGBA8888, GAP_PX, false);
        try {
            BitmapFontData data = generator.generateData(p);
            List<Pixmap> pages = new ArrayList<>();
            p.packer.getPages().forEach(page -> pages.add(page.getPixmap()));
            return new Rasterised(data, List.copyOf(pages));
        } catch (RuntimeException e) {
            p.packer.dispose();
            throw new IOException(face + " cannot be rasterised for " + px + " px: " + e.getMessage(), e);
        }
    }

    private FreeTypeFontGenerator generator(Typeface face) throws IOException {
        FreeTypeFontGenerator g = generators[face.ordinal()];
        if (g == null) {
            try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(face.resource)) {
                if (in == null) {
                    throw new IOException(face.resource + " is not on the class path");
                }
                g = new FreeTypeFontGenerator(new BytesHandle(face.resource, in.readAllBytes()));
            } catch (GdxRuntimeException e) {
                throw new IOException(face.resource + " is not a font: " + e.getMessage(), e);
            }
            generators[face.ordinal()] = g;
        }
        return g;
    }

    /** Releases the generators. */
    void close() {
        for (int i = 0; i < generators.length; i++) {
            if (generators[i] != null) {
                generators[i].dispose();
                generators[i] = null;
            }
        }
    }
}
