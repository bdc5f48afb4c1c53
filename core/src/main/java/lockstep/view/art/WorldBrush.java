package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.TextureRegion;

/** Draws parts of the world, and can dim them all without a second full-screen blend. */
public final class WorldBrush {
    private final CountingBatch batch;
    private float dim = 1;

    /** Draws with {@code batch}. */
    public WorldBrush(CountingBatch batch) {
        this.batch = batch;
    }

    /** The batch to draw with. */
    public CountingBatch batch() {
        return batch;
    }

    /** Draws everything at {@code share} of its brightness from now on. */
    public void dim(float share) {
        dim = share;
    }

    /** Sets the colour and opacity of what follows. */
    public void color(Color c, float alpha) {
        batch.setColor(c.r * dim, c.g * dim, c.b * dim, alpha);
    }

    /** Sets the colour and opacity of what follows, each 0 to 1. */
    public void color(float r, float g, float b, float alpha) {
        batch.setColor(r * dim, g * dim, b * dim, alpha);
    }

    /** Draws a region of {@code w} x {@code h} px centered at (x, y) px, turned by {@code degrees} counter-clockwise. */
    public void sprite(TextureRegion region, float x, float y, float w, float h, float degrees) {
        batch.draw(region, x - w / 2, y - h / 2, w / 2, h / 2, w, h, 1, 1, degrees);
    }

    /** Draws a region of {@code w} x {@code h} px centered at (x, y) px, upright. */
    public void sprite(TextureRegion region, float x, float y, float w, float h) {
        batch.draw(region, x - w / 2, y - h / 2, w, h);
    }

    /** Makes drawing add light. The frame stays opaque, so that screenshots show what was seen. */
    public void additive() {
        batch.setBlendFunctionSeparate(GL20.GL_SRC_ALPHA, GL20.GL_ONE, GL20.GL_ZERO, GL20.GL_ONE);
    }

    /** Makes drawing cover what is there. */
    public void covering() {
        batch.setBlendFunctionSeparate(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA, GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
    }
}
