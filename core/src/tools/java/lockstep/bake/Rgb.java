package lockstep.bake;

/** A colour with sRGB components from 0 to 1, and the WCAG measures of it. */
record Rgb(double r, double g, double b) {
    static final Rgb SPACE = hex(0x0B1020);
    static final Rgb SHIP = hex(0xD9D9FF);
    static final Rgb SHOT = hex(0xFFEC35);
    static final Rgb ROCK = hex(0x8A7B86);
    static final Rgb TOKEN = hex(0x65DFB3);
    static final Rgb DANGER = hex(0xD06221);
    static final Rgb SHIELD = hex(0x247CFF);
    static final Rgb WHITE = hex(0xFFFFFF);
    static final Rgb BLACK = hex(0x000000);

    /** The colours that carry meaning in play, each readable against every background. */
    static Rgb[] game() {
        return new Rgb[] {SHIP, SHOT, ROCK, TOKEN, DANGER, SHIELD};
    }

    static Rgb hex(int rgb) {
        return new Rgb((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    Rgb mix(Rgb other, double share) {
        double t = clamp(share);
        return new Rgb(r + (other.r - r) * t, g + (other.g - g) * t, b + (other.b - b) * t);
    }

    Rgb times(double factor) {
        return new Rgb(clamp(r * factor), clamp(g * factor), clamp(b * factor));
    }

    /** WCAG relative luminance, 0 to 1. */
    double luminance() {
        return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    }

    /** WCAG contrast ratio, 1 to 21. */
    double contrast(Rgb other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** The most luminance that a background may have so that each game colour keeps this contrast. */
    static double brightestBackground(double contrast) {
        double darkest = 1;
        for (Rgb colour : game()) {
            darkest = Math.min(darkest, colour.luminance());
        }
        return (darkest + 0.05) / contrast - 0.05;
    }

    static double linear(double srgb) {
        return srgb <= 0.04045 ? srgb / 12.92 : StrictMath.pow((srgb + 0.055) / 1.055, 2.4);
    }

    static double encoded(double linear) {
        return linear <= 0.0031308 ? linear * 12.92 : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
    }

    static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    static double smooth(double from, double to, double value) {
        double t = clamp((value - from) / (to - from));
        return t * t * (3 - 2 * t);
    }
}
