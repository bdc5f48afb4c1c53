package lockstep.view.art;

import com.badlogic.gdx.graphics.Color;

/** The colours of the game. Shared; must not be changed. */
public final class GamePalette {
    public static final Color WHITE = new Color(1, 1, 1, 1);
    public static final Color SPACE = Color.valueOf("0B1020");
    public static final Color SHIP = Color.valueOf("D9D9FF");
    public static final Color SHOT = Color.valueOf("FFEC35");
    static final Color ROCK = Color.valueOf("8A7B86");
    public static final Color DUST = Color.valueOf("B8A9B2");
    public static final Color TOKEN = Color.valueOf("65DFB3");
    public static final Color DANGER = Color.valueOf("D06221");
    /** Danger, bright enough for thin lines over rocks. */
    public static final Color TORN = Color.valueOf("FF7A2E");
    public static final Color EMBER = Color.valueOf("FFA24C");
    public static final Color SHIELD = Color.valueOf("247CFF");
    public static final Color FLAME = Color.valueOf("7A6BFF");
    /** Words and numbers, from the most to the least prominent. */
    public static final Color TEXT = Color.valueOf("F1F2FF");
    public static final Color QUIET = Color.valueOf("A9B2D6");
    public static final Color FAINT = Color.valueOf("66709A");
    public static final Color PANEL = Color.valueOf("080C19");
    public static final Color LINE = Color.valueOf("39446F");

    private GamePalette() {
    }
}
