package lockstep.view.menu;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import java.util.List;
import lockstep.game.Scene;
import lockstep.settings.Score;
import lockstep.settings.Settings;
import lockstep.view.art.Art;
import lockstep.view.art.Digits;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Ui;

/** Draws title, pause, settings, questions and game over. */
public final class Screens {
    private static final String[] ROCKS = {"a small rock", "a rock", "a large rock"};
    private static final float IN_SECONDS = 0.22f;
    /** How long the loss of the ship is shown before the words about it, s. */
    public static final float AFTER_SECONDS = 0.7f;

    private final StringBuilder text = new StringBuilder(64);
    private final MenuList list = new MenuList();
    private final Logo logo = new Logo();
    private final Layout layout;

    /** Draws where {@code layout} says. */
    public Screens(Layout layout) {
        this.layout = layout;
    }

    /** Draws a dark shade behind the title's words, so that they are readable over the world. */
    public void shade(Ui ui, Menus menus) {
        if (menus.screen() == Menus.Screen.TITLE) {
            float alpha = 0.85f * Math.min(1, menus.seconds() / IN_SECONDS);
            ui.gradient(0, ui.dock, 0.52f * ui.width(), ui.height() - ui.dock, GamePalette.PANEL, alpha, alpha, 0, 0);
        }
    }

    /** Draws light behind words; the batch must be additive. */
    public void lights(Ui ui, Menus menus) {
        if (menus.screen() == Menus.Screen.TITLE) {
            logo.glow(ui, ui.px(96), logoTop(ui));
        }
    }

    /** Draws the current screen. */
    public void draw(Ui ui, Menus menus, Settings settings, Scene s, boolean newBest, float seconds) {
        float since = menus.seconds() - (menus.screen() == Menus.Screen.OVER ? AFTER_SECONDS : 0);
        float alpha = Math.min(1, since / IN_SECONDS);
        if (alpha <= 0) {
            return;
        }
        switch (menus.screen()) {
            case TITLE -> title(ui, settings, alpha);
            case PAUSE -> heading(ui, "Paused", "The world waits", alpha);
            case SETTINGS -> heading(ui, "Settings", null, alpha);
            case ASK -> ask(ui, menus, alpha);
            case OVER -> over(ui, settings, s, newBest, alpha, since, menus.selected() == 0 ? "to fly again" : "to the title");
            case PLAY -> {
                return;
            }
        }
        list.draw(ui, layout, menus, settings, alpha, seconds);
    }

    private float logoTop(Ui ui) {
        return layout.y[0] + layout.h[0] + ui.px(236);
    }

    private void title(Ui ui, Settings settings, float alpha) {
        float x = ui.px(96), top = logoTop(ui);
        logo.draw(ui, x, top, alpha);
        ui.shadowed(Art.Face.WORDS, 17, "Five tokens open the gate. Keep moving.", x, top - ui.px(158), Align.left,
            GamePalette.QUIET, alpha);
        if (!settings.best().isEmpty()) {
            float w = ui.px(280), rows = settings.best().size(), h = ui.px(54 + 28 * rows);
            float px = ui.width() - ui.px(40) - w, py = ui.dock + ui.px(40);
            ui.panel(px, py, w, h, 0.9f * alpha);
            best(ui, settings.best(), px + ui.px(20), py + h - ui.px(20), w - ui.px(40), -1, alpha);
        }
    }

    private void heading(Ui ui, CharSequence title, CharSequence below, float alpha) {
        ui.panel(layout.panelX, layout.panelY, layout.panelW, layout.panelH, alpha);
        float x = layout.panelX + ui.px(40), y = layout.panelY + layout.panelH - ui.px(34);
        ui.text(Art.Face.BOLD, 32, title, x, y, Align.left, GamePalette.TEXT, alpha);
        if (below != null) {
            ui.text(Art.Face.WORDS, 17, below, layout.panelX + layout.panelW - ui.px(40), y - ui.px(10), Align.right,
                GamePalette.FAINT, alpha);
        }
    }

    private void ask(Ui ui, Menus menus, float alpha) {
        heading(ui, switch (menus.asked()) {
            case RESTART -> "Start again?";
            case TITLE -> "Leave this run?";
            default -> "Quit?";
        }, null, alpha);
        CharSequence lost = menus.losesRun() ? "This run ends, and its score is not kept." : "The game ends.";
        ui.text(Art.Face.WORDS, 17, lost, layout.panelX + ui.px(40), layout.panelY + layout.panelH - ui.px(82), Align.left,
            GamePalette.QUIET, alpha);
    }

    private void over(Ui ui, Settings settings, Scene s, boolean newBest, float alpha, float since, String enter) {
        heading(ui, "Ship lost", null, alpha);
        float left = layout.panelX + ui.px(40), top = layout.panelY + layout.panelH;
        Digits.fresh(text).append("Struck by ").append(s.endedByTier >= 0 && s.endedByTier < 3 ? ROCKS[s.endedByTier] : "a rock");
        Digits.grouped(text.append(" in sector "), s.sector + 1);
        ui.text(Art.Face.WORDS, 17, text, left, top - ui.px(78), Align.left, GamePalette.EMBER, alpha);
        float counted = Math.min(1, since / 0.9f);
        long shown = Math.round(s.score * (1 - Math.pow(1 - counted, 3)));
        float w = ui.text(Art.Face.NUMBERS, 56, Digits.grouped(Digits.fresh(text), shown), left, top - ui.px(118), Align.left,
            GamePalette.SHOT, alpha);
        if (newBest) {
            float pulse = 0.7f + 0.3f * (float) Math.sin(ui.time * 5);
            ui.text(Art.Face.BOLD, 17, "New best", left + w + ui.px(18), top - ui.px(118), Align.left, GamePalette.TOKEN,
                alpha * pulse);
        }
        float y = top - ui.px(206), pitch = ui.px(31);
        ui.rect(left, y + ui.px(20), ui.px(416), ui.line(1), GamePalette.LINE, alpha);
        fact(ui, left, y, "Time", Digits.time(Digits.fresh(text), s.runSeconds), alpha);
        fact(ui, left, y - pitch, "Rocks", Digits.grouped(Digits.fresh(text), s.rocksHit), alpha);
        fact(ui, left, y - 2 * pitch, "Accuracy",
            Digits.percent(Digits.fresh(text), Math.min(s.rocksHit, s.shotsFired), s.shotsFired), alpha);
        float second = left + ui.px(224);
        fact(ui, second, y, "Tokens", Digits.grouped(Digits.fresh(text), s.tokensCaught), alpha);
        fact(ui, second, y - pitch, "Multiplier", Digits.grouped(Digits.fresh(text).append('×'), s.highestMultiplier), alpha);
        fact(ui, second, y - 2 * pitch, "Sector", Digits.grouped(Digits.fresh(text), s.sector + 1), alpha);
        float x = layout.panelX + ui.px(500), wide = layout.panelW - ui.px(540);
        best(ui, settings.best(), x, top - ui.px(38), wide, s.score, alpha);
        prompt(ui, left + ui.px(440), alpha, enter);
    }

    private void prompt(Ui ui, float x, float alpha, String does) {
        float y = layout.y[0] + layout.h[0] / 2;
        x += ui.key("Enter", x, y, alpha) + ui.px(8);
        x += ui.text(Art.Face.WORDS, 17, "or", x, y + ui.px(6), Align.left, GamePalette.QUIET, alpha) + ui.px(8);
        x += ui.key("Space", x, y, alpha) + ui.px(8);
        ui.text(Art.Face.WORDS, 17, does, x, y + ui.px(6), Align.left, GamePalette.QUIET, alpha);
    }

    private static void fact(Ui ui, float x, float y, CharSequence name, CharSequence value, float alpha) {
        ui.text(Art.Face.WORDS, 17, name, x, y, Align.left, GamePalette.QUIET, alpha);
        ui.text(Art.Face.NUMBERS, 17, value, x + ui.px(192), y, Align.right, GamePalette.TEXT, alpha);
    }

    /** Draws the best scores; {@code mine} is highlighted. */
    private void best(Ui ui, List<Score> best, float x, float top, float wide, long mine, float alpha) {
        ui.text(Art.Face.BOLD, 17, "Best scores", x, top, Align.left, GamePalette.QUIET, alpha);
        int at = -1;
        for (int i = 0; i < best.size(); i++) {
            at = best.get(i).score() == mine ? i : at;
        }
        for (int i = 0; i < best.size(); i++) {
            float y = top - ui.px(32 + 28 * i);
            Color tint = i == at ? GamePalette.SHOT : i == 0 ? GamePalette.TEXT : GamePalette.QUIET;
            if (i == at) {
                ui.rect(x - ui.px(10), y - ui.px(20), wide + ui.px(20), ui.px(28), GamePalette.SHOT, 0.12f * alpha);
            }
            ui.text(Art.Face.NUMBERS, 17, Digits.grouped(Digits.fresh(text), i + 1), x, y, Align.left, GamePalette.FAINT, alpha);
            ui.text(Art.Face.NUMBERS, 17, Digits.grouped(Digits.fresh(text), best.get(i).score()), x + wide * 0.62f, y,
                Align.right, tint, alpha);
            Digits.grouped(Digits.fresh(text).append("sector "), best.get(i).sector());
            ui.text(Art.Face.WORDS, 14, text, x + wide, y - ui.px(1), Align.right, GamePalette.FAINT, alpha);
        }
    }
}
