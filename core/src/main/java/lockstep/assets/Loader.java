package lockstep.assets;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import lockstep.assets.Catalogue.Kind;
import org.jctools.queues.MpscArrayQueue;

/**
 * What is loaded, what is wanted, and who loads it: the meeting point of the lanes that decode and the one that draws.
 * It has no lock. Every asset has a state that changes by compare-and-set, so each is claimed by one lane only:
 *
 * <pre>
 * IDLE -claim→ CLAIMED -decoded→ DECODED -uploaded→ READY -room is needed→ LEAVING -texture taken back→ IDLE
 *                 any of the first three -no longer wanted→ IDLE          CLAIMED or DECODED -unusable→ FAILED
 * </pre>
 *
 * <p>Lanes that decode use a {@link Worker} of their own. {@link #look} may be called by any lane; what says
 * "rendering lane" by that one only. Decoded assets cross in a JCTools queue of many producers and one consumer, which
 * orders a picture's bytes before its use; the states are volatile, and the place of the ship is one volatile long.
 * A lane may act on a place a moment old: then it decodes something that is cancelled later, which is counted.
 */
public final class Loader implements AutoCloseable {
    /** What a lane that asks for the state of an asset is told; the numbers of the shared world's own states. */
    public static final byte ABSENT = 0, WANTED = 1, IN_MEMORY = 2, USABLE = 3, UNUSABLE = 4;
    /** Bytes of textures for the nebula unless told otherwise. */
    public static final long NEBULA_BYTES = 24L << 20;

    static final int IDLE = 0, CLAIMED = 1, DECODED = 2, READY = 3, FAILED = 4, LEAVING = 5, HELD = 6;
    private static final long TILE_BYTES = 4L * NebulaGrid.TILE_PX * NebulaGrid.TILE_PX;
    /** Decoded assets that may wait for the rendering lane before the others pause, so that memory stays bounded. */
    private static final int MOST_WAITING = 8;
    private static final int PX_BITS = 16;

    private final AssetSource source;
    private final Consumer<String> log;
    private final AssetStats stats = new AssetStats();
    private final AtomicIntegerArray state = new AtomicIntegerArray(Catalogue.COUNT);
    private final AtomicIntegerArray fonts = new AtomicIntegerArray(Catalogue.FONTS);
    private final MpscArrayQueue<Decoded> decoded = new MpscArrayQueue<>(Integer.highestOneBit(Catalogue.COUNT) * 2);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger tiles = new AtomicInteger();
    private final AtomicInteger leaving = new AtomicInteger();
    private final int room;
    private volatile long focus = Wants.focus(0, 0, 0);
    private volatile boolean nebula = true;

    /** @param nebulaBytes the most bytes of textures for nebula tiles, each 1 MiB */
    public Loader(AssetSource source, long nebulaBytes) {
        this(source, nebulaBytes, System.err::println);
    }

    Loader(AssetSource source, long nebulaBytes, Consumer<String> log) {
        this.source = source;
        this.log = log;
        room = (int) Math.min(nebulaBytes / TILE_BYTES, Integer.MAX_VALUE);
        GdxNativesLoader.load();
    }

    /** A new lane's own way to load; called by that lane. */
    public Worker worker() {
        return new Worker(this);
    }

    /** What became of the assets; any thread. */
    public AssetStats stats() {
        return stats;
    }

    /** The ship is in a sector (from 0) at (x, y), m: what is wanted follows it. Any lane that loads. */
    public void look(int sector, float x, float y) {
        focus = Wants.focus(sector, x, y);
    }

    /** Whether nebula tiles are wanted at all; any thread. Those that are loaded stay until room is needed. */
    public void wantNebula(boolean wanted) {
        nebula = wanted;
    }

    /** Writes the state of each asset, one of the constants above, and counts what is still to come. Any lane. */
    public void states(byte[] into) {
        long at = focus;
        int queued = 0;
        for (int i = 0; i < Catalogue.COUNT; i++) {
            into[i] = switch (state.get(i)) {
                case CLAIMED -> WANTED;
                case DECODED -> IN_MEMORY;
                case READY -> USABLE;
                case FAILED -> UNUSABLE;
                case IDLE -> wants(i, at) ? WANTED : ABSENT;
                default -> ABSENT;
            };
            if (into[i] == WANTED || into[i] == IN_MEMORY) {
                queued++;
            }
        }
        stats.setQueued(queued);
    }

    /** True if an asset is still wanted; any lane. */
    public boolean isWanted(int asset) {
        return wants(asset, focus);
    }

    private boolean wants(int asset, long at) {
        return rank(asset, at) != Wants.NOT;
    }

    private int rank(int asset, long at) {
        return switch (Catalogue.kind(asset)) {
            case TILE -> nebula ? Wants.rank(asset, at, room) : Wants.NOT;
            case FONT -> fonts.get(Catalogue.placeOf(asset)) == 0 ? Wants.NOT : Wants.rank(asset, at, room);
            default -> Wants.rank(asset, at, room);
        };
    }

    /** Claims the asset that is wanted most, or returns -1. A lane that decodes; lock-free, allocates nothing. */
    int claim() {
        boolean tilesToo = true;
        while (waiting.get() < MOST_WAITING) {
            int best = best(focus, tilesToo);
            if (best < 0) {
                return -1;
            }
            boolean tile = Catalogue.kind(best) == Kind.TILE;
            if (tile && !reserve()) {
                makeRoom();
                tilesToo = false;
            } else if (state.compareAndSet(best, IDLE, CLAIMED)) {
                return best;
            } else if (tile) {
                tiles.getAndDecrement();
            }
        }
        return -1;
    }

    private int best(long at, boolean tilesToo) {
        int best = -1;
        int bestRank = Wants.NOT;
        for (int i = 0; i < Catalogue.COUNT; i++) {
            if (state.get(i) == IDLE && (tilesToo || Catalogue.kind(i) != Kind.TILE)) {
                int rank = rank(i, at);
                if (rank < bestRank) {
                    best = i;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    private boolean reserve() {
        while (true) {
            int n = tiles.get();
            if (n >= room) {
                return false;
            }
            if (tiles.compareAndSet(n, n + 1)) {
                return true;
            }
        }
    }

    /** Sends the tile that is wanted least away, if none is leaving already; it must be ready and not wanted. */
    private void makeRoom() {
        if (tiles.get() - leaving.get() < room) {
            return;
        }
        long at = focus;
        int farthest = -1;
        int most = -1;
        for (int look = 0; look < NebulaGrid.LOOKS; look++) {
            for (int tile = 0; tile < NebulaGrid.TILES; tile++) {
                int asset = Catalogue.tile(look, tile);
                if (state.get(asset) == READY && !wants(asset, at) && Wants.order(asset, at) > most) {
                    farthest = asset;
                    most = Wants.order(asset, at);
                }
            }
        }
        if (farthest >= 0 && state.compareAndSet(farthest, READY, LEAVING)) {
            leaving.getAndIncrement();
        }
    }

    /** A claimed or decoded asset is not wanted any more; by the lane that has it. */
    void cancel(int asset) {
        letGo(asset);
        stats.wasCancelled();
    }

    /** A claim is given back untouched; by the lane that has it. */
    void letGo(int asset) {
        if (Catalogue.kind(asset) == Kind.TILE) {
            tiles.getAndDecrement();
        }
        state.set(asset, IDLE);
    }

    /** An asset cannot be used, now or later; by the lane that has it. Says so once. */
    void fail(int asset, String path, String why) {
        if (Catalogue.kind(asset) == Kind.TILE) {
            tiles.getAndDecrement();
        }
        stats.hasFailed();
        state.set(asset, FAILED);
        String instead = switch (Catalogue.kind(asset)) {
            case SHEET, TILE -> "a placeholder is drawn";
            case SOUND -> "it stays silent";
            case FONT -> "another size is drawn, if there is one";
        };
        log.accept("lockstep: asset " + path + " cannot be used: " + why + "; " + instead);
    }

    /** Hands a decoded asset to the rendering lane; by the lane that has it. */
    void deliver(Decoded d) {
        waiting.getAndIncrement();
        stats.addBytes(bytes(d));
        state.set(d.asset(), DECODED);
        if (!decoded.offer(d)) {
            throw new IllegalStateException("more decoded assets than there are assets");
        }
    }

    private static long bytes(Decoded d) {
        long n = 0;
        for (Pixmap p : d.pictures()) {
            n += 4L * p.getWidth() * p.getHeight();
        }
        return n;
    }

    /** Rendering lane: the next decoded asset that is still wanted, or null. It must come to {@link #ready} or {@link #refuse}. */
    public Decoded poll() {
        Decoded d;
        while ((d = decoded.poll()) != null) {
            if (isWanted(d.asset())) {
                return d;
            }
            drop(d);
            cancel(d.asset());
        }
        return null;
    }

    /** Rendering lane: a decoded asset can be used from now on; its pictures are given back. */
    public void ready(Decoded d) {
        d.pictures().forEach(this::free);
        waiting.getAndDecrement();
        stats.wasLoaded();
        state.set(d.asset(), READY);
    }

    /** Rendering lane: a decoded asset turned out not to be usable. */
    public void refuse(Decoded d, String why) {
        drop(d);
        fail(d.asset(), Catalogue.path(d.asset()), why);
    }

    /** Rendering lane, at the end: a decoded asset will not be used. */
    public void abandon(Decoded d) {
        drop(d);
        letGo(d.asset());
    }

    private void drop(Decoded d) {
        stats.addBytes(-bytes(d));
        waiting.getAndDecrement();
        d.pictures().forEach(this::free);
    }

    void made() {
        stats.pixmapMade();
    }

    void free(Pixmap p) {
        p.dispose();
        stats.pixmapFreed();
    }

    /** Rendering lane: true if {@link #isLeaving} has something to say. */
    public boolean anyLeaving() {
        return leaving.get() > 0;
    }

    /** Rendering lane: an asset is to be given up for another; its texture is free, then call {@link #gone}. */
    public boolean isLeaving(int asset) {
        return state.get(asset) == LEAVING;
    }

    /** Rendering lane: nothing of a leaving asset, which had so many bytes, is used any more. */
    public void gone(int asset, long bytes) {
        stats.addBytes(-bytes);
        stats.wasEvicted();
        leaving.getAndDecrement();
        letGo(asset);
    }

    /** Rendering lane: asks for a face of {@code px} px (1 to 65535) at a place for fonts that is free. */
    public void askFont(int place, Typeface face, int px) {
        fonts.set(place, face.ordinal() + 1 << PX_BITS | px);
    }

    /** Rendering lane: asks no more for a font. Returns false if a lane has it in hands; then it will come. */
    public boolean dropFont(int place) {
        int asset = Catalogue.font(place);
        if (!state.compareAndSet(asset, IDLE, HELD)) {
            return false;
        }
        fonts.set(place, 0);
        state.set(asset, IDLE);
        return true;
    }

    /** Rendering lane: a font that was ready, of so many bytes, is used no more and its place is free again. */
    public void fontGone(int place, long bytes) {
        fonts.set(place, 0);
        stats.addBytes(-bytes);
        stats.wasEvicted();
        state.set(Catalogue.font(place), IDLE);
    }

    /** The font asked for at a place: face and px, by a lane that claimed it. */
    Typeface faceAt(int place) {
        return Typeface.of((fonts.get(place) >>> PX_BITS) - 1);
    }

    int pxAt(int place) {
        return fonts.get(place) & (1 << PX_BITS) - 1;
    }

    AssetSource source() {
        return source;
    }

    /** Gives back what was decoded and never used; by any thread, once all lanes have ended. */
    @Override
    public void close() {
        Decoded d;
        while ((d = decoded.poll()) != null) {
            abandon(d);
        }
    }
}
