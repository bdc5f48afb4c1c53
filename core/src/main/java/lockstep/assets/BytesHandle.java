package lockstep.assets;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes already read, for libGDX classes that expect a file. Any thread; the bytes must not change. */
final class BytesHandle extends FileHandle {
    private final byte[] bytes;

    BytesHandle(String path, byte[] bytes) {
        super(path);
        this.bytes = bytes;
    }

    @Override
    public InputStream read() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] readBytes() {
        return bytes.clone();
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ByteBuffer map(FileChannel.MapMode mode) {
        throw new GdxRuntimeException("not a file on disk");
    }
}
