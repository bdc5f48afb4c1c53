package lockstep.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;

/** Words that rise from a place in the world and fade: points and multipliers. The oldest gives way. */
final class Floats {
    private static final int ROOM = 16;
    private static final float SECONDS = 1.1f;

    private final StringBuilder[] text = new StringBuilder[ROOM];
    private final float[] x = new float[ROOM], y = new float[ROOM], age = new float[ROOM], size = new float[ROOM];
    private final Color[] color = new Color[ROOM];
    private int next;

    Floats() {
        for (int i = 0; i < ROOM; i++) {
            text[i] = new StringBuilder(16);
            age[i] = SECONDS;
        }
    }

    /** A new one; the caller writes into what is returned. */
    StringBuilder add(float px, float py, float designPx, Color tint) {
        int i = next;
        next = (next + 1) % ROOM;
        x[i] = px;
        y[i] = py;
        age[i] = 0;
        size[i] = designPx;
        color[i] = tint;
        return Digits.fresh(text[i]);
    }

    /** The one added last. */
    StringBuilder last() {
        return text[(next + ROOM - 1) % ROOM];
    }

    void step(float seconds) {
        for (int i = 0; i < ROOM; i++) {
            age[i] += seconds;
        }
    }

    void draw(Ui ui, Camera camera, float opacity) {
        for (int i = 0; i < ROOM; i++) {
            if (age[i] >= SECONDS || !camera.sees(x[i], y[i], 2)) {
                continue;
            }
            float t = age[i] / SECONDS, risen = 1.6f * (1 - (1 - t) * (1 - t));
            float alpha = opacity * Math.min(1, 3 * (1 - t));
            ui.shadowed(Art.Face.NUMBERS, size[i], text[i], camera.screenX(x[i]), camera.screenY(y[i] + 0.8f + risen),
                    Align.center, color[i], alpha);
        }
    }
}
