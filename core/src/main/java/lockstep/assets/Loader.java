package lockstep.assets;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.SpmcArrayQueue;

/**
 * What is loaded and what is wanted: shared by the lanes that decode and the lane that draws. It has no lock.
 *
 * <p>Each lane that decodes has its own {@link Worker}. Methods marked "rendering lane" are for that lane only; any lane may call
 * the others. Decoded assets pass through a JCTools queue of many producers and one consumer, which orders all writes to a
 * picture before its use. {@link Claims} ensures that each asset is on one lane at a time. Used pictures go back through a queue
 * of one producer and many consumers, because releasing 4 MiB takes half a millisecond, too long for the rendering lane.
 */
public final class Loader implements AutoCloseable {
    /** The states of an asset as {@link #states} writes them; the same numbers as in the shared world. */
    public static final byte ABSENT = 0, WANTED = 1, DECODED = 2, READY = 3, FAILED = 4;
    /** The default limit on texture memory for the nebula, bytes. */
    public static final long NEBULA_BYTES = 24L << 20;

    /** How many decoded assets may wait for the rendering lane before the decoding lanes pause, which bounds memory. */
    private static final int MOST_WAITING = 8;
    private static final long TILE_BYTES = 4L * NebulaGrid.TILE_PX * NebulaGrid.TILE_PX;
    private static final int QUEUE = 256;
    private static final int PX_BITS = 16;

    private final AssetSource source;
    private final Consumer<String> log;
    private final AssetStats stats = new AssetStats();
    private final Claims claims;
    private final int room;
    private final MpscArrayQueue<Decoded> decoded = new MpscArrayQueue<>(QUEUE);
    private final SpmcArrayQueue<Pixmap> used = new SpmcArrayQueue<>(QUEUE);
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param nebulaBytes the most bytes of textures for nebula tiles, 1 MiB each */
    public Loader(AssetSource source, long nebulaBytes) {
        this(source, nebulaBytes, System.err::println);
    }

    Loader(AssetSource source, long nebulaBytes, Consumer<String> log) {
        this.source = source;
        this.log = log;
        room = (int) Math.min(nebulaBytes / TILE_BYTES, NebulaGrid.LOOKS * NebulaGrid.TILES);
        claims = new Claims(room);
        GdxNativesLoader.load();
    }

    /** Makes the worker of one lane. */
    public Worker worker() {
        return new Worker(this);
    }

    /** The counts of what was loaded. */
    public AssetStats stats() {
        return stats;
    }

    /** Says that the ship is in {@code sector} (from 0) at (x, y), m, which decides what is wanted. */
    public void look(int sector, float x, float y) {
        claims.look(Wants.focus(sector, x, y));
    }

    /** Sets whether nebula tiles are wanted at all. Loaded tiles stay until room is needed. */
    public void wantNebula(boolean wanted) {
        claims.wantNebula(wanted);
    }

    /** The most nebula tiles at once; 0 if none are wanted. */
    public int room() {
        return claims.wantsNebula() ? room : 0;
    }

    /** True if an asset is wanted at the ship's place. */
    public boolean isWanted(int asset) {
        return claims.wants(asset);
    }

    /** Writes the state of each asset, by its number, into {@code into}, and counts those still to be loaded. */
    public void states(byte[] into) {
        int queued = 0;
        for (int i = 0; i < Catalogue.COUNT; i++) {
            byte s = switch (claims.state(i)) {
                case Claims.CLAIMED -> WANTED;
                case Claims.DECODED -> DECODED;
                case Claims.READY -> READY;
                case Claims.FAILED -> FAILED;
                case Claims.IDLE -> claims.wants(i) ? WANTED : ABSENT;
                default -> ABSENT;
            };
            into[i] = s;
            if (s == WANTED || s == DECODED) {
                queued++;
            }
        }
        stats.setQueued(queued);
    }

    /** Claims the most wanted asset and returns its number, or -1. Lock-free, allocates nothing. */
    int claim() {
        freeUsed();
        return waiting.get() < MOST_WAITING ? claims.claim() : -1;
    }

    /** Cancels a claimed or decoded asset that is no longer wanted; by the lane that has it. */
    void cancel(int asset) {
        letGo(asset);
        stats.wasCancelled();
    }

    /** Returns a claim without counting it; by the lane that has it. */
    void letGo(int asset) {
        claims.giveUp(asset, Claims.IDLE);
    }

    /** Marks an asset as unusable for good and reports it once; by the lane that has it. */
    void fail(int asset, String why) {
        stats.hasFailed();
        boolean font = Catalogue.kind(asset) == Catalogue.Kind.FONT;
        String name = font ? faceOf(asset) + " " + pxOf(asset) + " px" : Catalogue.path(asset);
        String instead = switch (Catalogue.kind(asset)) {
            case SHEET, TILE -> "a placeholder is drawn";
            case SOUND -> "it stays silent";
            case FONT -> "another size is drawn, if there is one";
        };
        claims.giveUp(asset, Claims.FAILED);
        log.accept("lockstep: asset " + name + " cannot be used: " + why + "; " + instead);
    }

    /** Passes a decoded asset to the rendering lane; by the lane that has it. */
    void deliver(Decoded d) {
        waiting.getAndIncrement();
        stats.addBytes(bytes(d));
        claims.step(d.asset(), Claims.DECODED);
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

    /**
     * Rendering lane: the next decoded asset that is still wanted, or null. It must be passed to {@link #ready} or
     * {@link #abandon}.
     */
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

    /** Rendering lane: a decoded asset was uploaded and is ready; releases its pictures. */
    public void ready(Decoded d) {
        recycle(d);
        waiting.getAndDecrement();
        stats.wasLoaded();
        claims.step(d.asset(), Claims.READY);
    }

    /** Rendering lane, at the end: a decoded asset will not be used. */
    public void abandon(Decoded d) {
        drop(d);
        letGo(d.asset());
    }

    private void drop(Decoded d) {
        stats.addBytes(-bytes(d));
        waiting.getAndDecrement();
        recycle(d);
        if (d instanceof Decoded.Sound s && s.sound() != null) {
            s.sound().dispose();
        }
    }

    private void recycle(Decoded d) {
        for (Pixmap p : d.pictures()) {
            if (!used.offer(p)) {
                free(p);
            }
        }
    }

    /** Releases used pictures; by a lane that decodes. */
    private void freeUsed() {
        Pixmap p;
        while ((p = used.poll()) != null) {
            free(p);
        }
    }

    private void free(Pixmap p) {
        p.dispose();
        stats.pixmapFreed();
    }

    /** Rendering lane: true if {@link #isLeaving} may be true of some asset. */
    public boolean anyLeaving() {
        return claims.anyLeaving();
    }

    /** Rendering lane: true if a tile is to be evicted; when its texture is free, call {@link #gone}. */
    public boolean isLeaving(int asset) {
        return claims.state(asset) == Claims.LEAVING;
    }

    /** Rendering lane: a leaving tile is no longer in use. */
    public void gone(int asset) {
        stats.addBytes(-TILE_BYTES);
        stats.wasEvicted();
        claims.gone(asset);
    }

    /** Rendering lane: requests a face of {@code px} px (1 to 65535) at a free place for fonts. */
    public void askFont(int place, Typeface face, int px) {
        claims.askFont(place, face.ordinal() + 1 << PX_BITS | px);
    }

    /** Rendering lane: withdraws the request for a font. Returns false if a lane is making it, so that it will still come. */
    public boolean dropFont(int place) {
        return claims.dropFont(place);
    }

    /** Rendering lane: a ready font of {@code bytes} is no longer in use; its place is free again. */
    public void fontGone(int place, long bytes) {
        stats.addBytes(-bytes);
        stats.wasEvicted();
        claims.fontGone(place);
    }

    /** The requested face; by the lane that has claimed the font. */
    Typeface faceOf(int font) {
        return Typeface.of((claims.fontKey(Catalogue.placeOf(font)) >>> PX_BITS) - 1);
    }

    /** The requested size in px; by the lane that has claimed the font. */
    int pxOf(int font) {
        return claims.fontKey(Catalogue.placeOf(font)) & (1 << PX_BITS) - 1;
    }

    AssetSource source() {
        return source;
    }

    /** Releases what was decoded and never used; by any thread, once all lanes have ended. */
    @Override
    public void close() {
        Decoded d;
        while ((d = decoded.poll()) != null) {
            abandon(d);
        }
        freeUsed();
    }
}
