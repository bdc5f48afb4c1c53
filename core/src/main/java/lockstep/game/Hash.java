package lockstep.game;

/** A running 64-bit hash: each value is mixed in by xor, an odd multiplier and a shift, so order matters. */
final class Hash {
    private long state;

    Hash reset() {
        state = 0x9E3779B97F4A7C15L;
        return this;
    }

    Hash add(long value) {
        long h = (state ^ value) * 0x9FB21C651E98DF25L;
        state = h ^ h >>> 32;
        return this;
    }

    Hash add(int high, int low) {
        return add((long) high << 32 | low & 0xffffffffL);
    }

    Hash add(float a, float b) {
        return add(Float.floatToRawIntBits(a), Float.floatToRawIntBits(b));
    }

    Hash add(boolean value) {
        return add(value ? 1L : 0L);
    }

    long value() {
        return state;
    }
}
