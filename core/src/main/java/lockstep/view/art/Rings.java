package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;

/** Rings of light that widen and fade. A new one replaces the oldest if there are too many. */
public final class Rings {
    private static final int ROOM = 24;

    private final float[] x = new float[ROOM], y = new float[ROOM], radius = new float[ROOM];
    private final float[] age = new float[ROOM], life = new float[ROOM], alpha = new float[ROOM];
    private final Color[] color = new Color[ROOM];
    private int next;

    /** Adds a ring at (px, py) m that widens to {@code meters} in {@code seconds}. */
    public void add(float px, float py, float meters, float seconds, Color tint, float opacity) {
        int i = next;
        next = (next + 1) % ROOM;
        x[i] = px;
        y[i] = py;
        radius[i] = meters;
        age[i] = 0;
        life[i] = seconds;
        alpha[i] = opacity;
        color[i] = tint;
    }

    /** Lets {@code seconds} pass. */
    public void step(float seconds) {
        for (int i = 0; i < ROOM; i++) {
            age[i] += seconds;
        }
    }

    /** Draws all rings; the batch must be additive. */
    public void draw(WorldBrush brush, Camera camera, Sprites sprites) {
        for (int i = 0; i < ROOM; i++) {
            if (age[i] >= life[i] || !camera.sees(x[i], y[i], radius[i])) {
                continue;
            }
            float t = age[i] / life[i], out = 1 - (1 - t) * (1 - t) * (1 - t);
            // The ring's line is at 86 of the region's 96 px.
            float px = 2 * radius[i] * out * camera.pxPerMeter() * 96 / 86;
            brush.color(color[i], alpha[i] * (1 - t) * (1 - t));
            brush.sprite(sprites.ring, camera.screenX(x[i]), camera.screenY(y[i]), px, px);
        }
    }
}
