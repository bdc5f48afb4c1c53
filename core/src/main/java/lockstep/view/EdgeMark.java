package lockstep.view;

import lockstep.view.art.Ui;

/**
 * The position of an arrow to something off the screen: at the edge of the free area, towards it, with its icon and words inward,
 * clear of the lower left corner and the row of keys. Rendering lane; allocates nothing.
 */
final class EdgeMark {
    /** Distance of the arrow's middle from the edges, and of icon and words from the arrow, design px. */
    static final float INSET = 46, INSET_TOP = 112, INWARD = 40;
    /** How far arrow, icon and words extend to the sides and downward from their position, design px. */
    private static final float WIDE = 30, DEEP = 26;

    /** The arrow's middle, px, and the way it points, of length 1. */
    float x, y, dx, dy;

    /** Points it at (toX, toY), px from the bottom left. */
    void place(Ui ui, float toX, float toY) {
        float left = ui.px(INSET), right = ui.right() - left, low = ui.dock + ui.px(INSET), high = ui.height() - ui.px(INSET_TOP);
        float midX = (left + right) / 2, midY = (low + high) / 2;
        dx = toX - midX;
        dy = toY - midY;
        float reach = Math.max(Math.abs(dx) / ((right - left) / 2), Math.abs(dy) / ((high - low) / 2));
        float fit = reach > 1 ? 1 / reach : 1;
        x = midX + dx * fit;
        y = midY + dy * fit;
        float far = (float) Math.hypot(dx, dy);
        dx /= far;
        dy /= far;
        float from = Math.min(x, inwardX(ui)) - ui.px(WIDE), to = Math.max(x, inwardX(ui)) + ui.px(WIDE);
        float least = from < ui.cornerRight ? ui.cornerTop : 0;
        if (from < ui.keysRight && to > ui.keysLeft) {
            least = Math.max(least, ui.keysTop);
        }
        if (least > 0) {
            y = Math.max(y, Math.min(high, least + ui.px(DEEP) + Math.max(0, dy) * ui.px(INWARD)));
        }
    }

    /** Position of icon and words, px. */
    float inwardX(Ui ui) {
        return x - dx * ui.px(INWARD);
    }

    float inwardY(Ui ui) {
        return y - dy * ui.px(INWARD);
    }
}
