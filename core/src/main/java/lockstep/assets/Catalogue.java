package lockstep.assets;

import java.util.List;

/**
 * All assets by number: sheets of sprites, nebula tiles, sounds, and places for rasterised fonts, which are assigned while the
 * game runs. Immutable; any thread.
 */
public final class Catalogue {
    /** What an asset is. */
    public enum Kind { SHEET, TILE, SOUND, FONT }

    /** Places for fonts: how many combinations of face and size can be loaded at once. */
    public static final int FONTS = 48;

    private static final List<String> SHEETS = List.of("sprites", "rocks");
    private static final List<String> SOUNDS = List.of("ambient", "catch", "death", "gate", "hit", "menu", "shield", "shot",
        "split", "start", "thrust");
    private static final int FIRST_TILE = SHEETS.size();
    private static final int FIRST_SOUND = FIRST_TILE + NebulaGrid.LOOKS * NebulaGrid.TILES;
    private static final int FIRST_FONT = FIRST_SOUND + SOUNDS.size();
    /** How many assets there are. */
    public static final int COUNT = FIRST_FONT + FONTS;

    private Catalogue() {
    }

    /** What the asset with that number is. */
    public static Kind kind(int asset) {
        if (asset < FIRST_TILE) {
            return Kind.SHEET;
        }
        return asset < FIRST_SOUND ? Kind.TILE : asset < FIRST_FONT ? Kind.SOUND : Kind.FONT;
    }

    /** The number of a nebula tile. */
    public static int tile(int look, int tile) {
        return FIRST_TILE + look * NebulaGrid.TILES + tile;
    }

    /** The number of a place for a font. */
    public static int font(int place) {
        return FIRST_FONT + place;
    }

    /** The number of a sheet ("sprites", "rocks") or -1. */
    public static int sheet(String name) {
        return SHEETS.indexOf(name);
    }

    /** The number of a sound by its file name without ending, or -1. */
    public static int sound(String name) {
        int i = SOUNDS.indexOf(name);
        return i < 0 ? -1 : FIRST_SOUND + i;
    }

    /** Its look, for a tile. */
    public static int lookOf(int asset) {
        return (asset - FIRST_TILE) / NebulaGrid.TILES;
    }

    /** Its number within the look, for a tile. */
    public static int tileOf(int asset) {
        return (asset - FIRST_TILE) % NebulaGrid.TILES;
    }

    /** Its place, for a font. */
    public static int placeOf(int asset) {
        return asset - FIRST_FONT;
    }

    /** The name of a sheet or sound, without folder and ending. */
    public static String name(int asset) {
        return switch (kind(asset)) {
            case SHEET -> SHEETS.get(asset);
            case TILE -> lookOf(asset) + "-" + tileOf(asset);
            case SOUND -> SOUNDS.get(asset - FIRST_SOUND);
            case FONT -> "font " + placeOf(asset);
        };
    }

    /** The file it is read from; for a font, the name of its place. */
    public static String path(int asset) {
        return switch (kind(asset)) {
            case SHEET -> name(asset) + ".png";
            case TILE -> "nebula/" + name(asset) + ".png";
            case SOUND -> "sounds/" + name(asset) + ".wav";
            case FONT -> name(asset);
        };
    }
}
