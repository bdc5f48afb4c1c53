package lockstep.overlay.draw;

import com.badlogic.gdx.graphics.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks text into lines. Rendering lane; allocates. */
public final class Wrapping {
    private Wrapping() {
    }

    /**
     * Lays out {@code text} from {@code x}, broken between words, in at most {@code most} lines of {@code pitch} px. The first is
     * centred at {@code middle}; the last is truncated if it is too long.
     */
    public static void wrap(TextSheet sheet, String text, float x, float middle, float width, float pitch, int most,
                            Color color) {
        List<String> lines = lines(text, width, most, sheet::width);
        for (int i = 0; i < lines.size(); i++) {
            sheet.addCut(lines.get(i), x, middle - pitch * i, width, color);
        }
    }

    /**
     * Breaks a text between words into lines at most {@code width} wide; at most {@code most} lines, the last with all the rest.
     */
    public static List<String> lines(String text, float width, int most, ToDoubleFunction<String> widthOf) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && lines.size() < most - 1 && widthOf.applyAsDouble(longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
