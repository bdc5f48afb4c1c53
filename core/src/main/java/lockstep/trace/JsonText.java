package lockstep.trace;

import com.badlogic.gdx.utils.JsonWriter.OutputType;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Makes JSON valid in a file or a {@code script} element, whatever text it contains. libGDX's writer does not escape most control
 * characters, which is not valid JSON. Here they are escaped, and so are unpaired surrogates and {@code <}, which could end the
 * element. All of these occur only inside strings.
 */
public final class JsonText extends FilterWriter {
    /** Writes escaped JSON to {@code out}. */
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
