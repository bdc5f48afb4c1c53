package lockstep.view;

import com.badlogic.gdx.utils.Align;

/** Large words in the upper middle for a moment: a new sector, an open gate. */
final class Banner {
    /** What it says. */
    enum Word { SECTOR, GATE }

    private static final float SECONDS = 2.6f;

    private final StringBuilder text = new StringBuilder(24);
    private Word word = Word.SECTOR;
    private int sector;
    private float age = SECONDS;

    void show(Word what, int inSector) {
        word = what;
        sector = inSector;
        age = 0;
    }

    /** How strongly it is there, 0 to 1. */
    float strength() {
        return Math.max(0, Math.min(1, Math.min(age / 0.2f, (SECONDS - age) / 0.7f)));
    }

    void draw(Ui ui, float seconds) {
        age += seconds;
        if (age >= SECONDS) {
            return;
        }
        float alpha = strength();
        float in = 1 - Math.min(1, age / 0.35f);
        float x = ui.width() / 2f, y = ui.dock + (ui.height() - ui.dock) * 0.74f;
        float wide = ui.px(150) * (1 - in * in);
        boolean gate = word == Word.GATE;
        Digits.fresh(text);
        if (gate) {
            text.append("GATE OPEN");
        } else {
            Digits.grouped(text.append("SECTOR "), sector + 1);
        }
        ui.shadowed(Art.Face.BOLD, 40, text, x, y, Align.center, gate ? Palette.TOKEN : Palette.TEXT, alpha);
        ui.rect(x - wide, y - ui.px(44), 2 * wide, ui.line(2), gate ? Palette.TOKEN : Palette.SHIP, 0.8f * alpha);
        CharSequence below = gate ? "Fly through it" : "Five tokens open the gate";
        ui.shadowed(Art.Face.WORDS, 17, below, x, y - ui.px(58), Align.center, Palette.QUIET, alpha);
    }
}
