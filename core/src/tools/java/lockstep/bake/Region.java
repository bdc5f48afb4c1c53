package lockstep.bake;

import java.awt.image.BufferedImage;

/** A named picture on its way into an atlas; one that {@code tiles} is continued into its padding, others end there. */
record Region(String name, BufferedImage image, boolean tiles) {
    static Region of(String name, int width, int height, Canvas.Paint paint) {
        return new Region(name, Canvas.render(width, height, paint), false);
    }

    static Region tile(String name, int width, int height, Canvas.Paint paint) {
        return new Region(name, Canvas.render(width, height, paint), true);
    }
}
