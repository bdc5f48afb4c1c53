package lockstep.view;

import lockstep.game.Scene;
import lockstep.world.Bodies;

/**
 * What one frame shows: the newest copy of {@code bodies}, the previous one, and poses between the two. For the rendering lane.
 *
 * <p>Poses are those of one tick before the batch began (or before now, if physics runs free), so they are interpolated, never
 * extrapolated. Linear interpolation after "Fix Your Timestep", G. Fiedler, 2004.
 */
public final class Snapshot {
    /** Interpolated poses by slot of {@link #now}: m, m, rad. */
    public final float[] x, y, angle;
    private Bodies newest;
    private Bodies before;
    private Bodies spare;

    /** An empty snapshot with room for {@code capacity} slots. */
    public Snapshot(int capacity) {
        newest = new Bodies(capacity);
        before = new Bodies(capacity);
        spare = new Bodies(capacity);
        x = new float[capacity];
        y = new float[capacity];
        angle = new float[capacity];
    }

    /** The newest copy; empty before the first. */
    public Bodies now() {
        return newest;
    }

    /** The previous copy. */
    Bodies before() {
        return before;
    }

    /** The copy to fill next; {@link #taken} makes it the newest. */
    public Bodies next() {
        return spare;
    }

    /** Makes {@link #next} the newest copy. A second copy of the same tick only refreshes the header. */
    public void taken() {
        Bodies filled = spare;
        if (filled.scene.tick == newest.scene.tick) {
            spare = newest;
        } else {
            spare = before;
            before = newest;
        }
        newest = filled;
    }

    /** Writes the poses at time {@code atNs} to {@link #x}, {@link #y} and {@link #angle}. */
    public void interpolate(long atNs) {
        Scene a = before.scene;
        Scene b = newest.scene;
        long span = newest.tickNs - before.tickNs;
        float t = span <= 0 ? 1 : Math.min(1, Math.max(0, (atNs - before.tickNs) / (float) span));
        for (int i = 0; i < b.slots; i++) {
            if (i < a.slots && a.id[i] == b.id[i] && a.kind[i] != 0) {
                x[i] = a.x[i] + (b.x[i] - a.x[i]) * t;
                y[i] = a.y[i] + (b.y[i] - a.y[i]) * t;
                angle[i] = a.angle[i] + wrap(b.angle[i] - a.angle[i]) * t;
            } else {
                x[i] = b.x[i];
                y[i] = b.y[i];
                angle[i] = b.angle[i];
            }
        }
    }

    private static float wrap(float rad) {
        float turn = (float) (2 * Math.PI);
        return rad - turn * Math.round(rad / turn);
    }
}
