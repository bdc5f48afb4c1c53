package lockstep.view.menu;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.BitmapFontCache;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import lockstep.view.art.Art;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Ui;

/**
 * The name of the game: spaced letters, cut horizontally and shifted, with a gradient and a passing highlight, over four lanes
 * whose blocks of work end at different times and always begin together.
 */
final class Logo {
    private static final String[] LETTERS = {"L", "O", "C", "K", "S", "T", "E", "P"};
    private static final float DESIGN_PX = 104, TRACKING = 0.11f;
    /** Where the letters are cut, how wide, and how far the lower part is moved, as shares of their height. */
    private static final float CUT = 0.32f, GAP = 0.05f, STEP = 0.09f;
    private static final int QUAD = 20, CORNER = 5;
    private static final Color HIGH = Color.valueOf("FFFFFF"), LOW = Color.valueOf("8486FF"), DEEP = Color.valueOf("4C63E6");
    private static final Color[] LANES = {GamePalette.SHIP, GamePalette.SHIELD, GamePalette.TOKEN, GamePalette.SHOT};
    /** How long each lane works in each of six steps, as shares of the step. */
    private static final float[][] WORK = {{.9f, .62f, .95f, .7f, .88f, .8f}, {.5f, .95f, .6f, .92f, .45f, .7f},
        {.7f, .4f, .82f, .5f, .95f, .55f}, {.35f, .75f, .5f, .8f, .6f, .94f}};

    /** For each page of the font, the corners of the letters' halves. */
    private float[][] halves;
    private BitmapFont made;
    private float madeX, madeTop;
    private float wide, tall;

    /** Width in px; known after the first drawing. */
    float width() {
        return wide;
    }

    /** Draws it with its left edge at x and its capitals' top at y px. */
    void draw(Ui ui, float x, float top, float alpha) {
        BitmapFont font = ui.canvas.font(Art.Face.BOLD, DESIGN_PX * ui.scale / ui.canvas.scale());
        if (font == null) {
            return;
        }
        x = Math.round(x);
        top = Math.round(top);
        if (font != made || x != madeX || top != madeTop) {
            build(font, x, top);
        }
        for (int page = 0; page < halves.length; page++) {
            paint(halves[page], x, top, ui.time, alpha);
            ui.canvas.batch().draw(font.getRegion(page).getTexture(), halves[page], 0, halves[page].length);
        }
        lanes(ui, x, top - tall - ui.px(26), alpha);
    }

    private void build(BitmapFont font, float x, float top) {
        BitmapFontCache cache = new BitmapFontCache(font, false);
        made = font;
        madeX = x;
        madeTop = top;
        tall = font.getCapHeight();
        float at = x;
        GlyphLayout one = new GlyphLayout();
        for (String letter : LETTERS) {
            one.setText(font, letter);
            cache.addText(one, at, top);
            at += one.width + TRACKING * tall;
        }
        wide = at - TRACKING * tall - x;
        halves = new float[font.getRegions().size][];
        float cut = top - tall * (1 - CUT);
        for (int page = 0; page < halves.length; page++) {
            float[] whole = cache.getVertices(page);
            int n = cache.getVertexCount(page) / QUAD * QUAD;
            halves[page] = new float[2 * n];
            for (int i = 0; i < n; i += QUAD) {
                half(whole, i, halves[page], 2 * i, cut + GAP * tall / 2, true, 0);
                half(whole, i, halves[page], 2 * i + QUAD, cut - GAP * tall / 2, false, STEP * tall);
            }
        }
    }

    /** Copies a letter's corners, clipped at {@code edge} and moved by {@code shift} px to the right. */
    private static void half(float[] from, int i, float[] to, int j, float edge, boolean upper, float shift) {
        float low = from[i + 1], high = from[i + CORNER + 1], lowV = from[i + 4], highV = from[i + CORNER + 4];
        for (int k = 0; k < QUAD; k += CORNER) {
            float y = from[i + k + 1], kept = upper ? Math.max(y, edge) : Math.min(y, edge);
            to[j + k] = from[i + k] + shift;
            to[j + k + 1] = kept;
            to[j + k + 3] = from[i + k + 3];
            to[j + k + 4] = lowV + (highV - lowV) * (kept - low) / (high - low);
        }
    }

    /** Colours the corners of the letters: lighter above, with a highlight that passes every few seconds. */
    private void paint(float[] v, float x, float top, float time, float alpha) {
        float gleam = x + wide * (time * 0.45f % 2.4f - 0.2f);
        for (int i = 0; i < v.length; i += CORNER) {
            float up = Math.max(0, Math.min(1, (v[i + 1] - (top - tall)) / tall));
            float away = (v[i] + (up - 0.5f) * tall * 0.5f - gleam) / (0.09f * wide);
            float light = 0.75f * (float) Math.exp(-away * away);
            float r = mix(LOW.r, HIGH.r, up), g = mix(LOW.g, HIGH.g, up), b = mix(LOW.b, HIGH.b, up);
            v[i + 2] = Color.toFloatBits(mix(r, 1, light), mix(g, 1, light), mix(b, 1, light), alpha);
        }
    }

    private static float mix(float from, float to, float share) {
        return from + (to - from) * share;
    }

    private void lanes(Ui ui, float x, float top, float alpha) {
        float thick = ui.line(4), pitch = ui.line(9), step = wide / 5;
        float scroll = ui.time * 0.22f % WORK[0].length;
        for (int lane = 0; lane < LANES.length; lane++) {
            float y = top - (lane + 1) * pitch;
            ui.rect(x, y, wide, thick, GamePalette.LINE, 0.35f * alpha);
            for (int i = 0; i <= 5; i++) {
                int cell = (int) scroll + i;
                float from = (i - scroll % 1) * step, to = from + step * WORK[lane][cell % WORK[lane].length] - ui.line(2);
                from = Math.max(0, from);
                to = Math.min(wide, to);
                if (to > from) {
                    ui.rect(x + from, y, to - from, thick, LANES[lane], 0.9f * alpha);
                }
            }
        }
        for (int i = 0; i <= 5; i++) {
            float at = (i - scroll % 1) * step - ui.line(1);
            if (at >= 0 && at < wide) {
                ui.rect(x + at - ui.line(1), top - 4 * pitch - ui.line(3), ui.line(1), 4 * pitch + ui.line(3), GamePalette.TEXT,
                    0.55f * alpha);
            }
        }
    }

    /** Draws a light behind it, for an additive batch. */
    void glow(Ui ui, float x, float top) {
        if (wide > 0) {
            ui.sprite(ui.canvas.art().region("glow"), x + wide / 2, top - tall / 2, 1.6f * wide, 4.6f * tall, 0, DEEP, 0.55f);
        }
    }
}
