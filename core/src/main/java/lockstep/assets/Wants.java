package lockstep.assets;

import lockstep.assets.Catalogue.Kind;

/**
 * How much each asset is wanted from where the ship is. Pure functions over a packed place, so that lanes need nothing
 * but one long to agree; nothing is allocated.
 */
final class Wants {
    /** Rank of what is not wanted. */
    static final int NOT = Integer.MAX_VALUE;
    /** Ranks of tiles begin here: what every screen needs comes first. */
    private static final int TILES = 1_000;
    private static final int LATER = 10_000;
    private static final float STEPS_PER_METER = 16;
    private static final int WANTED_LOOKS = 3;

    private Wants() {
    }

    /** A sector (from 0) and a place in it, m, in one long: 16 bits, and 24 each in sixteenths of a metre. */
    static long focus(int sector, float x, float y) {
        return (long) (sector & 0xffff) << 48 | (steps(x) & 0xffffffL) << 24 | steps(y) & 0xffffffL;
    }

    private static long steps(float meters) {
        return Math.max(-0x7fffff, Math.min(0x7fffff, Math.round(meters * STEPS_PER_METER)));
    }

    private static int sector(long focus) {
        return (int) (focus >>> 48);
    }

    private static float x(long focus) {
        return (int) (focus >>> 24 << 8) / 256 / STEPS_PER_METER;
    }

    private static float y(long focus) {
        return (int) (focus << 8) / 256 / STEPS_PER_METER;
    }

    /**
     * The place of a tile in the order in which tiles are wanted: 0 is the nearest one of this sector's look, 8 to 15 are
     * the next sector's, 16 to 23 the one's before, further ones are not wanted but ordered too, for eviction.
     */
    static int order(int asset, long focus) {
        return turn(asset, focus) * NebulaGrid.TILES + nearer(Catalogue.tileOf(asset), x(focus), y(focus));
    }

    /** The place of a tile's look: 0 this sector's, 1 the next one's, 2 the one's before. */
    private static int turn(int asset, long focus) {
        int ahead = Math.floorMod(Catalogue.lookOf(asset) - sector(focus), NebulaGrid.LOOKS);
        return ahead == NebulaGrid.LOOKS - 1 ? 2 : ahead < 2 ? ahead : ahead + 1;
    }

    /** How many tiles of a look are nearer than this one. */
    private static int nearer(int tile, float x, float y) {
        float mine = NebulaGrid.squaredDistance(tile, x, y);
        int nearer = 0;
        for (int other = 0; other < NebulaGrid.TILES; other++) {
            float d = NebulaGrid.squaredDistance(other, x, y);
            if (d < mine || d == mine && other < tile) {
                nearer++;
            }
        }
        return nearer;
    }

    /**
     * Rank of an asset, the smallest first: sprites, fonts, rocks, this sector's look, sounds, the other looks;
     * {@link #NOT} if it is not wanted. {@code room}: how many tiles there may be.
     */
    static int rank(int asset, long focus, int room) {
        Kind kind = Catalogue.kind(asset);
        if (kind == Kind.TILE) {
            return rankOfTile(asset, focus, room);
        }
        if (kind == Kind.SOUND) {
            return TILES + NebulaGrid.TILES + asset;
        }
        if (kind == Kind.FONT) {
            return 1 + Catalogue.placeOf(asset);
        }
        return asset == 0 ? 0 : TILES / 2 + asset;
    }

    private static int rankOfTile(int asset, long focus, int room) {
        int turn = turn(asset, focus);
        if (turn >= WANTED_LOOKS || turn == 2 && sector(focus) == 0) {
            return NOT;
        }
        int order = order(asset, focus);
        if (order >= room) {
            return NOT;
        }
        return turn == 0 ? TILES + order : LATER + order;
    }
}
