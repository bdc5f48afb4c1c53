package lockstep.view.art;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Array;
import java.util.function.Supplier;
import lockstep.assets.Catalogue;
import lockstep.assets.Decoded;
import lockstep.assets.Loader;
import lockstep.assets.Typeface;

/**
 * The loaded and the requested fonts, one per place. Only the rendering lane calls it. A request that was not repeated in the
 * last {@value #FORGET_FRAMES} frames is withdrawn. When all places are full, the font unused for longest is evicted. So resizing
 * a window never floods the lanes that decode.
 *
 * <p>If no size of a face is loaded within a second, libGDX's own font is its placeholder, in its one size: words about a
 * deadlock must not depend on the lanes that are in it.
 */
final class Fonts {
    private static final int FORGET_FRAMES = 30;
    private static final int LEAST_PX = 6, MOST_PX = 256;
    private static final long PATIENCE_NS = 1_000_000_000;

    /** One place; {@code px} is 0 if it is empty. */
    private static final class Place {
        int face, px;
        long askedInFrame;
        boolean arrived;
        /** Null until it is loaded, and always without GL. */
        BitmapFont font;
        Texture[] textures;
        long bytes;
    }

    private final Loader loader;
    private final Place[] places = new Place[Catalogue.FONTS];
    private final Supplier<BitmapFont> placeholders;
    private long frame;
    private long firstFrameNs;
    private long nowNs;
    private BitmapFont placeholder;

    /** {@code placeholders} makes the placeholder, or returns null without GL. */
    Fonts(Loader loader, Supplier<BitmapFont> placeholders) {
        this.loader = loader;
        this.placeholders = placeholders;
        for (int i = 0; i < places.length; i++) {
            places[i] = new Place();
        }
    }

    /** The font for exactly {@code askedPx} (limited to sizes that can be rasterised), or null; requests it. */
    BitmapFont exact(Art.Face face, int askedPx) {
        int px = Math.max(LEAST_PX, Math.min(MOST_PX, askedPx));
        for (Place p : places) {
            if (p.px == px && p.face == face.ordinal()) {
                p.askedInFrame = frame;
                return p.font;
            }
        }
        ask(face, px);
        return null;
    }

    /** The loaded font of {@code face} with the nearest size, else the placeholder, else null. */
    BitmapFont nearest(Art.Face face, int px) {
        Place best = null;
        for (Place p : places) {
            if (p.font != null && p.face == face.ordinal() && (best == null || Math.abs(p.px - px) < Math.abs(best.px - px))) {
                best = p;
            }
        }
        if (best == null) {
            return placeholder();
        }
        best.askedInFrame = frame;
        return best.font;
    }

    private BitmapFont placeholder() {
        if (placeholder == null && nowNs - firstFrameNs >= PATIENCE_NS) {
            placeholder = placeholders.get();
        }
        return placeholder;
    }

    private void ask(Art.Face face, int px) {
        int at = free();
        if (at < 0) {
            return;
        }
        Place p = places[at];
        p.face = face.ordinal();
        p.px = px;
        p.askedInFrame = frame;
        loader.askFont(at, Typeface.of(face.ordinal()), px);
    }

    private int free() {
        int oldest = -1;
        for (int i = 0; i < places.length; i++) {
            Place p = places[i];
            if (p.px == 0) {
                return i;
            }
            if (p.arrived && p.askedInFrame < frame - FORGET_FRAMES
                && (oldest < 0 || p.askedInFrame < places[oldest].askedInFrame)) {
                oldest = i;
            }
        }
        if (oldest >= 0) {
            loader.fontGone(oldest, places[oldest].bytes);
            clear(places[oldest]);
        }
        return oldest;
    }

    /** Begins a frame: withdraws requests that were not repeated. */
    void nextFrame(long now) {
        if (frame++ == 0) {
            firstFrameNs = now;
        }
        nowNs = now;
        for (int i = 0; i < places.length; i++) {
            Place p = places[i];
            if (p.px != 0 && !p.arrived && p.askedInFrame < frame - FORGET_FRAMES && loader.dropFont(i)) {
                clear(p);
            }
        }
    }

    /** Adds a font whose glyphs are in {@code textures} (nulls without GL). */
    void arrived(Decoded.Font d, Texture[] textures) {
        Place p = places[Catalogue.placeOf(d.asset())];
        p.arrived = true;
        p.textures = textures;
        for (Pixmap page : d.pictures()) {
            p.bytes += Sink.bytes(page);
        }
        if (textures.length > 0 && textures[0] != null) {
            Array<TextureRegion> pages = new Array<>();
            for (Texture t : textures) {
                t.setFilter(Texture.TextureFilter.Nearest, Texture.TextureFilter.Nearest);
                pages.add(new TextureRegion(t));
            }
            p.font = new BitmapFont(d.data(), pages, true);
        }
    }

    private static void clear(Place p) {
        if (p.textures != null) {
            for (Texture t : p.textures) {
                if (t != null) {
                    t.dispose();
                }
            }
        }
        p.textures = null;
        p.arrived = false;
        p.font = null;
        p.px = 0;
        p.bytes = 0;
    }

    void close() {
        for (Place p : places) {
            clear(p);
        }
        if (placeholder != null) {
            placeholder.dispose();
        }
    }
}
