package lockstep.assets;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.g2d.BitmapFont.BitmapFontData;
import java.util.List;

/**
 * A decoded asset on its way to the rendering lane. The queue that carries it orders everything the decoding lane did before
 * everything the rendering lane does with it; from then on only the rendering lane uses it. Pictures are RGBA8888 in native
 * memory and are released by {@link Loader#free}.
 */
public sealed interface Decoded {
    /** Its number in the {@link Catalogue}. */
    int asset();

    /** Its pictures; none for a sound. */
    List<Pixmap> pictures();

    /** A named part of a sheet, px from the picture's top left. */
    record Part(String name, int x, int y, int width, int height) {
    }

    /** A picture with named parts. */
    record Sheet(int asset, Pixmap picture, List<Part> parts) implements Decoded {
        @Override
        public List<Pixmap> pictures() {
            return List.of(picture);
        }
    }

    /** A nebula tile. */
    record Tile(int asset, Pixmap picture) implements Decoded {
        @Override
        public List<Pixmap> pictures() {
            return List.of(picture);
        }
    }

    /** A sound, or null where there is no sound library. */
    record Sound(int asset, com.badlogic.gdx.audio.Sound sound) implements Decoded {
        @Override
        public List<Pixmap> pictures() {
            return List.of();
        }
    }

    /** A rasterised face: measures and pages of glyphs. */
    record Font(int asset, Typeface face, int px, BitmapFontData data, List<Pixmap> pictures) implements Decoded {
    }
}
