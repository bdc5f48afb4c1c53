package lockstep.view.art;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;

/** A sprite batch that counts its quads. */
public final class CountingBatch extends SpriteBatch {
    private static final int FLOATS_PER_QUAD = 20;
    private int quads;

    /** A batch with room for {@code size} quads. */
    public CountingBatch(int size) {
        super(size);
    }

    /** Quads since {@link #resetQuads}. */
    public int quads() {
        return quads;
    }

    /** Starts to count at 0. */
    public void resetQuads() {
        quads = 0;
    }

    @Override
    public void draw(Texture texture, float x, float y, float width, float height, float u, float v, float u2, float v2) {
        quads++;
        super.draw(texture, x, y, width, height, u, v, u2, v2);
    }

    @Override
    public void draw(TextureRegion region, float x, float y, float width, float height) {
        quads++;
        super.draw(region, x, y, width, height);
    }

    @Override
    public void draw(TextureRegion region, float x, float y, float originX, float originY, float width, float height,
                     float scaleX, float scaleY, float rotation) {
        quads++;
        super.draw(region, x, y, originX, originY, width, height, scaleX, scaleY, rotation);
    }

    @Override
    public void draw(Texture texture, float[] vertices, int offset, int count) {
        quads += count / FLOATS_PER_QUAD;
        super.draw(texture, vertices, offset, count);
    }
}
