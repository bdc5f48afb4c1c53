package lockstep.bake;

import java.util.Arrays;

/** A closed outline in px, and how deep inside it a point lies. */
final class Outline {
    private static final int STEPS_PER_CURVE = 8;
    private final double[] xs;
    private final double[] ys;

    /** Depth in px, negative outside; (inX, inY) is the unit vector from the nearest edge towards the point. */
    record Hit(double depth, double inX, double inY) {
    }

    private Outline(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** Corners as x, y pairs. */
    static Outline polygon(double... xy) {
        double[] xs = new double[xy.length / 2];
        double[] ys = new double[xy.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = xy[2 * i];
            ys[i] = xy[2 * i + 1];
        }
        return new Outline(xs, ys);
    }

    /** A regular polygon whose first corner points at {@code turn} radians. */
    static Outline regular(int corners, double x, double y, double radius, double turn) {
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            xy[2 * i] = x + radius * StrictMath.cos(angle);
            xy[2 * i + 1] = y + radius * StrictMath.sin(angle);
        }
        return polygon(xy);
    }

    /** The given half and its mirror image below the line y = {@code axisY}. */
    static Outline mirrored(double axisY, double... upperHalf) {
        double[] all = Arrays.copyOf(upperHalf, upperHalf.length * 2);
        for (int i = 0; i < upperHalf.length; i += 2) {
            all[all.length - 2 - i] = upperHalf[i];
            all[all.length - 1 - i] = 2 * axisY - upperHalf[i + 1];
        }
        return polygon(all);
    }

    /** The same corners joined by Catmull-Rom curves. */
    Outline rounded() {
        int count = xs.length;
        double[] roundXs = new double[count * STEPS_PER_CURVE];
        double[] roundYs = new double[count * STEPS_PER_CURVE];
        for (int i = 0; i < roundXs.length; i++) {
            double t = (double) (i % STEPS_PER_CURVE) / STEPS_PER_CURVE;
            roundXs[i] = curve(xs, i / STEPS_PER_CURVE, t);
            roundYs[i] = curve(ys, i / STEPS_PER_CURVE, t);
        }
        return new Outline(roundXs, roundYs);
    }

    Outline flipped(double axisY) {
        return new Outline(xs, Arrays.stream(ys).map(y -> 2 * axisY - y).toArray());
    }

    Hit at(double x, double y) {
        double nearest = Double.MAX_VALUE;
        double awayX = 0;
        double awayY = 0;
        boolean inside = false;
        int last = xs.length - 1;
        for (int i = 0; i < xs.length; last = i++) {
            double edgeX = xs[i] - xs[last];
            double edgeY = ys[i] - ys[last];
            double length2 = Math.max(1e-12, edgeX * edgeX + edgeY * edgeY);
            double along = Rgb.clamp(((x - xs[last]) * edgeX + (y - ys[last]) * edgeY) / length2);
            double dx = x - xs[last] - along * edgeX;
            double dy = y - ys[last] - along * edgeY;
            double distance2 = dx * dx + dy * dy;
            if (distance2 < nearest) {
                nearest = distance2;
                awayX = dx;
                awayY = dy;
            }
            if (ys[i] > y != ys[last] > y && x < xs[last] + edgeX * (y - ys[last]) / edgeY) {
                inside = !inside;
            }
        }
        double distance = Math.sqrt(nearest);
        double scale = distance < 1e-9 ? 0 : 1 / distance;
        return new Hit(inside ? distance : -distance, awayX * scale, awayY * scale);
    }

    private static double curve(double[] values, int from, double t) {
        int count = values.length;
        double a = values[Math.floorMod(from - 1, count)];
        double b = values[from];
        double c = values[(from + 1) % count];
        double d = values[(from + 2) % count];
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
