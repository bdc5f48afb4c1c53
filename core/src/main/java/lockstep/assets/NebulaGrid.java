package lockstep.assets;

/**
 * Where the tiles of a nebula lie. A look consists of {@value #COLUMNS}x{@value #ROWS} tiles, row by row from the top left, and
 * repeats in both directions. It moves {@link #PARALLAX} times as fast as the world. Pure functions. Positions are px of the
 * look, to the right and up from the lower left corner of the lower left tile.
 */
public final class NebulaGrid {
    /** How many looks there are, and how many tiles each has. */
    public static final int LOOKS = 6, TILES = 8;
    /** Tiles across and up. */
    public static final int COLUMNS = 4, ROWS = 2;
    /** Side of a tile, px at 1280x720. */
    public static final int TILE_PX = 512;
    /** How many px the nebula moves for one px of the world. */
    public static final float PARALLAX = 0.25f;
    /** Design px of the world per metre. */
    public static final float PX_PER_METER = 32;

    private NebulaGrid() {
    }

    /** The look of a sector (from 0). */
    public static int lookOf(int sector) {
        return Math.floorMod(sector, LOOKS);
    }

    /** The tile at a column from the left and a row from the bottom; any integers, since the grid repeats. */
    public static int tileAt(int column, int rowFromBelow) {
        return (ROWS - 1 - Math.floorMod(rowFromBelow, ROWS)) * COLUMNS + Math.floorMod(column, COLUMNS);
    }

    /** The position in px along one axis of the look for a position in the world, m. */
    public static float px(float meters) {
        return meters * PX_PER_METER * PARALLAX;
    }

    /** Squared distance, px², from the middle of the nearest repetition of a tile to the view centre of a camera at (x, y), m. */
    static float squaredDistance(int tile, float x, float y) {
        float dx = around(px(x) - (tile % COLUMNS + 0.5f) * TILE_PX, COLUMNS * TILE_PX);
        float dy = around(px(y) - (ROWS - 1 - tile / COLUMNS + 0.5f) * TILE_PX, ROWS * TILE_PX);
        return dx * dx + dy * dy;
    }

    private static float around(float d, float period) {
        return d - period * Math.round(d / period);
    }
}
