package lockstep.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import lockstep.view.art.Art;
import lockstep.view.art.Camera;
import lockstep.view.art.Digits;
import lockstep.view.art.HudArea;
import lockstep.view.art.Ui;

/**
 * Words that rise from a place in the world and fade: points and multipliers. A new one replaces the oldest if there are too
 * many. They stay in the free area, below the heads-up display and clear of the lower left corner.
 */
final class Floats {
    private static final int ROOM = 16;
    private static final float SECONDS = 1.1f;

    private final StringBuilder[] text = new StringBuilder[ROOM];
    private final float[] x = new float[ROOM], y = new float[ROOM], age = new float[ROOM], size = new float[ROOM];
    private final Color[] color = new Color[ROOM];
    private int next;
    private float atX, atY;

    Floats() {
        for (int i = 0; i < ROOM; i++) {
            text[i] = new StringBuilder(16);
            age[i] = SECONDS;
        }
    }

    /** Adds words at (px, py) m; the caller writes them into the returned builder. */
    StringBuilder add(float px, float py, float designPx, Color tint) {
        int i = next;
        next = (next + 1) % ROOM;
        x[i] = px;
        y[i] = py;
        age[i] = 0;
        size[i] = designPx;
        color[i] = tint;
        return Digits.fresh(text[i]);
    }

    /** The words added last. */
    StringBuilder last() {
        return text[(next + ROOM - 1) % ROOM];
    }

    void step(float seconds) {
        for (int i = 0; i < ROOM; i++) {
            age[i] += seconds;
        }
    }

    void draw(Ui ui, Camera camera, HudArea hud, float opacity) {
        for (int i = 0; i < ROOM; i++) {
            if (age[i] >= SECONDS || !camera.shows(x[i], y[i], -2 * camera.pxPerMeter())) {
                continue;
            }
            float t = age[i] / SECONDS, risen = 1.6f * (1 - (1 - t) * (1 - t));
            float alpha = opacity * Math.min(1, 3 * (1 - t));
            place(ui, hud, camera.screenX(x[i]), camera.screenY(y[i] + 0.8f + risen),
                ui.width(Art.Face.NUMBERS, size[i], text[i]), ui.px(size[i]));
            ui.edged(Art.Face.NUMBERS, size[i], text[i], atX, atY, Align.center, color[i], alpha);
        }
    }

    /**
     * Finds a place for words of {@code wide} x {@code high} px, with middle and top as near as possible to (wantX, wantY) px.
     */
    void place(Ui ui, HudArea hud, float wantX, float wantY, float wide, float high) {
        float margin = ui.px(6), half = wide / 2 + margin, tall = high + 2 * margin;
        atX = Math.max(half, Math.min(ui.right() - half, wantX));
        float top = Math.max(ui.dock + tall, Math.min(ui.height(), wantY + margin));
        top = hud.below(atX - half, top, 2 * half, tall);
        if (atX - half < ui.cornerRight) {
            top = Math.max(top, ui.cornerTop + tall);
        }
        atY = top - margin;
    }

    /** Where {@link #place} has put the middle and the top of the words, px from the bottom left. */
    float atX() {
        return atX;
    }

    float atY() {
        return atY;
    }
}
