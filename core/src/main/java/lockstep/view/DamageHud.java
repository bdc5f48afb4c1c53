package lockstep.view;

import com.badlogic.gdx.utils.Align;
import lockstep.view.art.Art;
import lockstep.view.art.Digits;
import lockstep.view.art.GamePalette;
import lockstep.view.art.HudArea;
import lockstep.view.art.Ui;

/**
 * The damage done by sharing, below the score: the torn counter, which flashes when it grows, and the tally's points beside the
 * ledgers' once any were lost. Shows nothing while there is no damage. Rendering lane; allocates nothing.
 */
final class DamageHud {
    private static final float EDGE = 26, TOP = 138, LINE = 21, WIDE = 240, FLASH_SECONDS = 0.5f;

    private final StringBuilder text = new StringBuilder(64);
    private long torn;
    private long lost;
    private float tornFlash;
    private float lostFlash;

    /** Reads the damage; flashes fade by {@code seconds}. */
    void see(Damage damage, float seconds) {
        tornFlash = Math.max(0, tornFlash - seconds / FLASH_SECONDS);
        lostFlash = Math.max(0, lostFlash - seconds / FLASH_SECONDS);
        long tornNow = damage.tornFrames();
        if (tornNow > torn) {
            tornFlash = 1;
        }
        torn = tornNow;
        // Read while lanes add, with the truth first, a loss can only look too small: the most seen is the truth so far.
        long truth = damage.truePoints();
        long lostNow = truth - damage.points();
        if (lostNow > lost) {
            lostFlash = 1;
            lost = lostNow;
        }
    }

    long lost() {
        return lost;
    }

    boolean flashes() {
        return tornFlash > 0;
    }

    void draw(Ui ui, Damage damage, HudArea area, float alpha) {
        float x = ui.px(EDGE), y = ui.height() - ui.px(TOP);
        if (torn > 0) {
            Digits.grouped(Digits.fresh(text).append("torn frames "), torn);
            line(ui, x, y, tornFlash, alpha);
            y -= ui.px(LINE);
        }
        if (lost > 0) {
            Digits.grouped(Digits.fresh(text), lost).append(" points lost");
            line(ui, x, y, lostFlash, alpha);
            y -= ui.px(LINE);
            Digits.grouped(Digits.fresh(text).append("tally "), damage.points());
            Digits.grouped(text.append(" of "), damage.truePoints());
            ui.shadowed(Art.Face.NUMBERS, 14, text, x, y, Align.left, GamePalette.QUIET, alpha);
            y -= ui.px(LINE);
        }
        float high = ui.height() - ui.px(TOP) - y;
        if (high > 0) {
            area.take(HudArea.DAMAGE, 0, y, ui.px(WIDE), high);
        }
    }

    /** Draws the text on a plate that flashes. */
    private void line(Ui ui, float x, float y, float flash, float alpha) {
        if (flash > 0) {
            float w = ui.width(Art.Face.NUMBERS, 14, text) + ui.px(12);
            ui.rect(x - ui.px(6), y - ui.px(15), w, ui.px(20), GamePalette.TORN, flash * alpha);
        }
        if (flash > 0.35f) {
            ui.text(Art.Face.NUMBERS, 14, text, x, y, Align.left, GamePalette.PANEL, alpha);
        } else {
            ui.shadowed(Art.Face.NUMBERS, 14, text, x, y, Align.left, GamePalette.TORN, alpha);
        }
    }
}
