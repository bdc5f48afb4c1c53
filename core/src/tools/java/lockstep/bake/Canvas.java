package lockstep.bake;

import java.awt.image.BufferedImage;

/** Renders a picture that is a function of position: 4x4 samples a pixel, averaged by area. */
final class Canvas {
    private static final int SAMPLES = 4;

    /** What a picture looks like at one point (px from its upper left corner). */
    interface Paint {
        void shade(double x, double y, Sample sample);
    }

    /** The colour that gathers at one point while layers are laid over it, premultiplied by its alpha. */
    static final class Sample {
        private double r;
        private double g;
        private double b;
        private double a;

        /** Covers what is there by {@code alpha}. */
        void over(Rgb colour, double alpha) {
            double cover = Rgb.clamp(alpha);
            double keep = 1 - cover;
            r = r * keep + colour.r() * cover;
            g = g * keep + colour.g() * cover;
            b = b * keep + colour.b() * cover;
            a = a * keep + cover;
        }

        /** Brightens what is there without widening its silhouette. */
        void lighten(Rgb colour, double share) {
            double s = Rgb.clamp(share);
            r += (a - r) * colour.r() * s;
            g += (a - g) * colour.g() * s;
            b += (a - b) * colour.b() * s;
        }
    }

    private Canvas() {
    }

    /** Straight (not premultiplied) ARGB; clear pixels take their neighbours' colour so that filtering shows no fringe. */
    static BufferedImage render(int width, int height, Paint paint) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixel(x, y, paint));
            }
        }
        for (int pass = 0; pass < 3; pass++) {
            bleed(image);
        }
        return image;
    }

    private static int pixel(int x, int y, Paint paint) {
        double r = 0;
        double g = 0;
        double b = 0;
        double a = 0;
        for (int j = 0; j < SAMPLES; j++) {
            for (int i = 0; i < SAMPLES; i++) {
                Sample sample = new Sample();
                paint.shade(x + (i + 0.5) / SAMPLES, y + (j + 0.5) / SAMPLES, sample);
                r += sample.r;
                g += sample.g;
                b += sample.b;
                a += sample.a;
            }
        }
        int alpha = (int) Math.round(a / (SAMPLES * SAMPLES) * 255);
        return alpha == 0 ? 0 : alpha << 24 | level(r / a) << 16 | level(g / a) << 8 | level(b / a);
    }

    static int level(double value) {
        return (int) Math.round(Rgb.clamp(value) * 255);
    }

    private static void bleed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] before = image.getRGB(0, 0, width, height, null, 0, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (before[y * width + x] == 0) {
                    image.setRGB(x, y, neighbour(before, width, height, x, y));
                }
            }
        }
    }

    private static int neighbour(int[] pixels, int width, int height, int x, int y) {
        for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
                if (pixels[j * width + i] != 0) {
                    return pixels[j * width + i] & 0xFFFFFF;
                }
            }
        }
        return 0;
    }
}
