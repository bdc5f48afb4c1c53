package lockstep.desktop;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.function.IntPredicate;

/** What part of a picture shows, asked by colour. Colours are 0xrrggbb. */
final class Pixels {
    private Pixels() {
    }

    /** How many px of an area have such a colour. */
    static int count(BufferedImage image, Rectangle area, IntPredicate colour) {
        int n = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                n += colour.test(image.getRGB(x, y) & 0xffffff) ? 1 : 0;
            }
        }
        return n;
    }

    /** The rectangle around the largest connected patch of such a colour; empty if there is none. */
    static Rectangle largest(BufferedImage image, Rectangle area, IntPredicate colour) {
        boolean[] open = new boolean[area.width * area.height];
        for (int i = 0; i < open.length; i++) {
            open[i] = colour.test(image.getRGB(area.x + i % area.width, area.y + i / area.width) & 0xffffff);
        }
        Rectangle largest = new Rectangle();
        int most = 0;
        for (int i = 0; i < open.length; i++) {
            Rectangle bounds = new Rectangle(-1, -1);
            int size = open[i] ? take(open, area.width, i, bounds) : 0;
            if (size > most) {
                most = size;
                largest = bounds;
            }
        }
        largest.translate(area.x, area.y);
        return largest;
    }

    /** Takes the patch around a px out of {@code open}; returns its size in px. */
    private static int take(boolean[] open, int width, int first, Rectangle bounds) {
        ArrayDeque<Integer> next = new ArrayDeque<>();
        open[first] = false;
        next.push(first);
        int size = 0;
        while (!next.isEmpty()) {
            int i = next.pop();
            size++;
            bounds.add(new Rectangle(i % width, i / width, 1, 1));
            for (int n : new int[] {i % width > 0 ? i - 1 : -1, i % width < width - 1 ? i + 1 : -1, i - width, i + width}) {
                if (n >= 0 && n < open.length && open[n]) {
                    open[n] = false;
                    next.push(n);
                }
            }
        }
        return size;
    }

    /** Mean of all channels, 0 to 255. */
    static double brightness(BufferedImage image, Rectangle area) {
        long sum = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                int c = image.getRGB(x, y);
                sum += (c >> 16 & 0xff) + (c >> 8 & 0xff) + (c & 0xff);
            }
        }
        return sum / (3.0 * area.width * area.height);
    }

    /** Colours of which no channel differs by more than {@code by}. */
    static IntPredicate near(int wanted, int by) {
        return c -> Math.abs((c >> 16 & 0xff) - (wanted >> 16 & 0xff)) <= by
            && Math.abs((c >> 8 & 0xff) - (wanted >> 8 & 0xff)) <= by && Math.abs((c & 0xff) - (wanted & 0xff)) <= by;
    }

    /** Colours of which every channel is at least so bright. */
    static IntPredicate light(int least) {
        return c -> (c >> 16 & 0xff) >= least && (c >> 8 & 0xff) >= least && (c & 0xff) >= least;
    }
}
