package lockstep.overlay.draw;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import lockstep.view.art.Canvas;

/** Draws flat and hatched rectangles in framebuffer px; looks the art up once a frame. Rendering lane; allocates nothing. */
public final class Brush {
    /** Side of a drawn hatch tile in px of the 1280x720 design. */
    private static final float HATCH_TILE = 16;

    private SpriteBatch batch;
    private TextureRegion pixel;
    private TextureRegion hatch;
    private int tile = 1;

    /** Looks up what the frame needs. */
    public void begin(Canvas canvas) {
        batch = canvas.batch();
        pixel = canvas.art().region("pixel");
        hatch = canvas.art().region("hatch");
        tile = Math.max(4, Math.round(HATCH_TILE * canvas.scale()));
    }

    /** Fills a rectangle. */
    public void rect(float x, float y, float w, float h, Color color) {
        batch.setColor(color);
        batch.draw(pixel, x, y, w, h);
    }

    /**
     * Hatches a rectangle, cutting tiles at its edges.
     *
     * @param phase px by which the pattern is shifted to the left, so that it can move along with what it hatches
     */
    public void hatch(int x, int y, int w, int h, long phase, Color color) {
        batch.setColor(color);
        Texture texture = hatch.getTexture();
        float du = (hatch.getU2() - hatch.getU()) / tile;
        float dv = (hatch.getV2() - hatch.getV()) / tile;
        int into = (int) Math.floorMod(phase, (long) tile);
        int end = x + w;
        for (int left = x; left < end; into = 0) {
            int wide = Math.min(tile - into, end - left);
            for (int up = 0; up < h; up += tile) {
                int high = Math.min(tile, h - up);
                batch.draw(texture, left, y + up, wide, high, hatch.getU() + into * du, hatch.getV2(),
                    hatch.getU() + (into + wide) * du, hatch.getV2() - high * dv);
            }
            left += wide;
        }
    }

    /** Switches blending off, for opaque fills. */
    public void opaque() {
        batch.disableBlending();
    }

    /** Switches blending on, for translucent things. */
    public void blended() {
        batch.enableBlending();
    }
}
