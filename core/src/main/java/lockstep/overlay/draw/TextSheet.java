package lockstep.overlay.draw;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.BitmapFontCache;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.Align;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;

/**
 * Text of one face and size, laid out occasionally and drawn every frame in one batch. Rendering lane; allocates nothing once the
 * font is loaded.
 */
public final class TextSheet {
    private static final int ROOM = 1200;

    private final Art.Face face;
    private final float designPx;
    private final GlyphLayout layout = new GlyphLayout();
    private BitmapFont font;
    private BitmapFontCache cache;

    /** Text of {@code designPx} px at 1280x720. The overlay's dock has a fixed size, so the player's text size does not apply. */
    public TextSheet(Art.Face face, float designPx) {
        this.face = face;
        this.designPx = designPx;
    }

    /** Looks up the font; true if it has changed, so that everything must be laid out again. */
    public boolean lookUp(Canvas canvas) {
        BitmapFont now = canvas.art().font(face, Math.max(6, Math.round(designPx * canvas.scale())));
        if (now == font) {
            return false;
        }
        font = now;
        cache = null;
        if (font != null) {
            cache = new BitmapFontCache(font, true);
            layout.setText(font, "0".repeat(ROOM));
            cache.addText(layout, 0, 0);
            cache.clear();
        }
        return true;
    }

    /** Removes the text. */
    public void clear() {
        if (cache != null) {
            cache.clear();
        }
    }

    /** Width of a text in px. */
    public float width(CharSequence text) {
        if (font == null || text.length() == 0) {
            return 0;
        }
        layout.setText(font, text);
        return layout.width;
    }

    /**
     * Adds text with its capitals centred at height {@code middle}; {@code align} is libGDX's and says which edge {@code x} is.
     * Returns its width, px.
     */
    public float add(CharSequence text, float x, float middle, int align, Color color) {
        if (font == null || text.length() == 0) {
            return 0;
        }
        layout.setText(font, text, color, 0, Align.left, false);
        return place(x, middle, align);
    }

    /** Adds left-aligned text, truncated with dots if it would be wider than {@code most} px. */
    public float addCut(CharSequence text, float x, float middle, float most, Color color) {
        if (font == null || text.length() == 0) {
            return 0;
        }
        layout.setText(font, text, 0, text.length(), color, most, Align.left, false, "...");
        return place(x, middle, Align.left);
    }

    private float place(float x, float middle, int align) {
        float left = x;
        if ((align & Align.right) != 0) {
            left = x - layout.width;
        } else if ((align & Align.left) == 0) {
            left = x - layout.width / 2;
        }
        cache.addText(layout, Math.round(left), Math.round(middle + font.getCapHeight() / 2));
        return layout.width;
    }

    /** Draws everything. */
    public void draw(SpriteBatch batch) {
        if (cache != null) {
            cache.draw(batch);
        }
    }
}
