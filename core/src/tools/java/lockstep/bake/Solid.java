package lockstep.bake;

/** A bevelled solid: light from the upper left, a bright rim, a soft highlight. Lengths in px. */
record Solid(Outline outline, Rgb base, double bevel, double steepness, double rim) {
    private static final double LIGHT_X = -0.46;
    private static final double LIGHT_Y = -0.58;
    private static final double LIGHT_Z = 0.672;

    void shade(double x, double y, Canvas.Sample sample) {
        Outline.Hit hit = outline.at(x, y);
        if (hit.depth() <= 0) {
            return;
        }
        double slope = steepness * (1 - Math.min(1, hit.depth() / bevel));
        sample.over(lit(base, -slope * hit.inX(), -slope * hit.inY()), 1);
        sample.lighten(base.mix(Rgb.WHITE, 0.6), rim * (1 - Rgb.smooth(0.6, 2.2, hit.depth())));
    }

    /** The base colour on a surface with the normal (slopeX, slopeY, 1). */
    static Rgb lit(Rgb base, double slopeX, double slopeY) {
        double length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        double facing = (slopeX * LIGHT_X + slopeY * LIGHT_Y + LIGHT_Z) / length;
        double diffuse = 0.34 + 0.92 * Math.max(0, facing);
        double shine = Math.pow(Math.max(0, facing), 24);
        Rgb cool = base.times(diffuse).mix(Rgb.hex(0x1A2050), 0.28 * (1 - Rgb.clamp(diffuse)));
        return cool.mix(Rgb.WHITE, 0.35 * shine);
    }
}
