package lockstep.bake;

import java.util.List;

/** What a player meets besides rocks: shot, token, shield, gate, wall. Baked at 64 px to the metre. */
final class BodyArt {
    private static final Rgb STEEL = Rgb.hex(0x7C86A6);

    private BodyArt() {
    }

    static List<Region> all() {
        return List.of(
            Region.of("shot", 64, 24, BodyArt::shot),
            Region.of("token", 80, 80, token(40, 26)),
            Region.of("shield", 128, 128, BodyArt::shield),
            Region.of("gate-post", 96, 96, BodyArt::gatePost),
            Region.tile("gate-beam", 128, 32, BodyArt::gateBeam),
            Region.tile("wall", 128, 64, BodyArt::wall),
            Region.of("token-icon", 40, 40, token(20, 16)),
            Region.of("pip", 40, 40, BodyArt::pip));
    }

    /** A bolt towards +x. */
    private static void shot(double x, double y, Canvas.Sample sample) {
        double along = x / 64;
        double across = Math.abs(y - 12);
        double halo = 9.5 * Math.sqrt(Rgb.clamp(1 - Math.pow(2 * along - 1.1, 2) / 1.25));
        sample.over(Rgb.hex(0xFFC21A), 0.62 * Math.exp(-4.5 * across * across / (halo * halo + 1e-6)) * Rgb.smooth(0, 0.5, along)
            * (1 - Rgb.smooth(0.86, 1, along)));
        Outline bolt = Outline.polygon(60, 12, 52, 7.6, 40, 8.2, 8, 12, 40, 15.8, 52, 16.4);
        double depth = bolt.at(x, y).depth();
        sample.over(Rgb.SHOT, Rgb.smooth(-0.4, 0.6, depth) * Rgb.smooth(0.08, 0.4, along));
        sample.over(Rgb.hex(0xFFFCE0), Rgb.smooth(1.2, 2.6, depth));
    }

    /** A six-sided crystal with a table and facets, in a faint halo of its own colour. */
    private static Canvas.Paint token(double centre, double radius) {
        Outline gem = Outline.regular(6, centre, centre, radius, -Math.PI / 2);
        Outline table = Outline.regular(6, centre, centre, radius * 0.52, -Math.PI / 2);
        return (x, y, sample) -> {
            double dx = x - centre;
            double dy = y - centre;
            double away = Math.hypot(dx, dy) / centre;
            sample.over(Rgb.TOKEN, 0.34 * Math.pow(Rgb.clamp(1 - away), 1.4));
            Outline.Hit hit = gem.at(x, y);
            if (hit.depth() <= 0) {
                return;
            }
            Rgb facet = Solid.lit(Rgb.TOKEN, -0.95 * hit.inX(), -0.95 * hit.inY());
            double inner = table.at(x, y).depth();
            sample.over(inner > 0 ? Rgb.TOKEN.mix(Rgb.WHITE, 0.42 + 0.22 * (-dx - dy) / radius) : facet, 1);
            double edge = Math.max(1, radius * 0.055);
            sample.over(Rgb.hex(0xD8FFF0), 0.85 * (1 - Rgb.smooth(0.3 * edge, edge, Math.abs(inner))));
            sample.over(Rgb.hex(0xEFFFF8), 0.9 * (1 - Rgb.smooth(0.5 * edge, 1.6 * edge, hit.depth())));
        };
    }

    /** A bubble: a bright, thin edge, a glassy inside and a highlight at the upper left. */
    private static void shield(double x, double y, Canvas.Sample sample) {
        double dx = x - 64;
        double dy = y - 64;
        double radius = Math.hypot(dx, dy);
        double edge = 58;
        double inside = radius < edge ? Math.pow(radius / edge, 5) : 0;
        sample.over(Rgb.SHIELD, 0.50 * inside);
        double towardsLight = Rgb.clamp((-0.6 * dx - 0.8 * dy) / edge);
        Rgb bright = Rgb.SHIELD.mix(Rgb.WHITE, 0.25 + 0.55 * towardsLight);
        double away = Math.abs(radius - edge + 1);
        sample.over(Rgb.SHIELD, 0.55 * Math.exp(-away * away / 12));
        sample.over(bright, 0.95 * (1 - Rgb.smooth(0.7, 2.2, away)));
        double glint = Math.abs(radius - 48) / 3.2;
        sample.over(Rgb.WHITE, 0.5 * Math.pow(towardsLight, 5) * (1 - Rgb.smooth(0.2, 1, glint)));
    }

    /** An eight-sided steel pylon with hazard marks and a white lamp, the same from every side. */
    private static void gatePost(double x, double y, Canvas.Sample sample) {
        double radius = Math.hypot(x - 48, y - 48);
        Solid foot = new Solid(Outline.regular(8, 48, 48, 46, Math.PI / 8), STEEL.times(0.72), 10, 1.0, 0.6);
        Solid drum = new Solid(Outline.regular(8, 48, 48, 31, Math.PI / 8), STEEL, 7, 1.1, 0.7);
        foot.shade(x, y, sample);
        double ring = foot.outline().at(x, y).depth();
        double angle = StrictMath.atan2(y - 48, x - 48) / (2 * Math.PI) * 16 + 16.25;
        if (ring > 4 && ring < 9.5 && angle % 2 < 1) {
            sample.over(Rgb.DANGER, 0.95);
        }
        drum.shade(x, y, sample);
        if (radius < 17) {
            sample.over(Rgb.hex(0x20263F), 1);
        }
        sample.over(Rgb.hex(0xDDE8FF), 1 - Rgb.smooth(9, 13.5, radius));
        sample.over(Rgb.WHITE, 1 - Rgb.smooth(4, 10, radius));
    }

    /** The closed gate: hatched bars of the danger colour; repeats along x. */
    private static void gateBeam(double x, double y, Canvas.Sample sample) {
        double across = Math.abs(y - 16);
        sample.over(Rgb.DANGER, 0.35 * (1 - Rgb.smooth(8, 16, across)));
        if (across < 10.5) {
            boolean stripe = Math.floorMod((int) Math.floor(x + y), 32) < 18;
            Rgb bar = Rgb.DANGER.mix(Rgb.hex(0xFFD0A0), 0.32 * (1 - across / 10.5));
            sample.over(stripe ? bar : Rgb.hex(0x35150A), stripe ? 1 : 0.8);
        }
        sample.over(Rgb.hex(0xFFC48C), 1 - Rgb.smooth(0.6, 1.6, Math.abs(across - 11.2)));
    }

    /** The force field around a sector: a blue field of hexagons on a danger-coloured line; repeats along x. */
    private static void wall(double x, double y, Canvas.Sample sample) {
        double across = Math.abs(y - 32);
        double fade = Math.pow(Rgb.clamp(1 - across / 32), 1.3);
        sample.over(Rgb.SHIELD, 0.42 * fade);
        double mesh = hexEdge(x / 16, (y - 32) / 16);
        sample.over(Rgb.hex(0x8FC0FF), 0.75 * fade * (1 - Rgb.smooth(0.03, 0.12, mesh)));
        sample.over(Rgb.DANGER, 0.9 * Math.exp(-across * across / 10));
        boolean dash = Math.floorMod((int) Math.floor(x + across), 32) < 20;
        sample.over(dash ? Rgb.hex(0xFFB070) : Rgb.DANGER, 1 - Rgb.smooth(2.2, 3.2, across));
    }

    /** Distance to the nearest edge of a honeycomb of cells one unit wide, which repeats every unit along x. */
    private static double hexEdge(double x, double y) {
        double height = Math.sqrt(3);
        double[] one = centred(x, y, height);
        double[] two = centred(x - 0.5, y - height / 2, height);
        double[] near = Math.hypot(one[0], one[1]) < Math.hypot(two[0], two[1]) ? one : two;
        double px = Math.abs(near[0]);
        double py = Math.abs(near[1]);
        return 0.5 - Math.max(px, 0.5 * px + height / 2 * py);
    }

    private static double[] centred(double x, double y, double height) {
        return new double[] {x - Math.floor(x + 0.5), y - height * Math.floor(y / height + 0.5)};
    }

    /** A crest in the shield's colour. */
    private static void pip(double x, double y, Canvas.Sample sample) {
        Outline crest = Outline.polygon(20, 3, 35, 8, 34, 21, 29, 31, 20, 37.5, 11, 31, 6, 21, 5, 8);
        new Solid(crest, Rgb.SHIELD, 7, 0.9, 0.9).shade(x, y, sample);
        Outline mark = Outline.polygon(20, 9, 29, 12, 28.5, 20, 25, 26.5, 20, 30.5, 20, 30.5);
        sample.over(Rgb.WHITE, mark.at(x, y).depth() > 0 ? 0.28 : 0);
    }
}
