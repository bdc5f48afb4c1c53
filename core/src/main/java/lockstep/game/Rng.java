package lockstep.game;

/** SplitMix64 (Steele, Lea, Flood 2014): one long of state, the same numbers everywhere. */
final class Rng {
    private long state;

    Rng(long seed) {
        state = seed;
    }

    long next() {
        long z = state += 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** In [0, bound). */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** In [low, high). */
    float between(float low, float high) {
        return low + (next() >>> 40) * 0x1p-24f * (high - low);
    }

    /** In [0, 2 pi) rad. */
    float angle() {
        return between(0, Rules.TURN);
    }

    long state() {
        return state;
    }
}
