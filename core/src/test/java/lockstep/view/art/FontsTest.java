package lockstep.view.art;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import lockstep.assets.Loader;
import lockstep.assets.Samples;
import org.junit.jupiter.api.Test;

/** Words when the lanes that load fonts do not get on. */
class FontsTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final BitmapFont placeholder = new BitmapFont(new BitmapFont.BitmapFontData(), new TextureRegion(), true);
    private int made;
    private final Fonts fonts = new Fonts(new Loader(Samples.all(), Loader.NEBULA_BYTES), () -> {
        made++;
        return placeholder;
    });

    @Test
    void afterASecondWithoutAFontEveryFaceHasAPlaceholder() {
        long start = 7 * SECOND_NS;
        fonts.nextFrame(start);
        assertNull(fonts.exact(Art.Face.BOLD, 17));
        fonts.nextFrame(start + SECOND_NS - 1);
        assertNull(fonts.nearest(Art.Face.BOLD, 17));
        assertEquals(0, made);
        fonts.nextFrame(start + SECOND_NS);
        assertNull(fonts.exact(Art.Face.BOLD, 17), "the font itself is asked for all the same");
        assertSame(placeholder, fonts.nearest(Art.Face.BOLD, 17));
        assertSame(placeholder, fonts.nearest(Art.Face.NUMBERS, 12));
        assertEquals(1, made);
    }
}
