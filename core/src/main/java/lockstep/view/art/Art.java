package lockstep.view.art;

import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;

/**
 * Pictures, fonts and sounds, as far as they have been loaded. Only the rendering lane calls it. What is not there yet
 * or could not be read has a placeholder, so callers never wait; each one drawn is counted by {@link #placeholders}.
 */
public interface Art {
    /** Faces there are. */
    enum Face {
        /** Inter regular. */
        WORDS,
        /** Inter semi-bold. */
        BOLD,
        /** JetBrains Mono. */
        NUMBERS
    }

    /** A region of the sprite or rock page by its name; a visible placeholder until it is there. */
    TextureRegion region(String name);

    /** A tile (0 to 7) of a nebula look (0 to 5), or null until it is there. */
    Texture nebula(int look, int tile);

    /**
     * A face rasterised for exactly {@code px} pixels. The first call asks for it; until it is there the nearest size
     * that is there is given, unscaled; if none has come within a second libGDX's own font, before that null.
     */
    BitmapFont font(Face face, int px);

    /** A sound by its file name without ending, or null if it is not there. */
    Sound sound(String name);

    /** Placeholders given out so far. */
    long placeholders();
}
