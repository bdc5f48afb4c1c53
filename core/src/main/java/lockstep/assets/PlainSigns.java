package lockstep.assets;

import com.badlogic.gdx.graphics.g2d.BitmapFont.BitmapFontData;

/**
 * Which plain sign is drawn for each sign of {@link Glyphs#CHARACTERS} that a font has no glyph for: {@code <} for an
 * arrow to the left.
 */
public final class PlainSigns {
    /** Each sign with the plain one behind it. */
    private static final String PAIRS = "×x÷/→>←<↑^↓v….–-—-°o±~µu·.≥>≤<≈~ΔD✓v✗x●*○o■#□#▲^▼v▶>►>◀<◄<█#▉#▊#▋#▌#▍#▎#▏#▁_▂_▃_▄#▅#▆#▇#"
        + "│|─-┌+┐+└+┘+├+┤+┬+┴+┼+«<»>’'‘'“\"”\"•*";

    private PlainSigns() {
    }

    /** From now on what the font has no glyph for is drawn with the glyph of its plain sign. */
    public static void addTo(BitmapFontData font) {
        for (int i = 0; i < PAIRS.length(); i += 2) {
            char sign = PAIRS.charAt(i);
            if (font.getGlyph(sign) == null) {
                font.setGlyph(sign, font.getGlyph(PAIRS.charAt(i + 1)));
            }
        }
    }
}
