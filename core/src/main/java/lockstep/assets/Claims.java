package lockstep.assets;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import lockstep.assets.Catalogue.Kind;

/**
 * Which lane has which asset. There is no lock: an asset's state changes by compare-and-set, so only one lane gets it.
 *
 * <pre>
 * IDLE -claim→ CLAIMED -decoded→ DECODED -uploaded→ READY -room is needed→ LEAVING -texture taken back→ IDLE
 *                 CLAIMED, DECODED -no longer wanted→ IDLE          CLAIMED, DECODED -unusable→ FAILED
 * </pre>
 *
 * <p>Whoever made the step into CLAIMED, DECODED or LEAVING's end owns the next one, so those are plain volatile stores.
 * What is wanted is a function of one volatile long, the ship's place. A lane may act on a slightly old place; it then
 * decodes something that is cancelled later. Any lane may call it; nothing is allocated. Progress is lock-free: a
 * claim is retried only because another lane got one.
 */
final class Claims {
    static final int IDLE = 0, CLAIMED = 1, DECODED = 2, READY = 3, FAILED = 4, LEAVING = 5;
    /** A font's place while the rendering lane changes what is asked for there. */
    private static final int HELD = 6;

    private final AtomicIntegerArray state = new AtomicIntegerArray(Catalogue.COUNT);
    private final AtomicIntegerArray fonts = new AtomicIntegerArray(Catalogue.FONTS);
    private final AtomicInteger tiles = new AtomicInteger();
    private final AtomicInteger leaving = new AtomicInteger();
    private final int room;
    private volatile long focus = Wants.focus(0, 0, 0);
    private volatile boolean nebula = true;

    /**
     * @param room the most nebula tiles at once, claimed ones included
     */
    Claims(int room) {
        this.room = room;
    }

    void look(long focus) {
        this.focus = focus;
    }

    void wantNebula(boolean wanted) {
        nebula = wanted;
    }

    boolean wantsNebula() {
        return nebula;
    }

    int state(int asset) {
        return state.get(asset);
    }

    boolean wants(int asset) {
        return rank(asset, focus) != Wants.NOT;
    }

    private int rank(int asset, long at) {
        Kind kind = Catalogue.kind(asset);
        boolean asked = kind == Kind.TILE ? nebula : kind != Kind.FONT || fonts.get(Catalogue.placeOf(asset)) != 0;
        return asked ? Wants.rank(asset, at, room) : Wants.NOT;
    }

    /** Claims the most wanted asset and returns its number, or -1 if there is none. */
    int claim() {
        boolean tilesToo = true;
        while (true) {
            int best = best(focus, tilesToo);
            if (best < 0) {
                return -1;
            }
            boolean tile = Catalogue.kind(best) == Kind.TILE;
            if (tile && !reserve()) {
                makeRoom(focus);
                tilesToo = false;
            } else if (state.compareAndSet(best, IDLE, CLAIMED)) {
                return best;
            } else if (tile) {
                tiles.getAndDecrement();
            }
        }
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

    /** Starts to evict the least wanted ready tile, unless one is leaving already; wanted tiles stay. */
    private void makeRoom(long at) {
        if (tiles.get() - leaving.get() < room) {
            return;
        }
        int farthest = -1;
        int most = -1;
        for (int i = 0; i < Catalogue.COUNT; i++) {
            if (Catalogue.kind(i) == Kind.TILE && state.get(i) == READY && rank(i, at) == Wants.NOT
                && Wants.order(i, at) > most) {
                farthest = i;
                most = Wants.order(i, at);
            }
        }
        if (farthest >= 0 && state.compareAndSet(farthest, READY, LEAVING)) {
            leaving.getAndIncrement();
        }
    }

    /** Moves an asset on to DECODED or READY; by the lane that has it. */
    void step(int asset, int to) {
        state.set(asset, to);
    }

    /** Gives an asset up, for now ({@link #IDLE}) or for good ({@link #FAILED}); by the lane that has it. */
    void giveUp(int asset, int to) {
        if (Catalogue.kind(asset) == Kind.TILE) {
            tiles.getAndDecrement();
        }
        state.set(asset, to);
    }

    /** Rendering lane: is there a tile in LEAVING, or about to be? */
    boolean anyLeaving() {
        return leaving.get() > 0;
    }

    /** Rendering lane: a LEAVING tile's texture is free. */
    void gone(int asset) {
        leaving.getAndDecrement();
        giveUp(asset, IDLE);
    }

    /** Rendering lane: requests a font at a place; {@code key} is not 0. */
    void askFont(int place, int key) {
        fonts.set(place, key);
    }

    /** Rendering lane: withdraws the request; false if a lane has claimed it. */
    boolean dropFont(int place) {
        int asset = Catalogue.font(place);
        if (!state.compareAndSet(asset, IDLE, HELD)) {
            return false;
        }
        fonts.set(place, 0);
        state.set(asset, IDLE);
        return true;
    }

    /** Rendering lane: a READY font's place is free again. */
    void fontGone(int place) {
        fonts.set(place, 0);
        state.set(Catalogue.font(place), IDLE);
    }

    int fontKey(int place) {
        return fonts.get(place);
    }
}
