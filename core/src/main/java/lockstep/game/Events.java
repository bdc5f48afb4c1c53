package lockstep.game;

/** The effects of one tick, in the order in which they happened; those that do not fit are dropped. */
final class Events {
    private static final int MOST = 256;

    private final Effect[] what = new Effect[MOST];
    private final float[] x = new float[MOST], y = new float[MOST], size = new float[MOST];
    private int count;

    void clear() {
        count = 0;
    }

    void add(Effect effect, float atX, float atY, float sizeMeters) {
        if (count == MOST) return;
        what[count] = effect;
        x[count] = atX;
        y[count] = atY;
        size[count] = sizeMeters;
        count++;
    }

    int count() {
        return count;
    }

    Effect what(int i) {
        return what[java.util.Objects.checkIndex(i, count)];
    }

    float x(int i) {
        return x[i];
    }

    float y(int i) {
        return y[i];
    }

    float size(int i) {
        return size[i];
    }
}
