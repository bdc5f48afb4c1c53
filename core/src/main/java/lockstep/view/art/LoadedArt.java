package lockstep.view.art;

import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.assets.Catalogue;
import lockstep.assets.Decoded;
import lockstep.assets.Loader;
import lockstep.assets.NebulaGrid;
import lockstep.assets.PlainSigns;
import lockstep.sync.Fault;
import lockstep.time.LaneRecorder;

/**
 * Art from the lanes that load it. Only the rendering lane calls it, {@link #start} first, with the GL context current if there
 * is a window.
 *
 * <p>{@link #upload} runs once at the start of a frame and copies slices of rows into textures until its time budget is used. A
 * texture is returned to callers only when it is complete, and an evicted one is reused only in the next frame's upload. So
 * nothing is copied into a texture that was drawn in the same frame, which would stall. The results of {@link #nebula} and
 * {@link #font} are valid for the current frame.
 */
public final class LoadedArt implements Art, AutoCloseable {
    /** The default time budget for uploads in one frame, ns. */
    public static final long BUDGET_NS = 1_000_000;
    private static final int DUMMY_PX = 8;
    private static final int DUMMY_RGBA = 0x3A4468FF;

    private final Loader loader;
    private final boolean window;
    private final Sink sink;
    private final Upload upload;
    private final Fonts fonts;
    private final Map<String, TextureRegion> regions = new HashMap<>();
    private final Map<String, Sound> sounds = new HashMap<>();
    private final Texture[] tiles = new Texture[NebulaGrid.LOOKS * NebulaGrid.TILES];
    private final ArrayDeque<Texture> spare = new ArrayDeque<>();
    private final List<Texture> sheets = new ArrayList<>();
    private TextureRegion dummy;
    private long placeholders;
    private long placeholdersBefore;

    /**
     * @param window false if there is no GL; slices then go to memory
     */
    public LoadedArt(Loader loader, boolean window) {
        this.loader = loader;
        this.window = window;
        sink = window ? new Sink.Gl() : new Sink.Memory();
        upload = new Upload(sink, loader.stats());
        fonts = new Fonts(loader, () -> window ? plainFont() : null);
    }

    private static BitmapFont plainFont() {
        BitmapFont font = new BitmapFont();
        PlainSigns.addTo(font.getData());
        return font;
    }

    /**
     * Makes the placeholders (a flat tinted square, and a white pixel that equals the real one) and all textures for nebula
     * tiles, because making one takes half a millisecond, too long for a frame. A second call does nothing.
     */
    public void start() {
        if (dummy != null) {
            return;
        }
        Texture t = null;
        if (window) {
            Pixmap p = new Pixmap(2 * DUMMY_PX, DUMMY_PX, Pixmap.Format.RGBA8888);
            p.setColor(DUMMY_RGBA);
            p.fill();
            p.setColor(-1);
            p.fillRectangle(DUMMY_PX, 0, DUMMY_PX, DUMMY_PX);
            t = new Texture(p);
            p.dispose();
            sheets.add(t);
        }
        dummy = part(t, 1, 1, DUMMY_PX - 2, DUMMY_PX - 2);
        regions.put("pixel", part(t, DUMMY_PX + 2, 2, DUMMY_PX - 4, DUMMY_PX - 4));
        for (int i = 0; i < loader.room() && window; i++) {
            spare.push(sink.create(NebulaGrid.TILE_PX, NebulaGrid.TILE_PX));
        }
    }

    private static TextureRegion part(Texture t, int x, int y, int width, int height) {
        return t == null ? new TextureRegion() : new TextureRegion(t, x, y, width, height);
    }

    /**
     * Begins a frame: takes textures back and copies decoded assets, at least one step, until {@code budgetNs} are used or
     * nothing is left. Records an upload span if anything was done; {@code slice} fires in it before each step.
     */
    public void upload(LaneRecorder recorder, long budgetNs, Fault slice) {
        if (placeholders != placeholdersBefore) {
            placeholdersBefore = placeholders;
            loader.stats().placeholderFrame();
        }
        fonts.nextFrame(recorder.now());
        takeBack();
        long begin = recorder.now();
        long waited = recorder.waitedNs();
        if (upload.asset() == null && !beginNext()) {
            return;
        }
        recorder.beginUpload();
        int asset;
        long end;
        long used;
        do {
            asset = upload.asset().asset();
            if (slice.armed()) {
                slice.fire(recorder, asset);
            }
            if (!upload.done()) {
                upload.step(recorder);
            }
            if (upload.done()) {
                finish();
            }
            recorder.checkpoint();
            end = recorder.now();
            used = end - begin - (recorder.waitedNs() - waited);
        } while (used < budgetNs && (upload.asset() != null || beginNext()));
        recorder.endUpload(begin, end, asset);
        loader.stats().uploaded(used);
    }

    /** Frees the textures of evicted tiles. */
    private void takeBack() {
        if (!loader.anyLeaving()) {
            return;
        }
        for (int i = 0; i < tiles.length; i++) {
            int asset = Catalogue.tile(i / NebulaGrid.TILES, i % NebulaGrid.TILES);
            if (loader.isLeaving(asset)) {
                if (tiles[i] != null) {
                    spare.push(tiles[i]);
                    tiles[i] = null;
                }
                loader.gone(asset);
            }
        }
    }

    private boolean beginNext() {
        Decoded d = loader.poll();
        if (d == null) {
            return false;
        }
        boolean reuse = d instanceof Decoded.Tile && !spare.isEmpty();
        upload.begin(d, reuse ? spare.pop() : null);
        return true;
    }

    private void finish() {
        Decoded d = upload.asset();
        Texture[] into = upload.textures();
        upload.end();
        if (d instanceof Decoded.Tile t) {
            tiles[Catalogue.lookOf(t.asset()) * NebulaGrid.TILES + Catalogue.tileOf(t.asset())] = into[0];
        } else if (d instanceof Decoded.Sheet s) {
            if (into[0] != null) {
                sheets.add(into[0]);
            }
            for (Decoded.Part p : s.parts()) {
                regions.put(p.name(), part(into[0], p.x(), p.y(), p.width(), p.height()));
            }
        } else if (d instanceof Decoded.Font f) {
            fonts.arrived(f, into);
        } else if (d instanceof Decoded.Sound s && s.sound() != null) {
            sounds.put(Catalogue.name(s.asset()), s.sound());
        }
        loader.ready(d);
    }

    @Override
    public TextureRegion region(String name) {
        start();
        TextureRegion r = regions.get(name);
        if (r == null) {
            placeholders++;
            return dummy;
        }
        return r;
    }

    @Override
    public Texture nebula(int look, int tile) {
        Texture t = tiles[look * NebulaGrid.TILES + tile];
        if (t == null) {
            placeholders++;
        }
        return t;
    }

    @Override
    public BitmapFont font(Face face, int px) {
        BitmapFont f = fonts.exact(face, px);
        if (f == null) {
            placeholders++;
            return fonts.nearest(face, px);
        }
        return f;
    }

    @Override
    public Sound sound(String name) {
        return sounds.get(name);
    }

    @Override
    public long placeholders() {
        return placeholders;
    }

    /** Where slices went; for tests. */
    Sink sink() {
        return sink;
    }

    /** Releases everything. The lanes that decode may still run; {@link Loader#close} releases what they deliver. */
    @Override
    public void close() {
        if (upload.asset() != null) {
            loader.abandon(upload.asset());
            for (Texture t : upload.textures()) {
                dispose(t);
            }
            upload.end();
        }
        for (int i = 0; i < tiles.length; i++) {
            dispose(tiles[i]);
            tiles[i] = null;
        }
        spare.forEach(LoadedArt::dispose);
        spare.clear();
        sheets.forEach(LoadedArt::dispose);
        sheets.clear();
        fonts.close();
        sounds.values().forEach(Sound::dispose);
        sounds.clear();
        regions.clear();
    }

    private static void dispose(Texture t) {
        if (t != null) {
            t.dispose();
        }
    }
}
