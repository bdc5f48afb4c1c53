package lockstep.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.badlogic.gdx.Files.FileType;
import com.badlogic.gdx.backends.headless.HeadlessFileHandle;
import com.badlogic.gdx.graphics.g2d.BitmapFont.BitmapFontData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Over libGDX's own font, in which words are drawn when no other font comes. */
class PlainSignsTest {
    private final BitmapFontData font =
        new BitmapFontData(new HeadlessFileHandle("com/badlogic/gdx/utils/lsans-15.fnt", FileType.Classpath),
            true);

    private List<Character> withoutGlyph() {
        return Glyphs.CHARACTERS.chars().mapToObj(c -> (char) c).filter(c -> c > 0 && font.getGlyph(c) == null).toList();
    }

    @Test
    void everyCharacterThatIsWrittenHasAGlyphAndWouldNotWithoutThem() {
        assertNull(font.getGlyph('×'));
        assertNull(font.getGlyph('▶'));
        PlainSigns.addTo(font);
        assertEquals(List.of(), withoutGlyph());
    }

    @Test
    void aSignLooksLikeItsPlainOne() {
        PlainSigns.addTo(font);
        assertSame(font.getGlyph('<'), font.getGlyph('◀'));
        assertSame(font.getGlyph('<'), font.getGlyph('◄'));
        assertSame(font.getGlyph('>'), font.getGlyph('▶'));
        assertSame(font.getGlyph('>'), font.getGlyph('►'));
        assertSame(font.getGlyph('x'), font.getGlyph('×'));
        assertSame(font.getGlyph('.'), font.getGlyph('…'));
    }

    @Test
    void aGlyphThatTheFontHasIsKept() {
        assertNotNull(font.getGlyph('·'));
        PlainSigns.addTo(font);
        assertNotSame(font.getGlyph('.'), font.getGlyph('·'));
    }
}
