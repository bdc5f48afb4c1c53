package lockstep.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;

/** Words laid out below each other in a panel. Rendering lane; allocates. */
final class Wrapping {
    private final StringBuilder line = new StringBuilder();

    /**
     * Writes {@code text} from x on, broken between words, at most {@code most} lines of {@code pitch} px; the first is
     * centred at {@code middle}. Returns how many lines it took.
     */
    int wrap(TextSheet sheet, String text, float x, float middle, float width, float pitch, int most, Color color) {
        int lines = 0;
        line.setLength(0);
        for (String word : text.split(" ")) {
            int before = line.length();
            line.append(before == 0 ? "" : " ").append(word);
            if (before > 0 && lines < most - 1 && sheet.width(line) > width) {
                line.setLength(before);
                sheet.add(line, x, middle - pitch * lines++, Align.left, color);
                line.setLength(0);
                line.append(word);
            }
        }
        sheet.addCut(line, x, middle - pitch * lines++, width, color);
        return lines;
    }
}
