package lockstep.assets;

import lockstep.assets.Catalogue.Kind;

/**
 * How much each asset is wanted at the ship's place. Pure functions of one packed long, so that all lanes agree on it; nothing is
 * allocated.
 */
final class Wants {
    /** Rank of an asset that is not wanted. */
    static final int NOT = Integer.MAX_VALUE;
    /** The first rank of tiles; what every screen needs comes before. */
    private static final int TILES = 1_000;
    private static final int LATER = 10_000;
    private static final float STEPS_PER_METER = 16;
    private static final int WANTED_LOOKS = 3;

    private Wants() {
    }

    /**
     * Packs a sector (from 0) and a position in it, m, into one long: 16 bits for the sector, 24 each for x and y in sixteenths
     * of a metre.
     */
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
     * The position of a tile in the order in which tiles are wanted: 0 is the nearest of this sector's look, 8 to 15 belong to
     * the next sector's, 16 to 23 to the previous one's. The rest are not wanted but ordered too, for eviction.
     */
    static int order(int asset, long focus) {
        return turn(asset, focus) * NebulaGrid.TILES + nearer(Catalogue.tileOf(asset), x(focus), y(focus));
    }

    /** The position of a tile's look: 0 is this sector's, 1 the next one's, 2 the previous one's. */
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
     * Rank of an asset, the smallest first: sprites, fonts, rocks, this sector's look, sounds, the other looks; {@link #NOT} if
     * it is not wanted. {@code room} is the most tiles at once.
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
