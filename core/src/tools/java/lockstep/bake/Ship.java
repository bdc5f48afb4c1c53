package lockstep.bake;

import java.util.List;

/** The ship, nose towards +x, centred in its region at 64 px to the metre, and the flame behind it. */
final class Ship {
    static final int SIZE_PX = 96;
    private static final double MIDDLE = SIZE_PX / 2.0;
    private static final Rgb HULL = Rgb.SHIP;
    private static final Rgb WING = Rgb.hex(0xC2C4F8);
    private static final Rgb METAL = Rgb.hex(0x5A5F92);

    private final Solid leftWing = new Solid(Outline.polygon(66, 41, 33, 9, 13, 5, 18, 20, 27, 41), WING, 9, 0.9, 0.75);
    private final Solid rightWing = new Solid(leftWing.outline().flipped(MIDDLE), WING, 9, 0.9, 0.75);
    private final Solid leftEngine =
        new Solid(Outline.polygon(9, 36, 12, 33.5, 34, 33, 40, 37, 34, 41.5, 12, 41.5, 9, 39.5), METAL, 4, 1.2, 0.5);
    private final Solid rightEngine = new Solid(leftEngine.outline().flipped(MIDDLE), METAL, 4, 1.2, 0.5);
    private final Solid body = new Solid(Outline.mirrored(MIDDLE,
        93, 47, 82, 43, 66, 39, 44, 37.5, 24, 40.5, 16, 44).rounded(), HULL, 10, 1.0, 0.7);
    private final Outline canopy = Outline.mirrored(MIDDLE, 74, 47.2, 67, 44.4, 56, 43.6, 48, 46).rounded();

    static List<Region> all() {
        return List.of(Region.of("ship", SIZE_PX, SIZE_PX, new Ship()::shade),
            Region.of("ship-thrust", 96, 48, Ship::flame));
    }

    void shade(double x, double y, Canvas.Sample sample) {
        wing(leftWing, x, y, sample);
        wing(rightWing, x, y, sample);
        leftEngine.shade(x, y, sample);
        rightEngine.shade(x, y, sample);
        body.shade(x, y, sample);
        double seam = Math.abs(x - 40 + 0.25 * Math.abs(y - MIDDLE));
        if (body.outline().at(x, y).depth() > 1.5) {
            sample.over(METAL, 0.65 * (1 - Rgb.smooth(0.4, 1.2, seam)));
        }
        glass(x, y, sample);
    }

    private static void wing(Solid wing, double x, double y, Canvas.Sample sample) {
        wing.shade(x, y, sample);
        double depth = wing.outline().at(x, y).depth();
        if (depth > 2.2) {
            double away = Math.abs(y - MIDDLE);
            double seam = Math.abs(x - (53 - 0.55 * away));
            sample.over(METAL, 0.75 * (1 - Rgb.smooth(0.5, 1.3, seam)));
            sample.over(Rgb.hex(0x4C55C8), away > 27 && away < 32 ? 0.85 : 0);
        }
    }

    private void glass(double x, double y, Canvas.Sample sample) {
        double depth = canopy.at(x, y).depth();
        if (depth <= -1) {
            return;
        }
        sample.over(Rgb.hex(0x262B5E), 1);
        if (depth > 0) {
            Rgb glass = Rgb.hex(0x18307A).mix(Rgb.hex(0x6FB4FF), Rgb.smooth(46, 76, x));
            sample.over(glass, 1);
            double glintX = (x - 63) / 7;
            double glintY = (y - 46.2) / 1.3;
            sample.over(Rgb.WHITE, 0.9 * (1 - Rgb.smooth(0.4, 1.1, glintX * glintX + glintY * glintY)));
        }
    }

    /** Points to -x; its right edge belongs at the ship's nozzles, 36 px (0.56 m) behind the ship's centre. */
    private static void flame(double x, double y, Canvas.Sample sample) {
        double back = (96 - x) / 96;
        double glow = 0;
        double core = 0;
        for (double jet : new double[] {13.5, 34.5}) {
            double across = Math.abs(y - jet);
            double halfWidth = 12 * Math.pow(1 - back, 0.8) * Rgb.smooth(-0.1, 0.12, back) + 1e-6;
            glow = Math.max(glow, Math.exp(-2.2 * across * across / (halfWidth * halfWidth)) * (1 - Rgb.smooth(0.15, 1, back)));
            double pinch = 5.6 * (1 - back * 1.7) * (0.85 + 0.25 * StrictMath.cos(back * 34));
            core = Math.max(core, pinch <= 0 ? 0 : 1 - Rgb.smooth(0.35, 1.25, across / pinch));
        }
        double start = Rgb.smooth(0, 0.03, back);
        Rgb outer = Rgb.hex(0x8E8BFF).mix(Rgb.hex(0x5A3DF0), Rgb.smooth(0.1, 0.8, back));
        sample.over(outer, glow * start);
        sample.over(Rgb.hex(0xF4F3FF), core * start * (1 - Rgb.smooth(0.3, 0.6, back)));
    }
}
