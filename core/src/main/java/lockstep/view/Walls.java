package lockstep.view;

import lockstep.game.Scene;
import lockstep.view.art.Camera;
import lockstep.view.art.GamePalette;
import lockstep.view.art.HudArea;
import lockstep.view.art.Sprites;
import lockstep.view.art.WorldBrush;

/** The force field around the sector and its gate, closed or open; it fades out before the heads-up display. */
final class Walls {
    /** A piece of wall and of beam, m. */
    private static final float WALL_LONG = 2, WALL_WIDE = 1.3f, BEAM_LONG = 2, BEAM_WIDE = 0.55f;
    private static final float OPENING_SECONDS = 0.8f;

    /** The width of the fade, m. */
    private static final float FADE = 1;

    private final HudArea hud;
    private float time;
    private float opening;

    Walls(HudArea hud) {
        this.hud = hud;
    }

    private float clear(float x, float y, float w, float h, Camera camera) {
        return hud.clear(x - w / 2, y - h / 2, w, h, FADE * camera.pxPerMeter());
    }

    void step(Scene s, float seconds) {
        time += seconds;
        opening = s.gateOpen ? Math.min(1, opening + seconds / OPENING_SECONDS) : 0;
    }

    /** Draws walls, beams and posts, which are opaque. */
    void solid(Scene s, WorldBrush brush, Camera camera, Sprites sprites) {
        if (isMissing(s)) {
            return;
        }
        float gateLow = s.gateY - s.gateHalf, gateHigh = s.gateY + s.gateHalf;
        horizontal(s.left, s.right, s.bottom, brush, camera, sprites);
        horizontal(s.left, s.right, s.top, brush, camera, sprites);
        vertical(s.bottom, s.top, s.left, brush, camera, sprites);
        vertical(s.bottom, gateLow, s.right, brush, camera, sprites);
        vertical(gateHigh, s.top, s.right, brush, camera, sprites);
        corner(s.left, s.bottom, brush, camera, sprites);
        corner(s.left, s.top, brush, camera, sprites);
        corner(s.right, s.bottom, brush, camera, sprites);
        corner(s.right, s.top, brush, camera, sprites);
        if (!camera.sees(s.gateX, s.gateY, s.gateHalf + 2)) {
            return;
        }
        beams(s, gateLow, brush, camera, sprites);
        post(s.gateX, gateLow, 2.1f, brush, camera, sprites);
        post(s.gateX, gateHigh, 2.1f, brush, camera, sprites);
    }

    /** True until physics has published a sector. */
    private static boolean isMissing(Scene s) {
        return s.right <= s.left;
    }

    private void post(float x, float y, float meters, WorldBrush brush, Camera camera, Sprites sprites) {
        float px = meters * camera.pxPerMeter(), sx = camera.screenX(x), sy = camera.screenY(y);
        brush.color(GamePalette.WHITE, clear(sx, sy, px, px, camera));
        brush.sprite(sprites.post, sx, sy, px, px);
    }

    /** Draws the beams, which retract into the posts as the gate opens. */
    private void beams(Scene s, float gateLow, WorldBrush brush, Camera camera, Sprites sprites) {
        float left = 1 - opening;
        if (left <= 0) {
            return;
        }
        float scale = camera.pxPerMeter(), half = s.gateHalf * left;
        float flicker = 0.86f + 0.14f * (float) Math.sin(time * 9);
        int pieces = Math.round(s.gateHalf / BEAM_LONG);
        for (int column = -1; column <= 1; column += 2) {
            float x = camera.screenX(s.gateX + 0.36f * column);
            for (int i = 0; i < pieces; i++) {
                float along = half * (i + 0.5f) / pieces, tall = half / pieces * scale;
                float low = camera.screenY(gateLow + along), high = camera.screenY(gateLow + 2 * s.gateHalf - along);
                float wide = BEAM_WIDE * scale;
                brush.color(GamePalette.WHITE, flicker * clear(x, low, wide, tall, camera));
                brush.sprite(sprites.beam, x, low, tall + 0.5f, wide, 90);
                brush.color(GamePalette.WHITE, flicker * clear(x, high, wide, tall, camera));
                brush.sprite(sprites.beam, x, high, tall + 0.5f, wide, 90);
            }
        }
    }

    private void corner(float x, float y, WorldBrush brush, Camera camera, Sprites sprites) {
        if (camera.sees(x, y, 1)) {
            post(x, y, 1.5f, brush, camera, sprites);
        }
    }

    private void horizontal(float from, float to, float y, WorldBrush brush, Camera camera, Sprites sprites) {
        if (!camera.sees(camera.x(), y, WALL_WIDE)) {
            return;
        }
        float sy = camera.screenY(y), wide = WALL_WIDE * camera.pxPerMeter();
        int count = Math.max(1, Math.round((to - from) / WALL_LONG));
        float piece = (to - from) / count;
        for (int i = 0; i < count; i++) {
            if (camera.sees(from + (i + 0.5f) * piece, y, WALL_LONG)) {
                // Whole pixels, so that the pieces meet without a seam.
                float left = Math.round(camera.screenX(from + i * piece)),
                    right = Math.round(camera.screenX(from + (i + 1) * piece));
                brush.color(GamePalette.WHITE, shimmer(i) * clear((left + right) / 2, sy, right - left, wide, camera));
                brush.sprite(sprites.wall, (left + right) / 2, sy, right - left, wide);
            }
        }
    }

    private void vertical(float from, float to, float x, WorldBrush brush, Camera camera, Sprites sprites) {
        if (!camera.sees(x, camera.y(), WALL_WIDE)) {
            return;
        }
        float sx = camera.screenX(x), wide = WALL_WIDE * camera.pxPerMeter();
        int count = Math.max(1, Math.round((to - from) / WALL_LONG));
        float piece = (to - from) / count;
        for (int i = 0; i < count; i++) {
            if (camera.sees(x, from + (i + 0.5f) * piece, WALL_LONG)) {
                float low = Math.round(camera.screenY(from + i * piece)),
                    high = Math.round(camera.screenY(from + (i + 1) * piece));
                brush.color(GamePalette.WHITE, shimmer(i) * clear(sx, (low + high) / 2, wide, high - low, camera));
                brush.sprite(sprites.wall, sx, (low + high) / 2, high - low, wide, 90);
            }
        }
    }

    private float shimmer(float at) {
        return 0.72f + 0.2f * (float) Math.sin(time * 2.2f + at * 0.6f);
    }

    /** Draws lamps and the open passage, which add light. */
    void lights(Scene s, WorldBrush brush, Camera camera, Sprites sprites) {
        if (isMissing(s) || !camera.sees(s.gateX, s.gateY, s.gateHalf + 5)) {
            return;
        }
        float scale = camera.pxPerMeter(), x = camera.screenX(s.gateX), y = camera.screenY(s.gateY);
        float pulse = 0.5f + 0.5f * (float) Math.sin(time * 3);
        brush.color(opening > 0 ? GamePalette.TOKEN : GamePalette.DANGER, 0.55f + 0.25f * pulse);
        float lamp = 4.2f * scale;
        brush.sprite(sprites.glow, x, camera.screenY(s.gateY - s.gateHalf), lamp, lamp);
        brush.sprite(sprites.glow, x, camera.screenY(s.gateY + s.gateHalf), lamp, lamp);
        if (opening <= 0) {
            brush.color(GamePalette.DANGER, 0.3f);
            brush.sprite(sprites.glow, x, y, 3 * scale, 2.6f * s.gateHalf * scale);
            return;
        }
        float tall = 2.9f * s.gateHalf * scale * opening;
        brush.color(GamePalette.TOKEN, (0.5f + 0.15f * pulse) * opening);
        brush.sprite(sprites.glow, x, y, 7 * scale, tall);
        brush.color(GamePalette.TOKEN, 0.4f * opening);
        brush.sprite(sprites.glow, x, y, 2.4f * scale, tall);
        for (int i = 0; i < 4; i++) {
            float run = (time * 0.7f + i / 4f) % 1;
            float chevron = (1.1f + 0.2f * pulse) * scale;
            brush.color(GamePalette.TOKEN, opening * 0.9f * (float) Math.sin(run * Math.PI));
            brush.sprite(sprites.arrow, x + (run * 7 - 4.5f) * scale, y, chevron, chevron);
        }
    }
}
