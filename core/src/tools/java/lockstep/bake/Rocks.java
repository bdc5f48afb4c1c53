package lockstep.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rocks: noise polygons of 12 to 16 corners with craters. A region is exactly as wide as the rock's diameter. Rocks
 * turn in play, so the light from the upper left is faint and the rim and the craters are shaded alike all around.
 */
final class Rocks {
    static final String[] SIZES = {"large", "medium", "small"};
    static final int SHAPES = 8;
    private static final double[] RADIUS_METERS = {2.4, 1.3, 0.7};
    private static final int[] CRATERS = {9, 6, 3};
    private static final double PX_PER_METER = 48;
    private static final double LIGHT_X = -0.30;
    private static final double LIGHT_Y = -0.36;
    private static final double LIGHT_Z = 0.884;

    private final int octaves;
    private final double radiusPx;
    private final double centrePx;
    private final Outline outline;
    private final Noise noise;
    private final Rgb base;
    private final List<Crater> craters = new ArrayList<>();

    /** A bowl with a raised lip, in px. */
    private record Crater(double x, double y, double radius) {
        double height(double px, double py) {
            double t = Math.hypot(px - x, py - y) / radius;
            if (t >= 1.5) {
                return 0;
            }
            double bowl = t < 1 ? -0.42 * (1 - t * t) : 0;
            double lip = 0.13 * Math.max(0, 1 - Math.abs(t - 1.02) / 0.3);
            return radius * (bowl + lip);
        }
    }

    private Rocks(int size, int shape) {
        Random random = new Random(7001L + 100L * size + shape);
        noise = new Noise(random.nextLong());
        octaves = size == 0 ? 3 : 2;
        int sizePx = sizePx(size);
        centrePx = sizePx / 2.0;
        radiusPx = centrePx - 1;
        outline = outline(random);
        Rgb warm = Rgb.hex(0x93806F);
        Rgb cool = Rgb.hex(0x7E7A92);
        base = Rgb.ROCK.mix(shape % 2 == 0 ? warm : cool, 0.35 * random.nextDouble());
        digCraters(random, CRATERS[size]);
    }

    static List<Region> all() {
        List<Region> regions = new ArrayList<>();
        for (int size = 0; size < SIZES.length; size++) {
            for (int shape = 0; shape < SHAPES; shape++) {
                int px = sizePx(size);
                regions.add(Region.of("rock-" + SIZES[size] + "-" + shape, px, px, new Rocks(size, shape)::shade));
            }
        }
        return regions;
    }

    private static int sizePx(int size) {
        return 2 * (int) Math.ceil(RADIUS_METERS[size] * PX_PER_METER);
    }

    private Outline outline(Random random) {
        int corners = 12 + random.nextInt(5);
        double[] lengths = new double[corners];
        double longest = 0;
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double lump = noise.at(40 + 1.3 * StrictMath.cos(angle), 40 + 1.3 * StrictMath.sin(angle), 256, 256);
            lengths[i] = 1 + 0.20 * lump + 0.16 * (random.nextDouble() - 0.5);
            longest = Math.max(longest, lengths[i]);
        }
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.5 * (random.nextDouble() - 0.5)) / corners;
            xy[2 * i] = centrePx + radiusPx * lengths[i] / longest * StrictMath.cos(angle);
            xy[2 * i + 1] = centrePx + radiusPx * lengths[i] / longest * StrictMath.sin(angle);
        }
        return Outline.polygon(xy);
    }

    private void digCraters(Random random, int count) {
        for (int attempt = 0; attempt < 400 && craters.size() < count; attempt++) {
            double share = craters.isEmpty() ? 0.30 : craters.size() < 3 ? 0.19 : 0.09;
            double size = radiusPx * share * (0.8 + 0.4 * random.nextDouble());
            double angle = 2 * Math.PI * random.nextDouble();
            double away = radiusPx * 0.72 * Math.sqrt(random.nextDouble());
            Crater crater = new Crater(centrePx + away * StrictMath.cos(angle), centrePx + away * StrictMath.sin(angle), size);
            boolean free = craters.stream()
                .allMatch(other -> Math.hypot(other.x - crater.x, other.y - crater.y) > 1.15 * (other.radius + crater.radius));
            if (free && outline.at(crater.x, crater.y).depth() > 1.2 * size) {
                craters.add(crater);
            }
        }
    }

    private double height(double x, double y, double depth) {
        double bevel = 0.80 * radiusPx;
        double cells = 3.2 / radiusPx;
        double lumps = noise.fbm(x * cells, y * cells, 256, 256, octaves);
        double t = Rgb.clamp(depth / bevel + 0.10 * lumps);
        double height = 0.62 * bevel * Math.sqrt(1 - (1 - t) * (1 - t)) + 0.12 * radiusPx * lumps;
        for (Crater crater : craters) {
            height += crater.height(x, y);
        }
        return height;
    }

    private void shade(double x, double y, Canvas.Sample sample) {
        double depth = outline.at(x, y).depth();
        if (depth <= 0) {
            return;
        }
        double step = 0.75;
        double here = height(x, y, depth);
        double slopeX = (here - height(x + step, y, outline.at(x + step, y).depth())) / step;
        double slopeY = (here - height(x, y + step, outline.at(x, y + step).depth())) / step;
        double length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        double facing = Math.max(0, (slopeX * LIGHT_X + slopeY * LIGHT_Y + LIGHT_Z) / length);
        double grain = noise.fbm(x * 0.11, y * 0.11, 256, 256, 3);
        double light = 0.30 + 1.06 * facing + 0.18 * grain - shadeOfCraters(x, y);
        Rgb colour = base.times(light).mix(Rgb.hex(0x241C3A), 0.45 * Rgb.clamp(0.75 - light));
        sample.over(colour, 1);
        double rimPx = Math.max(1.5, 0.022 * radiusPx);
        sample.lighten(Rgb.hex(0xE8D9DE), 0.62 * (1 - Rgb.smooth(0.35 * rimPx, 1.5 * rimPx, depth)));
    }

    private double shadeOfCraters(double x, double y) {
        double shade = 0;
        for (Crater crater : craters) {
            double t = Math.hypot(x - crater.x, y - crater.y) / crater.radius;
            shade += 0.22 * (1 - Rgb.smooth(0.55, 1.0, t)) - 0.12 * Math.max(0, 1 - Math.abs(t - 1.05) / 0.16);
        }
        return shade;
    }
}
