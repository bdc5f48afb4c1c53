package lockstep.trace;

import com.badlogic.gdx.utils.JsonWriter.OutputType;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * JSON on its way into a file or a {@code script} element, whatever text is in it: libGDX's writer leaves most control
 * characters as they are, which is no JSON. They, half characters and {@code <}, with which a text could end the element,
 * occur in strings alone and are written as escapes.
 */
public final class JsonText extends FilterWriter {
    public JsonText(Writer out) {
        super(out);
    }

    /** A text in quotes. */
    public static String quote(String text) {
        StringBuilder escaped = new StringBuilder();
        OutputType.json.quoteValue(text).chars().forEach(c -> {
            if (plain(c)) {
                escaped.append((char) c);
            } else {
                escaped.append(escape(c));
            }
        });
        return escaped.toString();
    }

    private static boolean plain(int c) {
        return !Character.isISOControl(c) && !Character.isSurrogate((char) c) && c != '<';
    }

    private static String escape(int c) {
        return String.format("\\u%04x", c);
    }

    @Override
    public void write(int c) throws IOException {
        if (plain(c)) {
            out.write(c);
        } else {
            out.write(escape(c));
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }
}
