package lockstep.view;

import lockstep.game.Scene;
import lockstep.view.art.Camera;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Sprites;
import lockstep.view.art.WorldBrush;
import lockstep.world.Bodies;

/**
 * Marks on things that a snapshot holds from another tick than the rest: a jagged ring where this copy has them, and a ghost
 * where the previous copy had them. Marks stay for half a second, so that a person can see them. Rendering lane; allocates
 * nothing.
 */
final class TornMarks {
    static final float SECONDS = 0.5f;
    private static final int MOST = 64;
    private static final int TEETH = 12;
    private static final float FAR = 40;

    private final int[] id = new int[MOST];
    private final float[] x = new float[MOST], y = new float[MOST], ghostX = new float[MOST], ghostY = new float[MOST];
    private final float[] size = new float[MOST], left = new float[MOST];
    private int tick = -1;

    /** Examines the snapshot if it is new; marks fade by {@code seconds}. */
    void see(Snapshot shot, float seconds) {
        for (int m = 0; m < MOST; m++) {
            left[m] -= seconds;
        }
        Bodies now = shot.now();
        if (now.scene.tick == tick) {
            return;
        }
        tick = now.scene.tick;
        if (now.tornSlots() == 0) {
            return;
        }
        for (int i = 0; i < now.scene.slots; i++) {
            if (now.isTorn(i)) {
                mark(now.scene, shot.before().scene, i);
            }
        }
    }

    private void mark(Scene now, Scene before, int i) {
        int at = place(now.id[i]);
        if (at < 0) {
            return;
        }
        boolean known = i < before.slots && before.id[i] == now.id[i] && before.kind[i] != 0;
        id[at] = now.id[i];
        x[at] = now.x[i];
        y[at] = now.y[i];
        ghostX[at] = known ? before.x[i] : now.x[i];
        ghostY[at] = known ? before.y[i] : now.y[i];
        size[at] = Math.max(0.5f, now.size[i]);
        left[at] = SECONDS;
    }

    /** The mark of {@code thing}, else a free one, else -1. */
    private int place(int thing) {
        int free = -1;
        for (int m = 0; m < MOST; m++) {
            if (left[m] > 0 && id[m] == thing) {
                return m;
            }
            if (left[m] <= 0) {
                free = m;
            }
        }
        return free;
    }

    /** How many marks show now. */
    int count() {
        int n = 0;
        for (int m = 0; m < MOST; m++) {
            n += left[m] > 0 ? 1 : 0;
        }
        return n;
    }

    void draw(WorldBrush brush, Camera camera, Sprites sprites) {
        for (int m = 0; m < MOST; m++) {
            if (left[m] > 0 && camera.sees(x[m], y[m], size[m] + 2)) {
                float alpha = Math.min(1, left[m] / (0.6f * SECONDS));
                float mx = camera.screenX(x[m]), my = camera.screenY(y[m]);
                float gx = camera.screenX(ghostX[m]), gy = camera.screenY(ghostY[m]);
                float radius = (size[m] * 1.15f + 0.35f) * camera.pxPerMeter();
                ghost(brush, camera, sprites, m, gx, gy, mx, my, alpha);
                brush.color(GamePalette.SPACE, 0.9f * alpha);
                teeth(brush, sprites, mx, my, radius, 6.5f, m);
                brush.color(GamePalette.TORN, alpha);
                teeth(brush, sprites, mx, my, radius, 3, m);
            }
        }
    }

    private void ghost(WorldBrush brush, Camera camera, Sprites sprites, int m, float gx, float gy, float mx, float my,
                       float alpha) {
        brush.color(GamePalette.TORN, 0.55f * alpha);
        float px = 2.2f * size[m] * camera.pxPerMeter();
        brush.sprite(sprites.ring, gx, gy, px, px);
        if (Math.hypot(mx - gx, my - gy) < FAR * camera.pxPerMeter()) {
            line(brush, sprites, gx, gy, mx, my, 2);
        }
    }

    /** Draws a ring of teeth, turned differently for each mark. */
    private static void teeth(WorldBrush brush, Sprites sprites, float mx, float my, float radius, float thick, int m) {
        float fromX = 0, fromY = 0;
        for (int t = 0; t <= 2 * TEETH; t++) {
            double turn = Math.PI * t / TEETH + m;
            float r = radius * (t % 2 == 0 ? 1.16f : 0.88f);
            float toX = mx + r * (float) Math.cos(turn), toY = my + r * (float) Math.sin(turn);
            if (t > 0) {
                line(brush, sprites, fromX, fromY, toX, toY, thick);
            }
            fromX = toX;
            fromY = toY;
        }
    }

    private static void line(WorldBrush brush, Sprites sprites, float ax, float ay, float bx, float by, float thick) {
        float dx = bx - ax, dy = by - ay;
        brush.sprite(sprites.pixel, (ax + bx) / 2, (ay + by) / 2, (float) Math.hypot(dx, dy) + thick / 2, thick,
            (float) Math.toDegrees(Math.atan2(dy, dx)));
    }
}
