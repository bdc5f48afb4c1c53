package lockstep.overlay.panel;

/**
 * Where the plate of notices lies: at the lower left, on top of what stands there, beside or below a dialog and below the
 * score. Numbers are px from the bottom left. Rendering lane; allocates nothing.
 */
final class NoticePlace {
    /** Most that it takes of the width, what stays free around it, and the score's height; px of the 1280x720 design. */
    private static final int WIDE = 540, GAP = 8, SCORE = 210;

    private float scale = 1;
    private int right;
    private int height;
    private int base;
    private boolean other;
    private float dialogX, dialogY, dialogW, dialogH;

    /** A dialog lies there; w is 0 if there is none. */
    void dialog(float x, float y, float w, float h) {
        other |= dialogX != x || dialogY != y || dialogW != w || dialogH != h;
        dialogX = x;
        dialogY = y;
        dialogW = w;
        dialogH = h;
    }

    boolean besideDialog() {
        return dialogW > 0;
    }

    /**
     * Takes the room there is.
     *
     * @param right free of the width
     * @param base  taken from the bottom
     * @return true if there is more or less of it than before
     */
    boolean room(float scale, int right, int height, int base) {
        boolean moved = other || this.scale != scale || this.right != right || this.height != height || this.base != base;
        this.scale = scale;
        this.right = right;
        this.height = height;
        this.base = base;
        other = false;
        return moved;
    }

    private int px(float design) {
        return Math.round(design * scale);
    }

    int left() {
        return px(GAP);
    }

    int bottom() {
        return base + px(GAP);
    }

    /** Most width that a plate may have. */
    int width() {
        return Math.max(0, Math.min(px(WIDE), right - 2 * left()));
    }

    /** How high a plate so wide may be. */
    int height(float wide) {
        float top = height - px(SCORE);
        if (dialogW > 0 && left() + wide + px(GAP) > dialogX && left() < dialogX + dialogW && dialogY + dialogH > bottom()) {
            top = Math.min(top, dialogY - px(GAP));
        }
        return Math.max(0, Math.round(top) - bottom());
    }

    /** What a plate so high takes of the corner, above {@code dock} px. */
    int corner(int high, int dock) {
        return bottom() + high + px(GAP) - dock;
    }
}
