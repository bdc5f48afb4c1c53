package lockstep.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.BitmapFontCache;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;

/**
 * The name of the game: wide-set letters with a gradient and a gleam that passes, on four lanes whose blocks of work end
 * at different times and always begin together.
 */
final class Logo {
    private static final String[] LETTERS = {"L", "O", "C", "K", "S", "T", "E", "P"};
    private static final float DESIGN_PX = 92, TRACKING = 0.10f;
    private static final Color HIGH = Color.valueOf("FFFFFF"), LOW = Color.valueOf("9A9CFF"), DEEP = Color.valueOf("4C63E6");
    private static final Color[] LANES = {Palette.SHIP, Palette.SHIELD, Palette.TOKEN, Palette.SHOT};
    /** How long each lane works in each of six steps, as shares of the step. */
    private static final float[][] WORK = {{.9f, .62f, .95f, .7f, .88f, .8f}, {.5f, .95f, .6f, .92f, .45f, .7f},
        {.7f, .4f, .82f, .5f, .95f, .55f}, {.35f, .75f, .5f, .8f, .6f, .94f}};

    private BitmapFontCache cache;
    private BitmapFont made;
    private float madeX, madeTop;
    private float wide, tall;

    /** px; known after the first drawing. */
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
        paint(x, top, ui.time, alpha);
        cache.draw(ui.canvas.batch());
        lanes(ui, x, top - tall - ui.px(26), alpha);
    }

    private void build(BitmapFont font, float x, float top) {
        cache = new BitmapFontCache(font, false);
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
    }

    /** Colours the corners of the letters: lighter above, with a gleam that walks by every few seconds. */
    private void paint(float x, float top, float time, float alpha) {
        float gleam = x + wide * (time * 0.45f % 2.4f - 0.2f);
        for (int page = 0; page < made.getRegions().size; page++) {
            float[] v = cache.getVertices(page);
            int n = cache.getVertexCount(page);
            for (int i = 0; i < n; i += 5) {
                float up = Math.max(0, Math.min(1, (v[i + 1] - (top - tall)) / tall));
                float away = (v[i] + (up - 0.5f) * tall * 0.5f - gleam) / (0.09f * wide);
                float light = 0.75f * (float) Math.exp(-away * away);
                float r = mix(LOW.r, HIGH.r, up), g = mix(LOW.g, HIGH.g, up), b = mix(LOW.b, HIGH.b, up);
                v[i + 2] = Color.toFloatBits(mix(r, 1, light), mix(g, 1, light), mix(b, 1, light), alpha);
            }
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
            ui.rect(x, y, wide, thick, Palette.LINE, 0.35f * alpha);
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
                ui.rect(x + at - ui.line(1), top - 4 * pitch - ui.line(3), ui.line(1), 4 * pitch + ui.line(3), Palette.TEXT, 0.55f * alpha);
            }
        }
    }

    /** A light behind it, for an additive batch. */
    void glow(Ui ui, float x, float top) {
        if (wide > 0) {
            ui.sprite(ui.canvas.art().region("glow"), x + wide / 2, top - tall / 2, 1.5f * wide, 3.6f * tall, 0, DEEP, 0.4f);
        }
    }
}
