package lockstep.assets;

import com.badlogic.gdx.Audio;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Pixmap;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import lockstep.assets.Catalogue.Kind;

/**
 * Loads assets on one lane: claim, read, decode, one asset at a time. Only that lane calls it. The steps are separate so that the
 * role can time them, and can fire faults and check once more what is wanted in between.
 */
public final class Worker {
    private static final long MOST_BYTES = 16L << 20;

    private final Loader loader;
    private final Glyphs glyphs = new Glyphs();
    private final PngPixels pixels = new PngPixels();
    private int asset = -1;
    private byte[] bytes;
    private byte[] atlas;

    Worker(Loader loader) {
        this.loader = loader;
    }

    /** Claims the most wanted asset; false if there is nothing to load. */
    public boolean claim() {
        if (asset >= 0) {
            throw new IllegalStateException("asset " + Catalogue.path(asset) + " was claimed and not let go");
        }
        asset = loader.claim();
        return asset >= 0;
    }

    /** The number of the claimed asset, or -1. */
    public int asset() {
        return asset;
    }

    /** Cancels the claim if the asset is no longer wanted; true if there is still something to load. */
    public boolean stillWanted() {
        if (asset < 0) {
            return false;
        }
        if (!loader.isWanted(asset)) {
            int a = asset;
            forget();
            loader.cancel(a);
            return false;
        }
        return true;
    }

    /**
     * Reads the asset's files.
     *
     * @return false if that failed, which has been reported
     * @throws InterruptedException if the lane is to end; the claim is returned
     */
    public boolean read() throws InterruptedException {
        try {
            String path = Catalogue.path(asset);
            if (Catalogue.kind(asset) == Kind.FONT) {
                return true;
            }
            bytes = loader.source().read(path, MOST_BYTES);
            if (Catalogue.kind(asset) == Kind.SHEET) {
                atlas = loader.source().read(atlasPath(), Atlas.MOST_BYTES);
            }
            return true;
        } catch (ClosedByInterruptException e) {
            giveUp();
            throw new InterruptedException("reading was broken off");
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    private String atlasPath() {
        return Catalogue.name(asset) + ".atlas";
    }

    /**
     * Decodes what was read and passes it to the rendering lane; false if that failed, which has been reported.
     *
     * @param between called between the steps of decoding
     */
    public boolean decode(Runnable between) {
        Decoded d;
        try {
            d = decoded(between);
        } catch (IOException e) {
            fail(e);
            return false;
        }
        loader.stats().pixmapsMade(d.pictures().size());
        forget();
        loader.deliver(d);
        return true;
    }

    private Decoded decoded(Runnable between) throws IOException {
        return switch (Catalogue.kind(asset)) {
            case SHEET -> sheet(between);
            case TILE -> tile(between);
            case SOUND -> sound();
            case FONT -> {
                Typeface face = loader.faceOf(asset);
                int px = loader.pxOf(asset);
                Glyphs.Rasterised r = glyphs.make(face, px);
                yield new Decoded.Font(asset, face, px, r.data(), r.pages());
            }
        };
    }

    private Decoded sheet(Runnable between) throws IOException {
        Png png = Png.check(bytes);
        List<Decoded.Part> parts = Atlas.parse(atlasPath(), atlas, png.width(), png.height());
        between.run();
        Pixmap p = pixels.decode(bytes, png);
        between.run();
        return new Decoded.Sheet(asset, p, parts);
    }

    private Decoded tile(Runnable between) throws IOException {
        Png png = Png.check(bytes);
        if (png.width() != NebulaGrid.TILE_PX || png.height() != NebulaGrid.TILE_PX) {
            throw new IOException("it is " + png.width() + "x" + png.height() + " px; right is " + NebulaGrid.TILE_PX + "x"
                + NebulaGrid.TILE_PX);
        }
        between.run();
        Pixmap p = pixels.decode(bytes, png);
        between.run();
        return new Decoded.Tile(asset, p);
    }

    /**
     * Makes the sound on this lane, because copying the samples takes longer than the rendering lane may spend on uploads. That
     * is safe: {@code newSound} only looks up the kind of file in a map that never changes after the start, and fills a new
     * buffer in OpenAL, whose context belongs to the process and which locks its buffers itself.
     */
    private Decoded sound() throws IOException {
        Wav.check(bytes);
        try {
            Audio audio = Gdx.audio;
            return new Decoded.Sound(asset, audio == null ? null : audio.newSound(new BytesHandle(Catalogue.path(asset), bytes)));
        } catch (RuntimeException e) {
            throw new IOException("the sound library refuses it: " + AssetPath.shown(String.valueOf(e.getMessage())), e);
        }
    }

    private void fail(IOException e) {
        int a = asset;
        forget();
        loader.fail(a, e.getMessage());
    }

    /** Returns the claim, if there is one, so that another lane can have it. */
    public void giveUp() {
        if (asset >= 0) {
            int a = asset;
            forget();
            loader.letGo(a);
        }
    }

    private void forget() {
        asset = -1;
        bytes = null;
        atlas = null;
    }

    /** Returns the claim and releases native memory; when the lane ends. */
    public void close() {
        giveUp();
        glyphs.close();
        pixels.close();
    }
}
