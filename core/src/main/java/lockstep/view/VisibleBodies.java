package lockstep.view;

import lockstep.game.Kind;
import lockstep.game.Mode;
import lockstep.game.Scene;
import lockstep.view.art.Camera;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Sprites;
import lockstep.view.art.WorldBrush;

/**
 * Ship, rocks, tokens and shots. {@link #find} determines once a frame what is visible; the other methods draw that, grouped by
 * page and blending.
 */
final class VisibleBodies {
    /** Radius of the ship with its shield. */
    static final float SHIELD_METERS = 1.5f;
    private static final float DEGREES = (float) (180 / Math.PI);
    private static final Kind[] KINDS = Kind.values();

    private final int[] rocks, tokens, shots;
    private int rockCount, tokenCount, shotCount;
    /** Slot of the token that is nearest to the ship, or -1. */
    int nearestToken;
    private float time;
    private float burn;
    private float struck;

    VisibleBodies(int capacity) {
        rocks = new int[capacity];
        tokens = new int[capacity];
        shots = new int[capacity];
    }

    /** Shows the shield for a while, because it took a hit. */
    void struck() {
        struck = 1;
    }

    void find(Snapshot shot, Camera camera, float seconds) {
        Scene s = shot.now().scene;
        boolean moving = s.mode != Mode.PAUSED.ordinal();
        time += moving ? seconds : 0;
        burn += ((s.thrusting ? 1 : 0) - burn) * Math.min(1, 14 * seconds);
        struck = Math.max(0, struck - (moving ? seconds / 0.5f : 0));
        rockCount = 0;
        tokenCount = 0;
        shotCount = 0;
        nearestToken = -1;
        float shipX = s.ship >= 0 ? shot.x[s.ship] : camera.x(), shipY = s.ship >= 0 ? shot.y[s.ship] : camera.y();
        float nearest = Float.MAX_VALUE;
        for (int i = 0; i < s.slots; i++) {
            Kind kind = KINDS[Math.min(KINDS.length - 1, s.kind[i] & 0xff)];
            if (kind == Kind.TOKEN) {
                float dx = shot.x[i] - shipX, dy = shot.y[i] - shipY, away = dx * dx + dy * dy;
                if (away < nearest) {
                    nearest = away;
                    nearestToken = i;
                }
            }
            if (!camera.sees(shot.x[i], shot.y[i], s.size[i] * 1.5f + 0.5f)) {
                continue;
            }
            switch (kind) {
                case ROCK -> rocks[rockCount++] = i;
                case TOKEN -> tokens[tokenCount++] = i;
                case SHOT -> shots[shotCount++] = i;
                default -> {}
            }
        }
    }

    void rocks(Snapshot shot, WorldBrush brush, Camera camera, Sprites sprites) {
        Scene s = shot.now().scene;
        brush.color(GamePalette.WHITE, 1);
        for (int n = 0; n < rockCount; n++) {
            int i = rocks[n];
            float px = 2 * s.size[i] * camera.pxPerMeter();
            brush.sprite(sprites.rock(Kind.tier(s.kind[i]), Kind.variant(s.kind[i])), camera.screenX(shot.x[i]),
                camera.screenY(shot.y[i]), px, px, shot.angle[i] * DEGREES);
        }
    }

    /** Draws tokens and the ship with its flame. */
    void solid(Snapshot shot, WorldBrush brush, Camera camera, Sprites sprites) {
        Scene s = shot.now().scene;
        float scale = camera.pxPerMeter();
        for (int n = 0; n < tokenCount; n++) {
            int i = tokens[n];
            // The crystal's corners are 26 px from the middle of an 80 px region.
            float px = 2 * s.size[i] * scale * 40 / 26 * (1 + 0.07f * (float) Math.sin(time * 3.4f + i));
            brush.color(GamePalette.WHITE, 1);
            brush.sprite(sprites.token, camera.screenX(shot.x[i]), camera.screenY(shot.y[i]), px, px,
                shot.angle[i] * DEGREES);
        }
        if (s.ship < 0) {
            return;
        }
        int i = s.ship;
        float x = camera.screenX(shot.x[i]), y = camera.screenY(shot.y[i]), turn = shot.angle[i] * DEGREES;
        float cos = (float) Math.cos(shot.angle[i]), sin = (float) Math.sin(shot.angle[i]);
        float alpha = s.graceSeconds > 0 && time * 7 % 1 < 0.42f ? 0.38f : 1;
        if (burn > 0.03f) {
            float flicker = 0.86f + 0.1f * (float) Math.sin(time * 61) + 0.08f * (float) Math.sin(time * 97);
            float length = 1.9f * burn * flicker * scale, wide = 0.9f * scale, back = 0.56f * scale + length / 2;
            brush.color(GamePalette.WHITE, 0.95f * alpha);
            brush.sprite(sprites.flame, x - cos * back, y - sin * back, length, wide, turn);
        }
        float size = 1.75f * scale;
        brush.color(GamePalette.WHITE, alpha);
        brush.sprite(sprites.ship, x, y, size, size, turn);
    }

    /** Draws everything that adds light. */
    void lights(Snapshot shot, WorldBrush brush, Camera camera, Sprites sprites) {
        Scene s = shot.now().scene;
        float scale = camera.pxPerMeter();
        for (int n = 0; n < tokenCount; n++) {
            int i = tokens[n];
            float pulse = 0.5f + 0.5f * (float) Math.sin(time * 3.4f + i), px = (3.6f + 0.7f * pulse) * scale;
            float x = camera.screenX(shot.x[i]), y = camera.screenY(shot.y[i]);
            brush.color(GamePalette.TOKEN, 0.34f + 0.2f * pulse);
            brush.sprite(sprites.glow, x, y, px, px);
            float glint = (float) Math.pow(Math.max(0, Math.sin(time * 1.9f + i * 1.7f)), 12);
            if (glint > 0.05f) {
                brush.color(GamePalette.WHITE, 0.9f * glint);
                float star = 1.5f * scale * (0.4f + 0.6f * glint);
                brush.sprite(sprites.star3, x - 0.22f * scale, y + 0.26f * scale, star, star, 40 * glint);
            }
        }
        for (int n = 0; n < shotCount; n++) {
            int i = shots[n];
            float x = camera.screenX(shot.x[i]), y = camera.screenY(shot.y[i]), turn = shot.angle[i] * DEGREES;
            float cos = (float) Math.cos(shot.angle[i]), sin = (float) Math.sin(shot.angle[i]);
            brush.color(GamePalette.EMBER, 0.6f);
            brush.sprite(sprites.spark, x - cos * 0.7f * scale, y - sin * 0.7f * scale, 2.6f * scale, 0.5f * scale, turn);
            brush.color(GamePalette.SHOT, 0.5f);
            brush.sprite(sprites.glow, x, y, 1.5f * scale, 1.5f * scale);
            brush.color(GamePalette.WHITE, 1);
            brush.sprite(sprites.shot, x, y, 1.2f * scale, 0.45f * scale, turn);
        }
        if (s.ship >= 0) {
            shipLights(shot, s, brush, camera, sprites);
        }
    }

    private void shipLights(Snapshot shot, Scene s, WorldBrush brush, Camera camera, Sprites sprites) {
        int i = s.ship;
        float scale = camera.pxPerMeter(), x = camera.screenX(shot.x[i]), y = camera.screenY(shot.y[i]);
        float cos = (float) Math.cos(shot.angle[i]), sin = (float) Math.sin(shot.angle[i]);
        brush.color(GamePalette.SHIP, 0.14f);
        brush.sprite(sprites.glow, x, y, 3.6f * scale, 3.6f * scale);
        if (burn > 0.03f) {
            brush.color(GamePalette.FLAME, burn * (0.6f + 0.12f * (float) Math.sin(time * 53)));
            float px = 2.9f * scale;
            brush.sprite(sprites.glow, x - cos * 1.1f * scale, y - sin * 1.1f * scale, px, px);
        }
        float bubble = Math.max(struck, Math.min(1, s.graceSeconds / 0.4f) * (0.55f + 0.2f * (float) Math.sin(time * 9)));
        if (bubble > 0.02f) {
            float px = 2.7f * scale * (1 + 0.18f * struck);
            brush.color(GamePalette.WHITE, bubble);
            brush.sprite(sprites.shield, x, y, px, px);
            brush.color(GamePalette.SHIELD, 0.5f * bubble);
            brush.sprite(sprites.glow, x, y, 1.7f * px, 1.7f * px);
        }
    }
}
