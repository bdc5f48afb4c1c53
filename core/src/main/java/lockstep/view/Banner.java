package lockstep.view;

import com.badlogic.gdx.utils.Align;
import lockstep.view.art.Art;
import lockstep.view.art.Digits;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Ui;

/**
 * Large words for a moment: a new sector, an open gate. They appear in the upper middle of the free area, or in the lower middle
 * if the ship is in the upper part, and fade while the ship is near them.
 */
final class Banner {
    /** What it says. */
    enum Word { SECTOR, GATE }

    private static final float SECONDS = 2.6f;
    /** Top of the words, design px from the top, or as a share of the free height; their height and least half width. */
    private static final float TOP = 104, LOWER = 0.38f, TALL = 80, HALF = 150, FADE = 24;

    private final StringBuilder text = new StringBuilder(24);
    private Word word = Word.SECTOR;
    private int sector;
    private float age = SECONDS;
    private boolean low;
    private float left, right, top, bottom;
    private float clear = 1;

    void show(Word what, int inSector) {
        word = what;
        sector = inSector;
        age = 0;
    }

    /** Its opacity, 0 to 1. */
    float strength() {
        return clear * Math.max(0, Math.min(1, Math.min(age / 0.2f, (SECONDS - age) / 0.7f)));
    }

    /**
     * Finds its place.
     *
     * @param wide width of the words, px
     * @param shipX where the ship is drawn, px from the bottom left
     * @param radius radius of the ship with its shield, px; 0 if there is none
     */
    void place(Ui ui, float wide, float shipX, float shipY, float radius) {
        float middle = ui.right() / 2f, half = Math.max(ui.px(HALF), wide / 2);
        left = middle - half;
        right = middle + half;
        float upper = ui.height() - ui.px(TOP), lower = ui.dock + (ui.height() - ui.dock) * LOWER;
        if (age == 0) {
            low = away(ui, upper, shipX, shipY, radius) < ui.px(FADE);
        }
        float away = away(ui, low ? lower : upper, shipX, shipY, radius);
        clear = Math.max(0, Math.min(1, away / ui.px(FADE)));
    }

    /** Sets its top; returns how far the ship is from it, px. */
    private float away(Ui ui, float at, float shipX, float shipY, float radius) {
        top = at;
        bottom = at - ui.px(TALL);
        if (radius <= 0) {
            return Float.MAX_VALUE;
        }
        float dx = Math.max(0, Math.max(left - shipX, shipX - right)), dy = Math.max(0, Math.max(bottom - shipY, shipY - top));
        return (float) Math.hypot(dx, dy) - radius;
    }

    float top() {
        return top;
    }

    float bottom() {
        return bottom;
    }

    /** Draws it; the ship is drawn at (shipX, shipY) px and takes {@code radius} px around that. */
    void draw(Ui ui, float seconds, float shipX, float shipY, float radius) {
        if (age >= SECONDS) {
            return;
        }
        boolean gate = word == Word.GATE;
        Digits.fresh(text);
        if (gate) {
            text.append("GATE OPEN");
        } else {
            Digits.grouped(text.append("SECTOR "), sector + 1);
        }
        place(ui, ui.width(Art.Face.BOLD, 40, text), shipX, shipY, radius);
        age += seconds;
        float alpha = strength();
        float in = 1 - Math.min(1, age / 0.35f);
        float x = ui.right() / 2f;
        float wide = ui.px(HALF) * (1 - in * in);
        ui.shadowed(Art.Face.BOLD, 40, text, x, top, Align.center, gate ? GamePalette.TOKEN : GamePalette.TEXT, alpha);
        ui.rect(x - wide, top - ui.px(44), 2 * wide, ui.line(2), gate ? GamePalette.TOKEN : GamePalette.SHIP, 0.8f * alpha);
        CharSequence below = gate ? "Fly through it" : "Five tokens open the gate";
        ui.shadowed(Art.Face.WORDS, 17, below, x, top - ui.px(58), Align.center, GamePalette.QUIET, alpha);
    }
}
