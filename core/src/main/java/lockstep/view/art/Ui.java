package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Align;

/**
 * The building blocks of heads-up display and screens: words, plates and keycaps, in design px of a 1280x720 screen. In small
 * windows words are larger than to scale, so that they stay readable. Rendering lane.
 */
public final class Ui {
    private static final float SMALLEST = 0.62f;
    private static final int[] AROUND_X = {1, 1, 0, -1, -1, -1, 0, 1}, AROUND_Y = {0, 1, 1, 1, 0, -1, -1, -1};

    /** The canvas to draw on. */
    public final Canvas canvas;
    /** Framebuffer px for a design px, px covered at the bottom, seconds since the start. */
    public float scale = 1;
    public int dock;
    public float time;
    /** Right edge and top of the area taken at the lower left, px. */
    public float cornerRight, cornerTop;
    /** The area that the row of keys takes in the lower middle in this frame, px; none while {@code keysRight} is 0. */
    public float keysLeft, keysRight, keysTop;
    private final Color tint = new Color();
    private final float[] corners = new float[20];

    /** Draws on {@code canvas}. */
    public Ui(Canvas canvas) {
        this.canvas = canvas;
    }

    /** Begins a frame with {@code dockPx} covered at the bottom, {@code seconds} after the previous one. */
    public void begin(int dockPx, float seconds) {
        dock = dockPx;
        keysRight = 0;
        time += seconds;
        scale = scaleOf(canvas.width(), canvas.height());
    }

    /** Says how much is taken at the lower left, above what is covered at the bottom, px. */
    public void corner(int widthPx, int heightPx) {
        cornerRight = widthPx;
        cornerTop = heightPx == 0 ? dock : dock + heightPx;
    }

    /** The scale for a frame of {@code width} x {@code height} px. */
    public static float scaleOf(int width, int height) {
        return Math.max(SMALLEST, Math.min(width / 1280f, height / 720f));
    }

    /** Width of the frame, px. */
    public int width() {
        return canvas.width();
    }

    /** Width that nothing covers, px. */
    public int right() {
        return canvas.right();
    }

    /** Height of the frame, px. */
    public int height() {
        return canvas.height();
    }

    /** Framebuffer px for {@code design} px. */
    public float px(float design) {
        return design * scale;
    }

    /** Framebuffer px for a line {@code design} px thick; whole and at least 1. */
    public float line(float design) {
        return Math.max(1, Math.round(design * scale));
    }

    Color faded(Color color, float alpha) {
        return tint.set(color.r, color.g, color.b, color.a * alpha);
    }

    /** Draws words with the top of their capitals at {@code y} px; returns their width in px. */
    public float text(Art.Face face, float designPx, CharSequence text, float x, float y, int align, Color color, float alpha) {
        return canvas.text(face, designPx * scale / canvas.scale(), text, x, y, align, faded(color, alpha));
    }

    /** Draws words with a dark shadow, readable over anything. */
    public float shadowed(Art.Face face, float designPx, CharSequence text, float x, float y, int align, Color color,
                          float alpha) {
        text(face, designPx, text, x + line(1), y - line(1), align, GamePalette.PANEL, 0.8f * alpha);
        return text(face, designPx, text, x, y, align, color, alpha);
    }

    /** Draws words with a dark outline, readable over light things too. */
    public void edged(Art.Face face, float designPx, CharSequence text, float x, float y, int align, Color color, float alpha) {
        float edge = line(1.5f);
        for (int i = 0; i < 8; i++) {
            float far = i % 2 == 0 ? edge : 0.7f * edge;
            text(face, designPx, text, x + far * AROUND_X[i], y + far * AROUND_Y[i], align, GamePalette.PANEL, 0.85f * alpha);
        }
        text(face, designPx, text, x, y, align, color, alpha);
    }

    /** Width in px of words. */
    public float width(Art.Face face, float designPx, CharSequence text) {
        return canvas.width(face, designPx * scale / canvas.scale(), text);
    }

    /** Fills a rectangle, px. */
    public void rect(float x, float y, float w, float h, Color color, float alpha) {
        canvas.rect(x, y, w, h, faded(color, alpha));
    }

    /** Draws a region centered at (x, y) px. */
    public void sprite(TextureRegion region, float x, float y, float w, float h, float degrees, Color color, float alpha) {
        canvas.sprite(region, x, y, w, h, degrees, faded(color, alpha));
    }

    /** Fills a rectangle whose four corners have their own opacity: left bottom, left top, right top, right bottom. */
    public void gradient(float x, float y, float w, float h, Color color, float leftLow, float leftHigh, float rightHigh,
                         float rightLow) {
        TextureRegion pixel = canvas.art().region("pixel");
        float u = (pixel.getU() + pixel.getU2()) / 2, v = (pixel.getV() + pixel.getV2()) / 2;
        corner(0, x, y, color, leftLow, u, v);
        corner(5, x, y + h, color, leftHigh, u, v);
        corner(10, x + w, y + h, color, rightHigh, u, v);
        corner(15, x + w, y, color, rightLow, u, v);
        canvas.batch().draw(pixel.getTexture(), corners, 0, corners.length);
    }

    private void corner(int at, float x, float y, Color color, float alpha, float u, float v) {
        corners[at] = x;
        corners[at + 1] = y;
        corners[at + 2] = Color.toFloatBits(color.r, color.g, color.b, alpha);
        corners[at + 3] = u;
        corners[at + 4] = v;
    }

    /** Draws a dark plate with a thin edge and bright corners. */
    public void panel(float x, float y, float w, float h, float alpha) {
        x = Math.round(x);
        y = Math.round(y);
        w = Math.round(w);
        h = Math.round(h);
        rect(x, y, w, h, GamePalette.PANEL, alpha);
        float line = line(1);
        canvas.frame(x, y, w, h, line, faded(GamePalette.LINE, alpha));
        float thick = line(2), arm = px(18);
        for (int corner = 0; corner < 4; corner++) {
            float cx = corner % 2 == 0 ? x : x + w, cy = corner < 2 ? y : y + h;
            rect(corner % 2 == 0 ? cx : cx - arm, corner < 2 ? cy : cy - thick, arm, thick, GamePalette.SHIP, 0.9f * alpha);
            rect(corner % 2 == 0 ? cx : cx - thick, corner < 2 ? cy : cy - arm, thick, arm, GamePalette.SHIP, 0.9f * alpha);
        }
    }

    /** Draws a keycap with its left edge at {@code x} and its middle at {@code y} px; returns its width in px. */
    public float key(CharSequence name, float x, float y, float alpha) {
        float h = Math.round(px(26));
        float w = Math.round(Math.max(h, width(Art.Face.BOLD, 14, name) + px(16)));
        float left = Math.round(x), bottom = Math.round(y - h / 2);
        rect(left, bottom - line(2), w, h, GamePalette.PANEL, 0.9f * alpha);
        rect(left, bottom, w, h, GamePalette.LINE, 0.9f * alpha);
        rect(left + line(1), bottom + line(1), w - 2 * line(1), h - 2 * line(1), GamePalette.PANEL, 0.9f * alpha);
        text(Art.Face.BOLD, 14, name, left + w / 2, y + px(5), Align.center, GamePalette.TEXT, alpha);
        return w;
    }
}
