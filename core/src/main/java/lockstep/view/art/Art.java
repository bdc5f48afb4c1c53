package lockstep.view.art;

import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;

/**
 * Pictures, fonts and sounds, as far as they are loaded. Only the rendering lane calls it. What is not loaded or could not be
 * read has a placeholder, so callers never wait; {@link #placeholders} counts them.
 */
public interface Art {
    /** The typefaces. */
    enum Face {
        /** Inter regular. */
        WORDS,
        /** Inter semi-bold. */
        BOLD,
        /** JetBrains Mono. */
        NUMBERS
    }

    /** A region of the sprite or rock page by its name; a visible placeholder until it is loaded. */
    TextureRegion region(String name);

    /** A tile (0 to 7) of a nebula look (0 to 5), or null until it is loaded. */
    Texture nebula(int look, int tile);

    /**
     * A face rasterised for exactly {@code px} pixels. The first call requests it. Until it is loaded this returns the nearest
     * loaded size, unscaled; if no size is loaded, null for the first second and then libGDX's own font.
     */
    BitmapFont font(Face face, int px);

    /** A sound by its file name without ending, or null if it is not loaded. */
    Sound sound(String name);

    /** How many placeholders were returned so far. */
    long placeholders();
}
