package lockstep.overlay.panel;

/**
 * Where the plate of notices lies: at the lower left, above what is already there, beside or below a dialog and below the score.
 * Numbers are px from the bottom left. Rendering lane; allocates nothing.
 */
final class NoticePlace {
    /** The plate's largest width, the gap around it, and the score's height; px of the 1280x720 design. */
    private static final int WIDE = 540, GAP = 8, SCORE = 210;

    private float scale = 1;
    private int right;
    private int height;
    private int base;
    private boolean other;
    private float dialogX, dialogY, dialogW, dialogH;

    /** Says where a dialog lies, px; {@code w} is 0 if there is none. */
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
     * Sets the available room, px.
     *
     * @param right the free width from the left
     * @param base the height taken at the bottom
     * @return true if the room has changed
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

    /** The largest width of a plate, px. */
    int width() {
        return Math.max(0, Math.min(px(WIDE), right - 2 * left()));
    }

    /** The largest height of a plate that is {@code wide} px wide. */
    int height(float wide) {
        float top = height - px(SCORE);
        if (dialogW > 0 && left() + wide + px(GAP) > dialogX && left() < dialogX + dialogW && dialogY + dialogH > bottom()) {
            top = Math.min(top, dialogY - px(GAP));
        }
        return Math.max(0, Math.round(top) - bottom());
    }

    /** How much of the corner above {@code dock} px a plate {@code high} px high takes. */
    int corner(int high, int dock) {
        return bottom() + high + px(GAP) - dock;
    }
}
