package lockstep.overlay.draw;

import java.util.Arrays;

/** Dark plates that keep words legible, laid out with the words and drawn every frame. Rendering lane. */
public final class Plates {
    private float[] at = new float[64];
    private int count;

    /** Removes all plates. */
    public void clear() {
        count = 0;
    }

    /** Adds a plate, px. */
    public void add(float x, float y, float w, float h) {
        if (count + 4 > at.length) {
            at = Arrays.copyOf(at, 2 * at.length);
        }
        at[count++] = x;
        at[count++] = y;
        at[count++] = w;
        at[count++] = h;
    }

    /** Draws them; allocates nothing. */
    public void draw(Brush brush) {
        for (int i = 0; i < count; i += 4) {
            brush.rect(at[i], at[i + 1], at[i + 2], at[i + 3], OverlayPalette.PANEL);
        }
    }
}
