package lockstep.view.art;

/** A small random generator for visual effects (xorshift, G. Marsaglia, 2003); not part of the hash. For one thread. */
public final class Dice {
    private int state;

    /** A generator with that seed. */
    public Dice(int seed) {
        state = seed == 0 ? 1 : seed;
    }

    /** Uniform in [0, 1). */
    public float unit() {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        state = x;
        return (x >>> 8) * 0x1p-24f;
    }

    /** Uniform in [low, high). */
    public float between(float low, float high) {
        return low + (high - low) * unit();
    }

    int below(int n) {
        return (int) (unit() * n);
    }
}
