package lockstep.assets;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.SpmcArrayQueue;

/**
 * What is loaded and what is wanted: the meeting point of the lanes that decode and the one that draws. It has no lock.
 *
 * <p>Each lane that decodes has a {@link Worker} of its own. Methods marked "rendering lane" are that one's only, the
 * others may be called by any. Decoded assets cross in a JCTools queue of many producers and one consumer, which orders
 * all that was written to a picture before its use; {@link Claims} sees to it that each asset is on one lane at a time.
 * Used pictures go back in a queue of one producer and many consumers: giving 4 MiB back to the system takes half a
 * millisecond, which the rendering lane does not have.
 */
public final class Loader implements AutoCloseable {
    /** What a lane that asks for the state of an asset is told; the numbers of the shared world's own states. */
    public static final byte ABSENT = 0, WANTED = 1, DECODED = 2, READY = 3, FAILED = 4;
    /** Bytes of textures for the nebula unless told otherwise. */
    public static final long NEBULA_BYTES = 24L << 20;

    /** Decoded assets that may wait for the rendering lane before the others pause, so that memory stays bounded. */
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

    /** A lane's own way to load. */
    public Worker worker() {
        return new Worker(this);
    }

    /** What became of the assets. */
    public AssetStats stats() {
        return stats;
    }

    /** The ship is in a sector (from 0) at (x, y), m: what is wanted follows it. */
    public void look(int sector, float x, float y) {
        claims.look(Wants.focus(sector, x, y));
    }

    /** Whether nebula tiles are wanted at all. Those that are loaded stay until room is needed. */
    public void wantNebula(boolean wanted) {
        claims.wantNebula(wanted);
    }

    /** Nebula tiles there may be at once; 0 if none are wanted. */
    public int room() {
        return claims.wantsNebula() ? room : 0;
    }

    /** True if an asset is wanted from where the ship is. */
    public boolean isWanted(int asset) {
        return claims.wants(asset);
    }

    /** Writes the state of each asset, one of the constants above, and counts what is still to come. */
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

    /** Claims the asset that is wanted most, or returns -1. Lock-free, allocates nothing. */
    int claim() {
        freeUsed();
        return waiting.get() < MOST_WAITING ? claims.claim() : -1;
    }

    /** A claimed or decoded asset is not wanted any more; by the lane that has it. */
    void cancel(int asset) {
        letGo(asset);
        stats.wasCancelled();
    }

    /** A claim is given back untouched; by the lane that has it. */
    void letGo(int asset) {
        claims.giveUp(asset, Claims.IDLE);
    }

    /** An asset cannot be used, now or later; by the lane that has it. Says so once. */
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

    /** Hands a decoded asset to the rendering lane; by the lane that has it. */
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
     * Rendering lane: the next decoded asset that is still wanted, or null. It must come to {@link #ready}
     * or {@link #abandon}.
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

    /** Rendering lane: a decoded asset can be used from now on; its pictures are given back. */
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

    /** Gives used pictures back to the system; by a lane that decodes. */
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

    /** Rendering lane: true if {@link #isLeaving} may have something to say. */
    public boolean anyLeaving() {
        return claims.anyLeaving();
    }

    /** Rendering lane: a tile is to be given up for another; when its texture is free, {@link #gone} must be called. */
    public boolean isLeaving(int asset) {
        return claims.state(asset) == Claims.LEAVING;
    }

    /** Rendering lane: nothing of a leaving tile is used any more. */
    public void gone(int asset) {
        stats.addBytes(-TILE_BYTES);
        stats.wasEvicted();
        claims.gone(asset);
    }

    /** Rendering lane: asks for a face of {@code px} px (1 to 65535) at a place for fonts that is free. */
    public void askFont(int place, Typeface face, int px) {
        claims.askFont(place, face.ordinal() + 1 << PX_BITS | px);
    }

    /** Rendering lane: asks no more for a font. Returns false if a lane has it in hands; then it will come. */
    public boolean dropFont(int place) {
        return claims.dropFont(place);
    }

    /** Rendering lane: a font that was ready, of so many bytes, is used no more and its place is free again. */
    public void fontGone(int place, long bytes) {
        stats.addBytes(-bytes);
        stats.wasEvicted();
        claims.fontGone(place);
    }

    /** The face asked for, by the lane that has claimed a font. */
    Typeface faceOf(int font) {
        return Typeface.of((claims.fontKey(Catalogue.placeOf(font)) >>> PX_BITS) - 1);
    }

    /** The size asked for in px, by the lane that has claimed a font. */
    int pxOf(int font) {
        return claims.fontKey(Catalogue.placeOf(font)) & (1 << PX_BITS) - 1;
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
        freeUsed();
    }
}
