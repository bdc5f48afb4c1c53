package lockstep.bake;

/**
 * Gradient noise in two dimensions that repeats after a whole number of cells, so whatever is built from it
 * tiles without a seam. Values lie roughly between -1 and 1. Source: Ken Perlin, "Improving Noise", 2002.
 */
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** One octave at (x, y) in cells, repeating every {@code periodX} by {@code periodY} cells. */
    double at(double x, double y, int periodX, int periodY) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        double fx = x - floorX;
        double fy = y - floorY;
        int x0 = Math.floorMod((int) floorX, periodX);
        int y0 = Math.floorMod((int) floorY, periodY);
        int x1 = x0 + 1 == periodX ? 0 : x0 + 1;
        int y1 = y0 + 1 == periodY ? 0 : y0 + 1;
        double u = fade(fx);
        double v = fade(fy);
        double top = lerp(slope(x0, y0, fx, fy), slope(x1, y0, fx - 1, fy), u);
        double bottom = lerp(slope(x0, y1, fx, fy - 1), slope(x1, y1, fx - 1, fy - 1), u);
        return 1.5 * lerp(top, bottom, v);
    }

    /** Octaves of halving size and strength, summed. */
    double fbm(double x, double y, int periodX, int periodY, int octaves) {
        double sum = 0;
        double strength = 0.5;
        int scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += strength * at(x * scale + 17.3 * octave, y * scale + 9.1 * octave, periodX * scale, periodY * scale);
            strength *= 0.5;
            scale *= 2;
        }
        return sum;
    }

    /** Octaves folded at zero: bright, thin ridges from 0 to 1. */
    double ridged(double x, double y, int periodX, int periodY, int octaves) {
        double sum = 0;
        double strength = 0.5;
        double carried = 1;
        int scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            double fold = 1 - Math.abs(at(x * scale + 5.7 * octave, y * scale + 3.3 * octave, periodX * scale, periodY * scale));
            double ridge = fold * fold * carried;
            sum += strength * ridge;
            carried = Rgb.clamp(ridge * 1.6);
            strength *= 0.5;
            scale *= 2;
        }
        return sum;
    }

    private double slope(int cellX, int cellY, double dx, double dy) {
        long bits = mix(cellX, cellY);
        double gx = ((bits & 0xFFFF) - 32767.5) / 32767.5;
        double gy = ((bits >>> 16 & 0xFFFF) - 32767.5) / 32767.5;
        return gx * dx + gy * dy;
    }

    private long mix(int x, int y) {
        long z = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double lerp(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
