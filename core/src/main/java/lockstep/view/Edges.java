package lockstep.view;

import com.badlogic.gdx.graphics.Color;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Jolt;
import lockstep.view.art.Sprites;
import lockstep.view.art.WorldBrush;

/** A flash: light along the four edges of the screen, which is much cheaper than a full-screen flash. */
final class Edges {
    void draw(WorldBrush brush, Sprites sprites, Jolt jolt, int width, int height) {
        float strength = jolt.flash();
        if (strength < 0.01f) {
            return;
        }
        Color tint = jolt.warning() ? GamePalette.DANGER : GamePalette.TOKEN;
        float deep = 0.32f * Math.min(width, height) * (0.6f + 0.4f * strength);
        brush.color(tint, strength);
        brush.sprite(sprites.glow, 0, height / 2f, deep, 1.6f * height);
        brush.sprite(sprites.glow, width, height / 2f, deep, 1.6f * height);
        brush.sprite(sprites.glow, width / 2f, 0, 1.6f * width, deep);
        brush.sprite(sprites.glow, width / 2f, height, 1.6f * width, deep);
    }
}
