package lockstep.bake;

import java.util.List;

/** Light, dust and signs. All white, to be tinted where they are drawn, but for the placeholder. */
final class Effects {
    private static final Noise CLOUD = new Noise(4242);

    private Effects() {
    }

    static List<Region> all() {
        return List.of(
            Region.of("glow", 128, 128, Effects::glow),
            Region.of("ring", 192, 192, Effects::ring),
            Region.of("smoke", 96, 96, Effects::smoke),
            Region.of("spark", 48, 16, Effects::spark),
            Region.of("star1", 8, 8, star(4, 1.3, 0)),
            Region.of("star2", 16, 16, star(8, 2.0, 0.25)),
            Region.of("star3", 40, 40, star(20, 3.0, 0.9)),
            Region.of("arrow", 56, 56, Effects::arrow),
            Region.tile("hatch", 32, 32, Effects::hatch),
            Region.of("placeholder", 64, 64, Effects::placeholder),
            Region.tile("pixel", 4, 4, (x, y, sample) -> sample.over(Rgb.WHITE, 1)));
    }

    /** Falls off like light, and reaches nothing at the edge. */
    private static void glow(double x, double y, Canvas.Sample sample) {
        double t = Math.hypot(x - 64, y - 64) / 63;
        double fall = Rgb.clamp(1 - t * t);
        sample.over(Rgb.WHITE, 0.55 * Math.exp(-14 * t * t) * fall + 0.45 * fall * fall * fall);
    }

    private static void ring(double x, double y, Canvas.Sample sample) {
        double radius = Math.hypot(x - 96, y - 96);
        double behind = (86 - radius) / 34;
        double wake = behind > 0 ? Math.exp(-3.2 * behind) : 0;
        double front = 1 - Rgb.smooth(86, 91, radius);
        sample.over(Rgb.WHITE, front * (0.55 * wake + 0.45 * Math.exp(-Math.pow((radius - 85) / 3, 2))));
    }

    private static void smoke(double x, double y, Canvas.Sample sample) {
        double away = Math.hypot(x - 48, y - 48) / 47;
        double billow = CLOUD.fbm(x / 20, y / 20, 64, 64, 4);
        double body = Rgb.smooth(0, 0.75, 1 - away + 0.55 * billow) * Rgb.smooth(0, 0.25, 1 - away);
        double light = 0.78 + 0.30 * (CLOUD.fbm((x + 3) / 20, (y + 4) / 20, 64, 64, 4) - billow) + 0.15 * (96 - x - y) / 96;
        sample.over(Rgb.WHITE.times(Rgb.clamp(light)), 0.85 * body);
    }

    /** A streak towards +x. */
    private static void spark(double x, double y, Canvas.Sample sample) {
        double along = x / 48;
        double halfWidth = 6.2 * Math.pow(Rgb.clamp(along), 1.2) * Math.sqrt(Rgb.clamp((1 - along) * 5)) + 1e-6;
        double across = Math.abs(y - 8) / halfWidth;
        sample.over(Rgb.WHITE, Math.exp(-3.5 * across * across) * Rgb.smooth(0, 0.55, along));
    }

    private static Canvas.Paint star(double centre, double core, double flare) {
        return (x, y, sample) -> {
            double dx = Math.abs(x - centre);
            double dy = Math.abs(y - centre);
            double r2 = dx * dx + dy * dy;
            double edge = Rgb.smooth(0, 0.35, 1 - Math.sqrt(r2) / centre);
            double disc = Math.exp(-r2 / (core * core)) + 0.25 * Math.exp(-r2 / (core * core * 9));
            double spikes = Math.exp(-dx / (0.22 * centre) - dy / 0.9) + Math.exp(-dy / (0.22 * centre) - dx / 0.9);
            sample.over(Rgb.WHITE, edge * (disc + flare * spikes));
        };
    }

    /** A chevron towards +x. */
    private static void arrow(double x, double y, Canvas.Sample sample) {
        Outline head = Outline.polygon(50, 28, 16, 8, 24, 28, 16, 48);
        double depth = head.at(x, y).depth();
        sample.over(Rgb.BLACK, 0.45 * Rgb.smooth(-5, 0, depth));
        sample.over(Rgb.WHITE.times(depth < 3 ? 1 : 0.86), Rgb.smooth(-0.1, 0.1, depth));
    }

    private static void hatch(double x, double y, Canvas.Sample sample) {
        double phase = Math.abs(Math.floorMod((int) Math.floor((x + y) * 64), 1024) / 64.0 - 8);
        sample.over(Rgb.WHITE, 1 - Rgb.smooth(3.2, 4.2, phase));
    }

    /** The placeholder of a picture that is not there yet. */
    private static void placeholder(double x, double y, Canvas.Sample sample) {
        boolean light = ((int) (x / 8) + (int) (y / 8)) % 2 == 0;
        sample.over(Rgb.hex(light ? 0x6A7080 : 0x3A3F4C), 1);
        double edge = Math.min(Math.min(x, 64 - x), Math.min(y, 64 - y));
        double cross = Math.min(Math.abs(x - y), Math.abs(x + y - 64)) * 0.7071;
        sample.over(Rgb.hex(0xFFB000), edge < 3.5 || cross < 2.5 ? 1 : 0);
    }
}
