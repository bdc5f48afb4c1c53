package lockstep.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;

/**
 * A dark blue picture with a red square in the upper right corner and a white one that can be moved. Whoever has the
 * GL context uses it.
 */
final class DemoScene {
    static final int SQUARE_PX = 40;

    private final SpriteBatch batch = new SpriteBatch();
    private final Matrix4 projection = new Matrix4();
    private final Texture texture;
    private final ByteBuffer pixel = BufferUtils.newByteBuffer(4);
    private boolean intact = true;

    DemoScene() {
        Pixmap white = new Pixmap(8, 8, Pixmap.Format.RGBA8888);
        white.setColor(Color.WHITE);
        white.fill();
        texture = new Texture(white);
        white.dispose();
    }

    void draw(int width, int height, int shiftPx) {
        Gdx.gl.glClearColor(0, 0, 0.4f, 1);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        batch.setProjectionMatrix(projection.setToOrtho2D(0, 0, width, height));
        batch.begin();
        batch.setColor(Color.RED);
        batch.draw(texture, width - SQUARE_PX, height - SQUARE_PX, SQUARE_PX, SQUARE_PX);
        batch.setColor(Color.WHITE);
        batch.draw(texture, width / 2 + shiftPx, height / 2, SQUARE_PX, SQUARE_PX);
        batch.end();
    }

    /** Reads back the middle of the picture just drawn, where the white square is unless it was moved. */
    void check() {
        pixel.clear();
        Gdx.gl.glReadPixels(Gdx.graphics.getWidth() / 2 + 2, Gdx.graphics.getHeight() / 2 + 2, 1, 1, GL20.GL_RGBA,
            GL20.GL_UNSIGNED_BYTE, pixel);
        intact &= pixel.get(0) == -1 && pixel.get(1) == -1 && Gdx.gl.glGetError() == GL20.GL_NO_ERROR;
    }

    /** True if every check saw the texture. */
    boolean intact() {
        return intact;
    }

    void dispose() {
        batch.dispose();
        texture.dispose();
    }
}
