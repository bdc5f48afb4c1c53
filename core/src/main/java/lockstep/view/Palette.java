package lockstep.view;

import com.badlogic.gdx.graphics.Color;

/** The colours of the game. Shared: nobody changes them. */
final class Palette {
    static final Color WHITE = new Color(1, 1, 1, 1);
    static final Color SPACE = Color.valueOf("0B1020");
    static final Color SHIP = Color.valueOf("D9D9FF");
    static final Color SHOT = Color.valueOf("FFEC35");
    static final Color ROCK = Color.valueOf("8A7B86");
    static final Color DUST = Color.valueOf("B8A9B2");
    static final Color TOKEN = Color.valueOf("65DFB3");
    static final Color DANGER = Color.valueOf("D06221");
    /** Danger, bright enough for thin lines over rocks. */
    static final Color TORN = Color.valueOf("FF7A2E");
    static final Color EMBER = Color.valueOf("FFA24C");
    static final Color SHIELD = Color.valueOf("247CFF");
    static final Color FLAME = Color.valueOf("7A6BFF");
    /** Words and numbers, from what matters to what is there when looked for. */
    static final Color TEXT = Color.valueOf("F1F2FF");
    static final Color QUIET = Color.valueOf("A9B2D6");
    static final Color FAINT = Color.valueOf("66709A");
    static final Color PANEL = Color.valueOf("080C19");
    static final Color LINE = Color.valueOf("39446F");

    private Palette() {
    }
}
