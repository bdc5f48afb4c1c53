package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Align;

/**
 * Draws flat things in framebuffer pixels, origin bottom left, for heads-up display, menus and overlay. Only the
 * rendering lane calls it, between the batch's begin and end. Allocates nothing once every text length was seen.
 */
public final class Canvas {
    /** Below this scale the overlay's words could not be read: in small windows they are larger than to scale. */
    private static final float LEAST_SCALE = 0.74f;

    private final SpriteBatch batch;
    private final Art art;
    private final GlyphLayout layout = new GlyphLayout();
    private int width;
    private int height;
    private int right;
    private float textScale = 1;

    public Canvas(SpriteBatch batch, Art art) {
        this.batch = batch;
        this.art = art;
    }

    /** The frame is so large, in px. */
    public void resize(int width, int height) {
        this.width = width;
        this.height = height;
        right = width;
    }

    /** So many px are covered at the right, until the next {@link #resize}. */
    public void cover(int sidePx) {
        right = width - sidePx;
    }

    /** Px from the left that are not covered. */
    public int right() {
        return right;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Framebuffer pixels for one pixel of the 1280x720 design, more in a small frame. */
    public float scale() {
        return Math.max(LEAST_SCALE, toScale());
    }

    /** True if what is as wide as the design does not fit at a size that can be read. */
    public boolean isSmall() {
        return toScale() < LEAST_SCALE;
    }

    private float toScale() {
        return Math.min(width / 1280f, height / 720f);
    }

    /** Text is larger than designed by this factor. */
    public void textScale(float factor) {
        textScale = factor;
    }

    public SpriteBatch batch() {
        return batch;
    }

    public Art art() {
        return art;
    }

    /** Fills a rectangle. */
    public void rect(float x, float y, float w, float h, Color color) {
        batch.setColor(color);
        batch.draw(art.region("pixel"), x, y, w, h);
    }

    /** Outlines a rectangle, {@code line} px inside its edges. */
    public void frame(float x, float y, float w, float h, float line, Color color) {
        rect(x, y, w, line, color);
        rect(x, y + h - line, w, line, color);
        rect(x, y + line, line, h - 2 * line, color);
        rect(x + w - line, y + line, line, h - 2 * line, color);
    }

    /** Draws a region centered at (x, y), so large, turned by {@code degrees} counter-clockwise. */
    public void sprite(TextureRegion region, float x, float y, float w, float h, float degrees, Color color) {
        batch.setColor(color);
        batch.draw(region, x - w / 2, y - h / 2, w / 2, h / 2, w, h, 1, 1, degrees);
    }

    /** The face for a design size in px at 1280x720, or null while no size of it is there. */
    public BitmapFont font(Art.Face face, float designPx) {
        return art.font(face, Math.max(6, Math.round(designPx * scale() * textScale)));
    }

    /** Writes text with its cap height's top at y; {@code align} is one of {@link Align}. Returns its width in px. */
    public float text(Art.Face face, float designPx, CharSequence text, float x, float y, int align, Color color) {
        BitmapFont font = font(face, designPx);
        if (font == null) {
            return 0;
        }
        font.setColor(color);
        layout.setText(font, text);
        float left = x;
        if ((align & Align.right) != 0) {
            left = x - layout.width;
        } else if ((align & Align.left) == 0) {
            left = x - layout.width / 2;
        }
        font.draw(batch, layout, Math.round(left), Math.round(y));
        return layout.width;
    }

    /** Width in px that {@link #text} would take. */
    public float width(Art.Face face, float designPx, CharSequence text) {
        BitmapFont font = font(face, designPx);
        if (font == null) {
            return 0;
        }
        layout.setText(font, text);
        return layout.width;
    }
}
