package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.TextureRegion;

/**
 * Sparks, dust and chips: a pool of plain arrays, the live ones in front. When it is full, new ones are dropped. Positions and
 * sizes are in m, speeds in m/s, lifetimes in s.
 */
public final class Particles {
    /** What a particle looks like. */
    public enum Look {
        /** A streak of light along its path. */
        SPARK,
        /** A round light. */
        GLOW,
        /** A cloud that grows. */
        SMOKE,
        /** A piece of rock. */
        CHIP
    }

    static final int ROOM = 1500;
    private static final Look[] LOOKS = Look.values();

    private final float[] x = new float[ROOM], y = new float[ROOM], vx = new float[ROOM], vy = new float[ROOM];
    private final float[] age = new float[ROOM], life = new float[ROOM], size = new float[ROOM];
    private final float[] turn = new float[ROOM], spin = new float[ROOM];
    private final float[] r = new float[ROOM], g = new float[ROOM], b = new float[ROOM], alpha = new float[ROOM];
    private final byte[] look = new byte[ROOM];
    private final Dice dice;
    private int room = ROOM;
    private int live;

    /** No particles yet; {@code dice} varies new ones. */
    public Particles(Dice dice) {
        this.dice = dice;
    }

    /** Limits the number from now on; existing ones above the limit live on. */
    void limit(int most) {
        room = Math.min(ROOM, most);
    }

    int live() {
        return live;
    }

    void clear() {
        live = 0;
    }

    /** Adds one at (px, py) with velocity (pvx, pvy). */
    public void add(Look what, float px, float py, float pvx, float pvy, float seconds, float meters, Color color,
                    float opacity) {
        if (live >= room) {
            return;
        }
        int i = live++;
        look[i] = (byte) what.ordinal();
        x[i] = px;
        y[i] = py;
        vx[i] = pvx;
        vy[i] = pvy;
        age[i] = 0;
        life[i] = seconds;
        size[i] = meters;
        turn[i] = dice.between(0, 360);
        spin[i] = dice.between(-1, 1) * (what == Look.CHIP ? 400 : 40);
        r[i] = color.r;
        g[i] = color.g;
        b[i] = color.b;
        alpha[i] = opacity;
    }

    /** Adds {@code count} of them that fly in all directions, in addition to the drift (driftX, driftY). */
    public void burst(Look what, int count, float px, float py, float driftX, float driftY, float slowest, float fastest,
                      float seconds, float meters, Color color, float opacity) {
        for (int i = 0; i < count; i++) {
            float way = dice.between(0, (float) (2 * Math.PI)), speed = dice.between(slowest, fastest);
            add(what, px, py, driftX + speed * (float) Math.cos(way), driftY + speed * (float) Math.sin(way),
                seconds * dice.between(0.5f, 1), meters * dice.between(0.6f, 1.2f), color, opacity);
        }
    }

    /** Lets {@code seconds} pass. */
    public void step(float seconds) {
        float slower = (float) Math.exp(-1.6f * seconds);
        for (int i = 0; i < live; i++) {
            age[i] += seconds;
            if (age[i] >= life[i]) {
                move(--live, i);
                i--;
                continue;
            }
            x[i] += vx[i] * seconds;
            y[i] += vy[i] * seconds;
            vx[i] *= slower;
            vy[i] *= slower;
            turn[i] += spin[i] * seconds;
        }
    }

    private void move(int from, int to) {
        look[to] = look[from];
        x[to] = x[from];
        y[to] = y[from];
        vx[to] = vx[from];
        vy[to] = vy[from];
        age[to] = age[from];
        life[to] = life[from];
        size[to] = size[from];
        turn[to] = turn[from];
        spin[to] = spin[from];
        r[to] = r[from];
        g[to] = g[from];
        b[to] = b[from];
        alpha[to] = alpha[from];
    }

    /** Draws those of one look; the caller has set the blending. */
    public void draw(Look what, WorldBrush brush, Camera camera, Sprites sprites) {
        float scale = camera.pxPerMeter();
        for (int i = 0; i < live; i++) {
            if (LOOKS[look[i]] != what || !camera.sees(x[i], y[i], 2 * size[i])) {
                continue;
            }
            float t = age[i] / life[i], sx = camera.screenX(x[i]), sy = camera.screenY(y[i]);
            float px = size[i] * scale;
            switch (what) {
                case SPARK -> {
                    float speed = (float) Math.hypot(vx[i], vy[i]);
                    float degrees = (float) Math.toDegrees(Math.atan2(vy[i], vx[i]));
                    brush.color(r[i], g[i], b[i], alpha[i] * (1 - t * t));
                    brush.sprite(sprites.spark, sx, sy, px * (1.1f + 0.17f * speed), px * 0.55f, degrees);
                }
                case GLOW -> {
                    brush.color(r[i], g[i], b[i], alpha[i] * (1 - t));
                    brush.sprite(sprites.glow, sx, sy, px * (1 - 0.5f * t), px * (1 - 0.5f * t));
                }
                case SMOKE -> {
                    float grown = px * (0.5f + 0.9f * (float) Math.sqrt(t));
                    brush.color(r[i], g[i], b[i], alpha[i] * (1 - t) * Math.min(1, 8 * t));
                    brush.sprite(sprites.smoke, sx, sy, grown, grown, turn[i]);
                }
                case CHIP -> {
                    TextureRegion chip = sprites.rock(0, (int) (size[i] * 4096));
                    brush.color(r[i], g[i], b[i], alpha[i] * Math.min(1, 3 * (1 - t)));
                    brush.sprite(chip, sx, sy, px, px, turn[i]);
                }
            }
        }
    }
}
