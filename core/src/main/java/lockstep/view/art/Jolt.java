package lockstep.view.art;

/** Shake of the picture and flashes at its edges; both decay by themselves. */
public final class Jolt {
    /** The picture moves by at most this, px at any scale. */
    static final float MOST_PX = 6;

    private float shake, flash;
    private float time;
    private boolean danger;

    /** Shakes with {@code strength}, 0 to 1; the maximum with a current shake, not the sum. */
    public void shake(float strength) {
        shake = Math.max(shake, Math.min(1, strength));
    }

    /** Flashes the edges with {@code strength}, 0 to 1, as a warning or as a reward. */
    public void flash(float strength, boolean warning) {
        flash = Math.max(flash, Math.min(1, strength));
        danger = warning;
    }

    /** Lets {@code seconds} pass. */
    public void step(float seconds) {
        time += seconds;
        shake = Math.max(0, shake - 2.2f * seconds);
        flash = Math.max(0, flash - 2.6f * seconds);
    }

    /** Horizontal shift, px. */
    public float dx() {
        return MOST_PX * shake * shake * (float) (Math.sin(time * 71) * 0.6 + Math.sin(time * 113) * 0.4);
    }

    /** Vertical shift, px. */
    public float dy() {
        return MOST_PX * shake * shake * (float) (Math.sin(time * 83 + 1) * 0.6 + Math.sin(time * 127) * 0.4);
    }

    /** Strength of the flash, 0 to 1. */
    public float flash() {
        return flash * flash;
    }

    /** True if the flash is a warning. */
    public boolean warning() {
        return danger;
    }
}
