package lockstep.view.art;

/**
 * A critically damped spring: gets to a resting target as fast as it can without overshooting. Solved exactly, so the
 * frame rate does not change the path.
 */
public final class Spring {
    public float value;
    float speed;

    /** Rests at {@code at}. */
    public void snap(float at) {
        value = at;
        speed = 0;
    }

    /** Moves for {@code seconds} towards {@code target}; {@code rate} in 1/s: after 4/rate s it is as good as there. */
    public void step(float target, float rate, float seconds) {
        float off = value - target;
        float slope = (speed + rate * off) * seconds;
        float left = (float) Math.exp(-rate * seconds);
        value = target + (off + slope) * left;
        speed = (speed - rate * slope) * left;
    }
}
