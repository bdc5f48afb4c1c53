package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Align;

/**
 * Draws flat things in framebuffer pixels, origin bottom left, for heads-up display, menus and overlay. Only the rendering lane
 * calls it, between the batch's begin and end. Allocates only for a text longer than any before.
 */
public final class Canvas {
    /** The smallest scale; below it the overlay's words could not be read. */
    private static final float LEAST_SCALE = 0.74f;

    private final SpriteBatch batch;
    private final Art art;
    private final GlyphLayout layout = new GlyphLayout();
    private int width;
    private int height;
    private int right;
    private float textScale = 1;

    /** Draws with {@code batch} and {@code art}. */
    public Canvas(SpriteBatch batch, Art art) {
        this.batch = batch;
        this.art = art;
    }

    /** Sets the size of the frame, px. */
    public void resize(int width, int height) {
        this.width = width;
        this.height = height;
        right = width;
    }

    /** Says that {@code sidePx} are covered at the right, until the next {@link #resize}. */
    public void cover(int sidePx) {
        right = width - sidePx;
    }

    /** Width that is not covered, px. */
    public int right() {
        return right;
    }

    /** Width of the frame, px. */
    public int width() {
        return width;
    }

    /** Height of the frame, px. */
    public int height() {
        return height;
    }

    /** Framebuffer px per px of the 1280x720 design, with a minimum for small frames. */
    public float scale() {
        return Math.max(LEAST_SCALE, toScale());
    }

    /** True if something as wide as the design does not fit at a readable size. */
    public boolean isSmall() {
        return toScale() < LEAST_SCALE;
    }

    private float toScale() {
        return Math.min(width / 1280f, height / 720f);
    }

    /** Makes text larger than designed by {@code factor}. */
    public void textScale(float factor) {
        textScale = factor;
    }

    /** The batch to draw with. */
    public SpriteBatch batch() {
        return batch;
    }

    /** The art to draw with. */
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

    /** Draws a region of {@code w} x {@code h} px centered at (x, y), turned by {@code degrees} counter-clockwise. */
    public void sprite(TextureRegion region, float x, float y, float w, float h, float degrees, Color color) {
        batch.setColor(color);
        batch.draw(region, x - w / 2, y - h / 2, w / 2, h / 2, w, h, 1, 1, degrees);
    }

    /** The font for a design size in px at 1280x720, or null while no size of it is loaded. */
    public BitmapFont font(Art.Face face, float designPx) {
        return art.font(face, Math.max(6, Math.round(designPx * scale() * textScale)));
    }

    /** Draws text with the top of its capitals at {@code y}; {@code align} is one of {@link Align}. Returns its width in px. */
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
