package lockstep.view.menu;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.utils.Align;
import java.util.Map;
import lockstep.platform.Pad;
import lockstep.settings.Settings;
import lockstep.view.art.Art;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Ui;

/** Shows which key does what, each until it was used once. */
public final class Prompts {
    private static final String[] WHAT = {"turn", "thrust", "fire"};

    /** Between two prompts, and from the lower to the upper edge of a key, design px. */
    private static final float GAP = 30, HIGH = 26;

    private final boolean[] used = new boolean[WHAT.length];
    private final float[] shown = {1, 1, 1};
    private final String[][] names = {{"A", "D"}, {"W"}, {"Space"}};
    private Map<String, String> known;
    private int left = Keys.A, right = Keys.D, thrust = Keys.W, fire = Keys.SPACE;

    /** Updates the keys if their bindings have changed. */
    public void bind(Settings settings) {
        if (settings.keys() == known) {
            return;
        }
        known = settings.keys();
        names[0][0] = known.getOrDefault("left", "A");
        names[0][1] = known.getOrDefault("right", "D");
        names[1][0] = known.getOrDefault("thrust", "W");
        names[2][0] = known.getOrDefault("fire", "Space");
        left = Keys.valueOf(names[0][0]);
        right = Keys.valueOf(names[0][1]);
        thrust = Keys.valueOf(names[1][0]);
        fire = Keys.valueOf(names[2][0]);
    }

    /** A key was used. */
    public void key(int key) {
        used[0] |= key == left || key == right || key == Keys.LEFT || key == Keys.RIGHT;
        used[1] |= key == thrust || key == Keys.UP;
        used[2] |= key == fire;
    }

    /** A mouse button was used: the mouse fires and steers. */
    public void button() {
        used[0] = true;
        used[2] = true;
    }

    /** A gamepad's button was used. */
    public void pad(int bit) {
        used[2] |= bit == Pad.A;
    }

    boolean used(int which) {
        return used[which];
    }

    /** Draws the keys not used yet in a row in the lower middle. */
    public void draw(Ui ui, float seconds) {
        float total = 0;
        for (int i = 0; i < WHAT.length; i++) {
            shown[i] = Math.max(0, Math.min(1, shown[i] + (used[i] ? -3 : 3) * seconds));
            total += shown[i] > 0 ? width(ui, i) * Math.min(1, 2 * shown[i]) : 0;
        }
        if (total <= 0) {
            return;
        }
        place(ui, total);
        float x = ui.keysLeft, y = ui.keysTop - ui.px(HIGH / 2);
        for (int i = 0; i < WHAT.length; i++) {
            if (shown[i] <= 0) {
                continue;
            }
            float at = x;
            for (String name : names[i]) {
                at += ui.key(name, at, y, shown[i]) + ui.px(5);
            }
            ui.shadowed(Art.Face.WORDS, 17, WHAT[i], at + ui.px(4), y + ui.px(6), Align.left, GamePalette.TEXT, shown[i]);
            x += width(ui, i) * Math.min(1, 2 * shown[i]);
        }
    }

    /** Places a row {@code total} px wide, including the gap behind its last word. */
    public void place(Ui ui, float total) {
        float x = (ui.right() - total + ui.px(GAP)) / 2, y = ui.dock + ui.px(ui.dock > 0 ? 40 : 136);
        if (x < ui.cornerRight) {
            y = Math.max(y, ui.cornerTop + ui.px(30));
        }
        ui.keysLeft = x;
        ui.keysRight = x + total - ui.px(GAP);
        ui.keysTop = y + ui.px(HIGH / 2);
    }

    private float width(Ui ui, int i) {
        float w = ui.px(GAP + 4) + ui.width(Art.Face.WORDS, 17, WHAT[i]);
        for (String name : names[i]) {
            w += Math.round(Math.max(ui.px(26), ui.width(Art.Face.BOLD, 14, name) + ui.px(16))) + ui.px(5);
        }
        return w;
    }
}
