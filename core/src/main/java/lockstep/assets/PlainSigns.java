package lockstep.assets;

import com.badlogic.gdx.graphics.g2d.BitmapFont.BitmapFontData;

/**
 * Which plain sign is drawn for each sign of {@link Glyphs#CHARACTERS} that a font has no glyph for: {@code <} for an
 * arrow to the left.
 */
public final class PlainSigns {
    /** Each character followed by its replacement. */
    private static final String PAIRS = "×x÷/→>←<↑^↓v….–-—-°o±~µu·.≥>≤<≈~ΔD✓v✗x●*○o■#□#▲^▼v▶>►>◀<◄<█#▉#▊#▋#▌#▍#▎#▏#▁_▂_▃_▄#▅#▆#▇#"
        + "│|─-┌+┐+└+┘+├+┤+┬+┴+┼+«<»>’'‘'“\"”\"•*";

    private PlainSigns() {
    }

    /** Gives each character without a glyph in {@code font} the glyph of its replacement. */
    public static void addTo(BitmapFontData font) {
        for (int i = 0; i < PAIRS.length(); i += 2) {
            char sign = PAIRS.charAt(i);
            if (font.getGlyph(sign) == null) {
                font.setGlyph(sign, font.getGlyph(PAIRS.charAt(i + 1)));
            }
        }
    }
}
