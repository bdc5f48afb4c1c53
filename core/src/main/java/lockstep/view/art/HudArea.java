package lockstep.view.art;

/**
 * The area that the heads-up display takes, in px from the bottom left: walls fade out near it and words in the world stay below
 * it. Rendering lane; allocates nothing.
 */
public final class HudArea {
    /** Its parts. */
    public static final int LEFT = 0, MIDDLE = 1, RIGHT = 2, DAMAGE = 3;
    private static final int PARTS = 4;

    private final float[] x = new float[PARTS], y = new float[PARTS], w = new float[PARTS], h = new float[PARTS];
    private float strength;

    /** Begins a frame: sets the display's opacity, 0 to 1, and forgets its parts. */
    public void begin(float alpha) {
        strength = alpha;
        for (int i = 0; i < PARTS; i++) {
            w[i] = 0;
        }
    }

    /** Sets the rectangle of a part, px. */
    public void take(int part, float px, float py, float pw, float ph) {
        x[part] = px;
        y[part] = py;
        w[part] = pw;
        h[part] = ph;
    }

    /** The right edge of a part, px from the left; 0 if it takes nothing. */
    public float right(int part) {
        return w[part] > 0 ? x[part] + w[part] : 0;
    }

    /** The opacity of something that fills a rectangle: 0 if it touches a part, 1 from {@code fade} px away on. */
    public float clear(float px, float py, float pw, float ph, float fade) {
        float nearest = fade;
        for (int i = 0; i < PARTS; i++) {
            if (w[i] > 0) {
                float dx = Math.max(0, Math.max(x[i] - px - pw, px - x[i] - w[i]));
                float dy = Math.max(0, Math.max(y[i] - py - ph, py - y[i] - h[i]));
                nearest = Math.min(nearest, (float) Math.hypot(dx, dy));
            }
        }
        return 1 - strength * (1 - nearest / fade);
    }

    /** The greatest top, at most {@code top}, at which a rectangle of {@code pw} x {@code ph} px touches no part. */
    public float below(float px, float top, float pw, float ph) {
        float at = top;
        for (int i = 0; i < PARTS; i++) {
            if (w[i] > 0 && px < x[i] + w[i] && px + pw > x[i] && at > y[i] && at - ph < y[i] + h[i]) {
                at = y[i];
            }
        }
        return at;
    }
}
