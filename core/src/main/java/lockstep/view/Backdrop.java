package lockstep.view;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import lockstep.assets.NebulaGrid;
import lockstep.view.art.Art;
import lockstep.view.art.Camera;
import lockstep.view.art.Dice;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Sprites;
import lockstep.view.art.WorldBrush;

/**
 * The background: one opaque layer of nebula tiles, which also clears the frame, and three nearer layers of stars. When the
 * sector changes, the nebula fades out and the next one fades in.
 */
final class Backdrop {
    private static final float DIP_SECONDS = 0.9f;
    private static final int[] STARS = {150, 70, 14};
    private static final float[] STARS_FOLLOW = {0.32f, 0.45f, 0.62f};
    private static final float[] STAR_PX = {5, 11, 34};
    private static final float FIELD_WIDTH = 1500, FIELD_HEIGHT = 900;

    private final float[][] starX = new float[3][], starY = new float[3][], phase = new float[3][];
    private int look = -1, wanted = -1;
    private float dip = DIP_SECONDS;
    private float time;

    Backdrop(Dice dice) {
        for (int layer = 0; layer < 3; layer++) {
            starX[layer] = scattered(dice, STARS[layer], FIELD_WIDTH);
            starY[layer] = scattered(dice, STARS[layer], FIELD_HEIGHT);
            phase[layer] = scattered(dice, STARS[layer], 6.28f);
        }
    }

    private static float[] scattered(Dice dice, int count, float most) {
        float[] at = new float[count];
        for (int i = 0; i < count; i++) {
            at[i] = dice.between(0, most);
        }
        return at;
    }

    void step(int sector, float seconds) {
        time += seconds;
        int next = NebulaGrid.lookOf(sector);
        if (look < 0) {
            look = next;
        } else if (next != wanted) {
            dip = dip < DIP_SECONDS ? Math.min(dip, DIP_SECONDS - dip) : 0;
        }
        wanted = next;
        dip = Math.min(DIP_SECONDS, dip + seconds);
        if (dip > DIP_SECONDS / 2) {
            look = wanted;
        }
    }

    /** Draws the nebula; needs no blending. */
    void nebula(WorldBrush brush, Art art, Sprites sprites, Camera camera, int width, int height) {
        float bright = 0.12f + 0.88f * Math.abs(2 * dip / DIP_SECONDS - 1);
        float scale = camera.pxPerMeter() / NebulaGrid.PX_PER_METER;
        float size = Math.max(64, Math.round(NebulaGrid.TILE_PX * scale));
        float moved = NebulaGrid.PARALLAX * camera.pxPerMeter();
        float left = Math.round(camera.screenX(camera.x()) - camera.x() * moved);
        float bottom = Math.round(camera.screenY(camera.y()) - camera.y() * moved);
        int firstColumn = (int) Math.floor(-left / size), lastColumn = (int) Math.floor((width - 1 - left) / size);
        int firstRow = (int) Math.floor(-bottom / size), lastRow = (int) Math.floor((height - 1 - bottom) / size);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                Texture texture = art.nebula(look, NebulaGrid.tileAt(column, row));
                float x = left + column * size, y = bottom + row * size;
                if (texture != null) {
                    // Drawn pixel for pixel at whole px, the nearest texel is the right one, and cheaper.
                    Texture.TextureFilter filter =
                        size == NebulaGrid.TILE_PX ? Texture.TextureFilter.Nearest : Texture.TextureFilter.Linear;
                    if (texture.getMagFilter() != filter) {
                        texture.setFilter(filter, filter);
                    }
                    brush.color(bright, bright, bright, 1);
                    brush.batch().draw(texture, x, y, size, size, 0, 1, 1, 0);
                } else {
                    brush.color(GamePalette.SPACE, 1);
                    brush.batch().draw(sprites.pixel, x, y, size, size);
                }
            }
        }
    }

    /** Draws the stars, farthest first. */
    void stars(WorldBrush brush, Sprites sprites, Camera camera, int width, int height) {
        float scale = camera.pxPerMeter() / NebulaGrid.PX_PER_METER;
        for (int layer = 0; layer < 3; layer++) {
            TextureRegion star = layer == 0 ? sprites.star1 : layer == 1 ? sprites.star2 : sprites.star3;
            float fieldWidth = FIELD_WIDTH * scale, fieldHeight = FIELD_HEIGHT * scale;
            float follow = STARS_FOLLOW[layer] * camera.pxPerMeter();
            float left = camera.screenX(camera.x()) - camera.x() * follow;
            float bottom = camera.screenY(camera.y()) - camera.y() * follow;
            for (int i = 0; i < starX[layer].length; i++) {
                float twinkle = 0.5f + 0.5f * (float) Math.sin(time * (0.6f + i % 7 * 0.25f) + phase[layer][i]);
                float px = STAR_PX[layer] * scale * (0.8f + 0.4f * (i % 5) / 4);
                float alpha = 0.35f + 0.12f * layer + 0.4f * twinkle;
                brush.color(i % 3 == 0 ? 0.75f : 1, i % 3 == 1 ? 0.88f : 0.92f, i % 4 == 0 ? 0.85f : 1, alpha);
                float x0 = wrap(left + starX[layer][i] * scale + px, fieldWidth) - px;
                for (float x = x0; x < width + px; x += fieldWidth) {
                    float y0 = wrap(bottom + starY[layer][i] * scale + px, fieldHeight) - px;
                    for (float y = y0; y < height + px; y += fieldHeight) {
                        brush.sprite(star, x, y, px, px);
                    }
                }
            }
        }
    }

    private static float wrap(float at, float around) {
        return at - around * (float) Math.floor(at / around);
    }
}
