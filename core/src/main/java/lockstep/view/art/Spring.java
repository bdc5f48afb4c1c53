package lockstep.view.art;

/**
 * A critically damped spring: reaches a resting target as fast as possible without overshooting. Solved exactly, so the path does
 * not depend on the frame rate.
 */
public final class Spring {
    /** The current value. */
    public float value;
    float speed;

    /** Jumps to {@code at} and rests there. */
    public void snap(float at) {
        value = at;
        speed = 0;
    }

    /** Moves for {@code seconds} towards {@code target}; with {@code rate} in 1/s it is practically there after 4/rate s. */
    public void step(float target, float rate, float seconds) {
        float off = value - target;
        float slope = (speed + rate * off) * seconds;
        float left = (float) Math.exp(-rate * seconds);
        value = target + (off + slope) * left;
        speed = (speed - rate * slope) * left;
    }
}
