package lockstep.bake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The backgrounds: domain-warped noise (after Inigo Quilez, "Domain warping", 2002) coloured by a ramp of three
 * hues over the colour of space. A look is 2048x1024 px, repeats both ways and is cut into 4x2 tiles. Every pixel stays
 * dark enough for {@link #CONTRAST}: the looks differ in hue and depth, not in brightness.
 */
final class Nebula {
    static final int LOOKS = 6;
    static final int COLUMNS = 4;
    static final int ROWS = 2;
    static final int TILE_PX = 512;
    static final double CONTRAST = 4.7;
    private static final int WIDTH_PX = COLUMNS * TILE_PX;
    private static final int HEIGHT_PX = ROWS * TILE_PX;
    private static final double LIMIT = Rgb.brightestBackground(CONTRAST);
    private static final double[] SPACE = atLimit(Rgb.SPACE);

    /** Per look: the thin outer gas, its body, and where it glows. Only the hue counts. */
    private static final int[][] RAMPS = {
        {0x2812A0, 0x0058A4, 0x009098},
        {0x0A10B0, 0x4A0CB0, 0xA81484},
        {0x2A1484, 0x98103C, 0xB04C08},
        {0x0810C0, 0x006078, 0x3C9010},
        {0x2C10B0, 0x8C1090, 0xC02850},
        {0x0C18B0, 0x64285C, 0xA87410},
    };

    /** Red and blue go in steps of two, which the dithering hides and which saves a third of the file. */
    private static final int[] STEPS = {2, 1, 2};

    private final Noise shape;
    private final Noise fine;
    private final double[][] ramp = new double[3][];

    Nebula(int look) {
        shape = new Noise(9100 + look);
        fine = new Noise(9200 + look);
        for (int i = 0; i < 3; i++) {
            ramp[i] = atLimit(Rgb.hex(RAMPS[look][i]));
        }
    }

    static void writeAll(Path folder) throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            BufferedImage whole = new Nebula(look).render();
            System.out.printf(Locale.ROOT, "nebula look %d: worst contrast of a game colour %.3f%n", look, worstContrast(whole));
            for (int tile = 0; tile < COLUMNS * ROWS; tile++) {
                BufferedImage part = whole.getSubimage(tile % COLUMNS * TILE_PX, tile / COLUMNS * TILE_PX, TILE_PX, TILE_PX);
                Png.writeRgb(part, folder.resolve(look + "-" + tile + ".png"));
            }
        }
    }

    /** The smallest contrast of any game colour against any pixel. */
    static double worstContrast(BufferedImage image) {
        double brightest = IntStream.range(0, image.getHeight()).parallel()
            .mapToDouble(y -> IntStream.range(0, image.getWidth()).mapToDouble(x -> Rgb.hex(image.getRGB(x, y)).luminance()).max()
                .orElseThrow())
            .max().orElseThrow();
        return (Rgb.brightestBackground(1) + 0.05) / (brightest + 0.05);
    }

    BufferedImage render() {
        BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, HEIGHT_PX).parallel().forEach(y -> {
            for (int x = 0; x < WIDTH_PX; x++) {
                image.setRGB(x, y, pixel(x, y));
            }
        });
        return image;
    }

    int pixel(int px, int py) {
        double x = px / 512.0;
        double y = py / 512.0;
        double warpX = shape.fbm(x, y, 4, 2, 4);
        double warpY = shape.fbm(x + 1.7, y + 0.6, 4, 2, 4);
        double foldX = shape.fbm(x + 1.3 * warpX + 0.3, y + 1.3 * warpY + 1.1, 4, 2, 4);
        double foldY = shape.fbm(x + 1.3 * warpX + 2.9, y + 1.3 * warpY + 0.4, 4, 2, 4);
        double gas = shape.fbm(x + 1.5 * foldX, y + 1.5 * foldY, 4, 2, 6);
        double threads = fine.ridged(2 * x + 1.3 * foldX, 2 * y + 1.3 * foldY, 8, 4, 6);
        double billow = fine.fbm(3 * x + 1.1 * foldY, 3 * y + 1.1 * foldX, 12, 6, 5);
        double dust = shape.fbm(2 * x + 1.6 * warpX, 2 * y + 1.6 * warpY, 8, 4, 5);
        double veins = shape.ridged(3 * x + 1.4 * warpY + 0.8 * foldX, 3 * y - 1.4 * warpX + 0.8 * foldY, 12, 6, 4);

        double body = Rgb.smooth(-0.45, 0.30, gas + 0.25 * billow);
        double wisps = Rgb.smooth(0.25, 0.85, threads);
        double heart = Rgb.smooth(-0.05, 0.55, gas + 0.45 * foldX + 0.22 * billow) * (0.55 + 0.6 * wisps);
        double lane = Rgb.smooth(0.0, 0.34, dust + 0.12 * billow) + 0.75 * Rgb.smooth(0.62, 0.95, veins) * body;
        double density = soft(1.3 * (body * (0.55 + 0.55 * wisps) + 0.5 * heart));
        double exposed = 0.62 + 0.75 * density + 0.60 * heart + 0.70 * wisps + 1.2 * billow;
        double light = soft(exposed) * (1 - 0.80 * Rgb.clamp(lane) * (1 - 0.5 * heart));
        double hue = 1.05 * Rgb.smooth(-0.55, 0.50, gas + 0.55 * foldY + 0.35 * billow) + 0.95 * soft(1.5 * heart);
        return colour(hue, density, light, px, py);
    }

    /** Bends what is bright towards 1, as film does, so that no patch is flat. */
    private static double soft(double value) {
        return 1 - StrictMath.exp(-Math.max(0, 1.35 * value));
    }

    /** hue: 0 outer gas, 1 body, 2 glow. density: how far from plain space. light: share of the most luminance allowed. */
    private int colour(double hue, double density, double light, int px, int py) {
        double[] from = ramp[hue < 1 ? 0 : 1];
        double[] to = ramp[hue < 1 ? 1 : 2];
        double share = hue < 1 ? hue : hue - 1;
        int floor = 0;
        int dithered = 0;
        for (int channel = 0; channel < 3; channel++) {
            double gas = from[channel] + (to[channel] - from[channel]) * share;
            double value = 255 * Rgb.encoded((SPACE[channel] + (gas - SPACE[channel]) * density) * light);
            int step = STEPS[channel];
            int low = (int) (value / step) * step;
            int up = value - low > step * threshold(px, py) ? step : 0;
            floor = floor << 8 | low;
            dithered = dithered << 8 | low + up;
        }
        return Rgb.hex(dithered).luminance() <= LIMIT ? dithered : floor;
    }

    /** Ordered dithering (Bayer, 4x4): keeps dark gradients from showing steps, and packs far better than noise. */
    private static double threshold(int x, int y) {
        int bits = 0;
        for (int bit = 0; bit < 2; bit++) {
            int odd = (x ^ y) >> bit & 1;
            bits = bits << 2 | odd << 1 | y >> bit & 1;
        }
        return (bits + 0.5) / 16;
    }

    /** The colour in linear light, scaled to the most luminance allowed. */
    private static double[] atLimit(Rgb colour) {
        double scale = 0.97 * LIMIT / colour.luminance();
        return new double[] {Rgb.linear(colour.r()) * scale, Rgb.linear(colour.g()) * scale, Rgb.linear(colour.b()) * scale};
    }
}
