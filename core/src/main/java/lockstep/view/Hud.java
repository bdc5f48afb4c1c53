package lockstep.view;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Align;
import lockstep.game.Scene;
import lockstep.view.art.Art;
import lockstep.view.art.Camera;
import lockstep.view.art.Digits;
import lockstep.view.art.GamePalette;
import lockstep.view.art.HudArea;
import lockstep.view.art.Ui;

/** The figures of a flight around the edge of the screen, and arrows to what is off it. */
final class Hud {
    private static final int TOKENS = 5, SHIELDS = 3;
    private static final float MARGIN = 8;
    private static final float MULTIPLIER_SECONDS = 4, EDGE = 26;

    /** The area that it takes. */
    final HudArea area = new HudArea();
    private final EdgeMark mark = new EdgeMark();
    private final StringBuilder text = new StringBuilder(32);
    private float shownScore;
    private float bump;
    private int multiplier;
    private final float[] pop = new float[TOKENS];
    private int tokens;
    private int shields = SHIELDS;
    private float lost;

    void draw(Ui ui, Scene s, long best, float alpha, float seconds) {
        // A shade behind the words, so that they can be read before a rock.
        area.begin(alpha);
        float shade = ui.px(112);
        ui.gradient(0, ui.height() - shade, ui.right(), shade, GamePalette.PANEL, 0, 0.78f * alpha, 0.78f * alpha, 0);
        left(ui, s, best, alpha, seconds);
        middle(ui, s, alpha, seconds);
        right(ui, s, alpha, seconds);
    }

    private void left(Ui ui, Scene s, long best, float alpha, float seconds) {
        // Counts up to the score rather than jumping.
        float behind = s.score - shownScore;
        shownScore =
            behind < 0 || behind < 1 ? s.score : shownScore + Math.max(behind * Math.min(1, 10 * seconds), Math.min(behind, 1));
        float x = ui.px(EDGE), y = ui.height() - ui.px(EDGE);
        long score = behind < 1 ? s.score : (long) shownScore;
        float wide = ui.shadowed(Art.Face.NUMBERS, 28, Digits.grouped(Digits.fresh(text), score), x, y, Align.left,
            GamePalette.TEXT, alpha);
        float low = y - ui.px(28 + 24);
        float size = ui.px(24), py = y - ui.px(28) - size / 2;
        lost = s.shields < shields ? 1 : Math.max(0, lost - seconds / 0.6f);
        shields = s.shields;
        TextureRegion pip = ui.canvas.art().region("pip");
        for (int i = 0; i < SHIELDS; i++) {
            boolean has = i < s.shields, gone = i == s.shields && lost > 0;
            float big = size * (gone ? 1 + 0.7f * (1 - lost) : 1);
            Color tint = has ? GamePalette.WHITE : gone ? GamePalette.EMBER : GamePalette.FAINT;
            ui.sprite(pip, x + size / 2 + i * (size + ui.px(4)), py, big, big, 0, tint, alpha * (has ? 1 : gone ? lost : 0.55f));
        }
        if (best > 0) {
            float by = py - size / 2 - ui.px(9);
            float w = ui.shadowed(Art.Face.WORDS, 14, "Best", x, by, Align.left, GamePalette.QUIET, alpha);
            w += ui.px(7);
            w += ui.shadowed(Art.Face.NUMBERS, 14, Digits.grouped(Digits.fresh(text), Math.max(best, s.score)), x + w, by,
                Align.left, GamePalette.QUIET, alpha);
            wide = Math.max(wide, w);
            low = by - ui.px(14);
        }
        wide = x + Math.max(wide, SHIELDS * (size + ui.px(4))) + ui.px(MARGIN);
        area.take(HudArea.LEFT, 0, low - ui.px(MARGIN), wide, ui.height() - low + ui.px(MARGIN));
    }

    private void middle(Ui ui, Scene s, float alpha, float seconds) {
        TextureRegion icon = ui.canvas.art().region("token-icon");
        float size = ui.px(28), gap = ui.px(6), x = ui.right() / 2f - (TOKENS - 1) / 2f * (size + gap);
        float y = ui.height() - ui.px(EDGE) - ui.px(9);
        float edge = x - size / 2 - ui.px(MARGIN), low = y - size / 2 - ui.px(8 + 14 + MARGIN);
        if (edge < area.right(HudArea.LEFT)) {
            return; // a panel leaves no room for it
        }
        area.take(HudArea.MIDDLE, edge, low, ui.right() - 2 * edge, ui.height() - low);
        for (int i = 0; i < TOKENS; i++) {
            boolean has = i < s.tokens;
            if (has && i >= tokens) {
                pop[i] = 1;
            }
            pop[i] = Math.max(0, pop[i] - seconds / 0.45f);
            float px = size * (has ? 1 + 0.6f * pop[i] * pop[i] : 0.9f);
            ui.sprite(icon, x + i * (size + gap), y, px, px, 0, has ? GamePalette.WHITE : GamePalette.FAINT,
                alpha * (has ? 1 : 0.55f));
        }
        tokens = s.tokens;
        Digits.grouped(Digits.fresh(text), Math.min(TOKENS, s.tokens)).append('/').append((char) ('0' + TOKENS));
        boolean open = s.gateOpen;
        if (open) {
            Digits.fresh(text).append("Gate open");
        }
        float blink = open ? 0.65f + 0.35f * (float) Math.sin(ui.time * 5) : 1;
        ui.shadowed(open ? Art.Face.BOLD : Art.Face.NUMBERS, 14, text, ui.right() / 2f, y - size / 2 - ui.px(8), Align.center,
            open ? GamePalette.TOKEN : GamePalette.QUIET, alpha * blink);
    }

    private void right(Ui ui, Scene s, float alpha, float seconds) {
        float x = ui.right() - ui.px(EDGE), y = ui.height() - ui.px(EDGE);
        if (s.multiplier > multiplier) {
            bump = 1;
        }
        multiplier = s.multiplier;
        bump = Math.max(0, bump - seconds / 0.35f);
        boolean up = s.multiplier > 1;
        Digits.grouped(Digits.fresh(text).append('×'), s.multiplier);
        ui.shadowed(Art.Face.NUMBERS, 28, text, x, y + ui.px(3) * bump, Align.right, up ? GamePalette.SHOT : GamePalette.FAINT,
            alpha);
        float w = ui.px(92), h = ui.line(4), barY = y - ui.px(34);
        ui.rect(x - w, barY, w, h, GamePalette.LINE, 0.6f * alpha);
        if (up) {
            float rest = Math.max(0, Math.min(1, s.multiplierSeconds / MULTIPLIER_SECONDS));
            ui.rect(x - w * rest, barY, w * rest, h, rest < 0.3f ? GamePalette.DANGER : GamePalette.SHOT, alpha);
        }
        Digits.grouped(Digits.fresh(text).append("Sector "), s.sector + 1);
        float wide = ui.shadowed(Art.Face.BOLD, 17, text, x, barY - ui.px(10), Align.right, GamePalette.QUIET, alpha);
        float left = x - Math.max(w, wide) - ui.px(MARGIN), low = barY - ui.px(10 + 17 + MARGIN);
        area.take(HudArea.RIGHT, left, low, ui.right() - left, ui.height() - low);
    }

    /** Draws arrows at the edge to the open gate and to the nearest token, if they are off the screen. */
    void arrows(Ui ui, Snapshot shot, Camera camera, int token, float alpha) {
        Scene s = shot.now().scene;
        if (s.ship < 0) {
            return;
        }
        if (token >= 0) {
            arrow(ui, camera, s, shot, shot.x[token], shot.y[token], 0.1f, s.gateOpen ? 0.5f * alpha : alpha, GamePalette.TOKEN,
                "token-icon");
        }
        if (s.gateOpen) {
            arrow(ui, camera, s, shot, s.gateX, s.gateY, 0.5f, alpha, GamePalette.SHOT, null);
        }
    }

    private void arrow(Ui ui, Camera camera, Scene s, Snapshot shot, float x, float y, float radius, float alpha, Color tint,
                       String icon) {
        if (camera.shows(x, y, radius * camera.pxPerMeter())) {
            return;
        }
        mark.place(ui, camera.screenX(x), camera.screenY(y));
        float nudge = ui.px(3) * (float) Math.sin(ui.time * 5), size = ui.px(34);
        float degrees = (float) Math.toDegrees(Math.atan2(mark.dy, mark.dx));
        ui.sprite(ui.canvas.art().region("arrow"), mark.x + mark.dx * nudge, mark.y + mark.dy * nudge, size, size, degrees, tint,
            alpha);
        float inX = mark.inwardX(ui), inY = mark.inwardY(ui);
        if (icon != null) {
            ui.sprite(ui.canvas.art().region(icon), inX, inY + ui.px(9), ui.px(20), ui.px(20), 0, GamePalette.WHITE, alpha);
        }
        float meters = (float) Math.hypot(x - shot.x[s.ship], y - shot.y[s.ship]);
        Digits.grouped(Digits.fresh(text), (long) meters).append(" m");
        ui.edged(Art.Face.NUMBERS, 14, text, inX, inY - ui.px(icon != null ? 6 : -5), Align.center, tint, alpha);
    }
}
