package lockstep.trace;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * JSON on its way into a {@code script} element: no text in it can end the element, since {@code <} and control characters,
 * which occur in strings alone, are written as escapes.
 */
final class PageText extends FilterWriter {
    PageText(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        if (c < ' ' || c == '<') {
            out.write(String.format("\\u%04x", c));
        } else {
            out.write(c);
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
