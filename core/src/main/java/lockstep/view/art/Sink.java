package lockstep.view.art;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.glutils.GLOnlyTextureData;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;

/** Where slices of pictures are copied to. Only the rendering lane calls it. */
sealed interface Sink {
    /** Bytes of one px, RGBA8888. */
    int PX_BYTES = 4;

    /** A texture without content, or null if there is no GL. */
    Texture create(int width, int height);

    /** Copies rows into a texture: {@code pixels} from position to limit are {@code rows} whole rows from row {@code y}. */
    void slice(Texture into, int width, int y, int rows, ByteBuffer pixels);

    /** Copies into textures, with the GL context current. */
    final class Gl implements Sink {
        @Override
        public Texture create(int width, int height) {
            Texture t = new Texture(new GLOnlyTextureData(width, height, 0, GL20.GL_RGBA, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE));
            t.setFilter(Texture.TextureFilter.Linear, Texture.TextureFilter.Linear);
            return t;
        }

        @Override
        public void slice(Texture into, int width, int y, int rows, ByteBuffer pixels) {
            into.bind();
            Gdx.gl.glPixelStorei(GL20.GL_UNPACK_ALIGNMENT, 1);
            Gdx.gl.glTexSubImage2D(GL20.GL_TEXTURE_2D, 0, 0, y, width, rows, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, pixels);
        }
    }

    /** Copies into memory that all pictures share, so that a headless run does the same copying. */
    final class Memory implements Sink {
        private ByteBuffer copy = BufferUtils.newByteBuffer(0);

        @Override
        public Texture create(int width, int height) {
            int bytes = width * height * PX_BYTES;
            if (copy.capacity() < bytes) {
                copy = BufferUtils.newByteBuffer(bytes);
            }
            return null;
        }

        @Override
        public void slice(Texture into, int width, int y, int rows, ByteBuffer pixels) {
            copy.clear();
            copy.position(y * width * PX_BYTES);
            copy.put(pixels);
        }

        /** The picture copied last, from byte 0. */
        ByteBuffer copy() {
            return copy;
        }
    }

    /** The bytes of a texture for a picture. */
    static long bytes(Pixmap p) {
        return (long) p.getWidth() * p.getHeight() * PX_BYTES;
    }
}
