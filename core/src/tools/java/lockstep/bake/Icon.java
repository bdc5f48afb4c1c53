package lockstep.bake;

import java.awt.image.BufferedImage;

/** The window's icon: the ship climbing over a ring, on the colour of space. */
final class Icon {
    private Icon() {
    }

    static BufferedImage render(int sizePx) {
        Ship ship = new Ship();
        Outline plate = Outline.mirrored(64, 3, 64, 3, 24, 10, 10, 24, 3, 104, 3, 118, 10, 125, 24, 125, 64).rounded();
        double turn = -Math.PI / 4;
        return Canvas.render(sizePx, sizePx, (px, py, sample) -> {
            double x = px * 128 / sizePx;
            double y = py * 128 / sizePx;
            if (plate.at(x, y).depth() <= 0) {
                return;
            }
            double away = Math.hypot(x - 64, y - 64);
            sample.over(Rgb.SPACE.mix(Rgb.hex(0x2A2A8C), 0.8 * Rgb.smooth(80, 0, away)), 1);
            sample.over(Rgb.SHIELD, 0.9 * (1 - Rgb.smooth(2.0, 4.0, Math.abs(away - 50))));
            double dx = (x - 64) / 1.06;
            double dy = (y - 64) / 1.06;
            double shipX = dx * StrictMath.cos(turn) + dy * StrictMath.sin(turn) + Ship.SIZE_PX / 2.0 - 2;
            double shipY = -dx * StrictMath.sin(turn) + dy * StrictMath.cos(turn) + Ship.SIZE_PX / 2.0;
            ship.shade(shipX, shipY, sample);
        });
    }
}
