package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.TextureRegion;

/** Draws parts of the world, all of them darker when it is dimmed, which costs no second full-screen blend. */
public final class WorldBrush {
    private final CountingBatch batch;
    private float dim = 1;

    public WorldBrush(CountingBatch batch) {
        this.batch = batch;
    }

    public CountingBatch batch() {
        return batch;
    }

    /** Everything is drawn at this share of its brightness. */
    public void dim(float share) {
        dim = share;
    }

    public void color(Color c, float alpha) {
        batch.setColor(c.r * dim, c.g * dim, c.b * dim, alpha);
    }

    public void color(float r, float g, float b, float alpha) {
        batch.setColor(r * dim, g * dim, b * dim, alpha);
    }

    /** Centered at (x, y) px, w by h px, turned counter-clockwise. */
    public void sprite(TextureRegion region, float x, float y, float w, float h, float degrees) {
        batch.draw(region, x - w / 2, y - h / 2, w / 2, h / 2, w, h, 1, 1, degrees);
    }

    /** Centered at (x, y) px, upright. */
    public void sprite(TextureRegion region, float x, float y, float w, float h) {
        batch.draw(region, x - w / 2, y - h / 2, w, h);
    }

    /** Light is added to what is there. The frame stays opaque, so that screenshots are what was seen. */
    public void additive() {
        batch.setBlendFunctionSeparate(GL20.GL_SRC_ALPHA, GL20.GL_ONE, GL20.GL_ZERO, GL20.GL_ONE);
    }

    /** What is drawn covers what is there. */
    public void covering() {
        batch.setBlendFunctionSeparate(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA, GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
    }
}
