package lockstep.view.menu;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import lockstep.settings.Settings;
import lockstep.view.art.Art;
import lockstep.view.art.Digits;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Spring;
import lockstep.view.art.Ui;

/** Draws the lines of a menu where the {@link Layout} has put them. */
final class MenuList {
    private static final float WORDS_INSET = 20;

    private final StringBuilder text = new StringBuilder(16);
    private final Spring marker = new Spring();
    private Menus.Screen of;

    void draw(Ui ui, Layout layout, Menus menus, Settings settings, float alpha, float seconds) {
        Item[] items = menus.items();
        int chosen = menus.selected();
        boolean row = menus.screen() == Menus.Screen.OVER;
        float at = row ? layout.x[chosen] : layout.y[chosen];
        if (of != menus.screen()) {
            marker.snap(at);
            of = menus.screen();
        }
        marker.step(at, 30, seconds);
        mark(ui, row ? marker.value : layout.x[chosen], row ? layout.y[chosen] : marker.value, layout.w[chosen], layout.h[chosen],
            alpha);
        for (int i = 0; i < items.length; i++) {
            float middle = layout.y[i] + layout.h[i] / 2;
            boolean on = i == chosen;
            boolean small = menus.screen() == Menus.Screen.SETTINGS;
            ui.shadowed(on ? Art.Face.BOLD : Art.Face.WORDS, small ? 17 : 22, items[i].label, layout.x[i] + ui.px(WORDS_INSET),
                middle + ui.px(small ? 6 : 8), Align.left, on ? GamePalette.TEXT : GamePalette.QUIET, alpha);
            switch (items[i].kind) {
                case SLIDER -> slider(ui, layout, middle, items[i].level(settings), on, alpha);
                case SWITCH -> toggle(ui, layout, middle, items[i].isOn(settings), on, alpha);
                case CHOICE -> choice(ui, layout, middle, settings.frameCap(), on, alpha);
                case ACTION -> {}
            }
        }
    }

    private static void mark(Ui ui, float x, float y, float w, float h, float alpha) {
        float breath = 0.85f + 0.15f * (float) Math.sin(ui.time * 4);
        float strong = 0.42f * alpha * breath, weak = 0.04f * alpha;
        ui.gradient(x, y, w, h, GamePalette.SHIELD, strong, strong, weak, weak);
        ui.rect(x, y, ui.line(4), h, GamePalette.SHOT, alpha);
    }

    private void slider(Ui ui, Layout layout, float middle, float level, boolean on, float alpha) {
        float x = Math.round(layout.controlX()), w = Math.round(layout.controlW()), thick = ui.line(4);
        float y = Math.round(middle - thick / 2), knob = ui.line(8), tall = ui.line(18);
        ui.rect(x, y, w, thick, GamePalette.LINE, alpha);
        ui.rect(x, y, w * level, thick, on ? GamePalette.SHOT : GamePalette.QUIET, alpha);
        ui.rect(x + (w - knob) * level, middle - tall / 2, knob, tall, on ? GamePalette.TEXT : GamePalette.QUIET, alpha);
        Digits.grouped(Digits.fresh(text), Math.round(100 * level)).append(" %");
        value(ui, layout, middle, on, alpha);
    }

    private void toggle(Ui ui, Layout layout, float middle, boolean set, boolean on, float alpha) {
        float x = Math.round(layout.controlX()), w = ui.line(44), h = ui.line(20), y = Math.round(middle - h / 2),
            in = ui.line(3);
        Color tint = set ? on ? GamePalette.SHOT : GamePalette.TOKEN : GamePalette.FAINT;
        ui.rect(x, y, w, h, GamePalette.LINE, (set ? 0.9f : 0.5f) * alpha);
        ui.rect(set ? x + w / 2 : x + in, y + in, w / 2 - in, h - 2 * in, tint, alpha);
        Digits.fresh(text).append(set ? "On" : "Off");
        value(ui, layout, middle, on, alpha);
    }

    private void choice(Ui ui, Layout layout, float middle, int cap, boolean on, float alpha) {
        float x = Math.round(layout.controlX()), w = layout.controlW(), size = ui.px(20);
        Color tint = on ? GamePalette.SHOT : GamePalette.QUIET;
        ui.sprite(ui.canvas.art().region("arrow"), x + size / 2, middle, size, size, 180, tint, alpha);
        ui.sprite(ui.canvas.art().region("arrow"), x + w - size / 2, middle, size, size, 0, tint, alpha);
        Digits.fresh(text);
        if (cap == 0) {
            text.append("Display rate");
        } else {
            Digits.grouped(text, cap);
        }
        ui.text(cap == 0 ? Art.Face.WORDS : Art.Face.NUMBERS, 17, text, x + w / 2, middle + ui.px(6), Align.center,
            on ? GamePalette.TEXT : GamePalette.QUIET, alpha);
    }

    private void value(Ui ui, Layout layout, float middle, boolean on, float alpha) {
        ui.text(Art.Face.NUMBERS, 17, text, layout.x[0] + layout.w[0] - ui.px(12), middle + ui.px(6), Align.right,
            on ? GamePalette.TEXT : GamePalette.QUIET, alpha);
    }
}
