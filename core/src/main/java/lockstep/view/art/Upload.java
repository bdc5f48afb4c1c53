package lockstep.view.art;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import java.nio.ByteBuffer;
import java.util.List;
import lockstep.assets.AssetStats;
import lockstep.assets.Decoded;
import lockstep.time.LaneRecorder;

/**
 * Copies one decoded asset into textures, some rows at a time. Only the rendering lane calls it. A slice has at least
 * {@value #LEAST_ROWS} rows, because fewer rows per call cost several times as much per byte.
 */
final class Upload {
    static final int LEAST_ROWS = 16;
    private static final int SLICE_BYTES = 128 * 1024;

    private final Sink sink;
    private final AssetStats stats;
    private Decoded asset;
    private List<Pixmap> pictures;
    private Texture[] textures;
    private int picture;
    private int row;
    private boolean made;

    Upload(Sink sink, AssetStats stats) {
        this.sink = sink;
        this.stats = stats;
    }

    /**
     * Begins an upload. {@code first} is a texture for the first picture that is not drawn until the upload is done, or null to
     * make one.
     */
    void begin(Decoded d, Texture first) {
        asset = d;
        pictures = d.pictures();
        textures = new Texture[pictures.size()];
        if (first != null) {
            textures[0] = first;
        }
        made = first != null;
        picture = 0;
        row = 0;
    }

    /** The asset being copied, or null. */
    Decoded asset() {
        return asset;
    }

    /** The texture of each picture; null for those not begun, and without GL. */
    Texture[] textures() {
        return textures;
    }

    /** True if there is nothing left to copy. */
    boolean done() {
        return picture == pictures.size();
    }

    /** Copies the next slice or makes the texture for it, so that the caller can read the clock between these. */
    void step(LaneRecorder recorder) {
        Pixmap p = pictures.get(picture);
        if (!made) {
            textures[picture] = sink.create(p.getWidth(), p.getHeight());
            made = true;
            return;
        }
        int width = p.getWidth();
        int rowBytes = width * Sink.PX_BYTES;
        int rows = Math.min(p.getHeight() - row, Math.max(LEAST_ROWS, SLICE_BYTES / rowBytes));
        ByteBuffer pixels = p.getPixels();
        pixels.limit((row + rows) * rowBytes).position(row * rowBytes);
        if (pixels.remaining() != rows * rowBytes) {
            throw new IllegalStateException("a slice of " + rows + " rows has " + pixels.remaining() + " bytes");
        }
        long begin = recorder.now();
        sink.slice(textures[picture], width, row, rows, pixels);
        stats.copied(recorder.now() - begin, (long) rows * rowBytes);
        pixels.clear();
        row += rows;
        if (row == p.getHeight()) {
            picture++;
            row = 0;
            made = false;
        }
    }

    void end() {
        asset = null;
        pictures = null;
        textures = null;
    }
}
