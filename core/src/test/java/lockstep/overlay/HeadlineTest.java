package lockstep.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.BitmapFontCache;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.ArrayList;
import java.util.List;
import lockstep.overlay.draw.TextSheet;
import lockstep.time.FrameLog;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line on frames keeps its words off each other, however long they are and however little room there is. */
class HeadlineTest {
    private static final int ADVANCE = 8;

    private final TextSheet bold = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet small = new TextSheet(Art.Face.WORDS, 12);

    @ParameterizedTest
    @CsvSource({"16, 460", "1301, 460", "1301, 400", "1301, 330", "1301, 290", "1301, 250", "1301, 200", "16, 250", "273, 265"})
    void noWordLiesOverAnother(int ms, int room) throws Exception {
        write(ms, room);
        List<float[]> glyphs = glyphs(bold);
        glyphs.addAll(glyphs(small));
        glyphs.sort((a, b) -> Float.compare(a[0], b[0]));
        for (int i = 1; i < glyphs.size(); i++) {
            assertTrue(glyphs.get(i - 1)[1] <= glyphs.get(i)[0] + 0.01f,
                "glyph " + i + " of " + glyphs.size() + " in " + room + " px");
        }
        assertEquals(room, glyphs.get(glyphs.size() - 1)[1], 1, "the count of late frames ends at the right edge");
        assertEquals(0, glyphs.get(0)[0], 1, "the rate begins at the left edge");
    }

    private void write(int ms, int room) {
        FrameLog log = new FrameLog();
        for (int i = 0; i < 40; i++) {
            log.add(0, ms * 1_000_000L, 0, 0, 0, 0, 16_666_667);
        }
        OverlayModel model = new OverlayModel(() -> null, List::of, null, log, () -> 16_666_667, null, () -> 0, () -> 0, () -> 0,
            () -> 0, List.of(), List.of());
        Canvas canvas = new Canvas(null, new OneFont());
        canvas.resize(1280, 720);
        bold.lookUp(canvas);
        small.lookUp(canvas);
        new Headline(model, null).frames(bold, small, 0, room, 10);
    }

    /** Left and right edge of each visible glyph. */
    private static List<float[]> glyphs(TextSheet sheet) throws ReflectiveOperationException {
        var field = TextSheet.class.getDeclaredField("cache");
        field.setAccessible(true);
        BitmapFontCache cache = (BitmapFontCache) field.get(sheet);
        List<float[]> glyphs = new ArrayList<>();
        float[] v = cache.getVertices();
        for (int i = 0; i < cache.getVertexCount(0); i += 20) {
            glyphs.add(new float[] {v[i], v[i + 10]});
        }
        return glyphs;
    }

    /** A font whose glyphs are all equally wide, without a texture. */
    private static final class OneFont implements Art {
        private final BitmapFont font = new BitmapFont(new BitmapFont.BitmapFontData(), new TextureRegion(), true);

        OneFont() {
            for (char c = ' '; c < 127; c++) {
                BitmapFont.Glyph glyph = new BitmapFont.Glyph();
                glyph.id = c;
                glyph.xadvance = ADVANCE;
                glyph.width = c == ' ' ? 0 : ADVANCE;
                glyph.height = c == ' ' ? 0 : ADVANCE;
                font.getData().setGlyph(c, glyph);
            }
            font.getData().spaceXadvance = ADVANCE;
        }

        @Override
        public BitmapFont font(Face face, int px) {
            return font;
        }

        @Override
        public TextureRegion region(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Texture nebula(int look, int tile) {
            return null;
        }

        @Override
        public Sound sound(String name) {
            return null;
        }

        @Override
        public long placeholders() {
            return 0;
        }
    }
}
