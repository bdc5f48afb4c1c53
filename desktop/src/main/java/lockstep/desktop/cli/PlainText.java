package lockstep.desktop.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import lockstep.files.OneLine;

/**
 * Makes text safe for a terminal, whatever file names, devices or exceptions put into a message. Of the characters that
 * {@link OneLine} replaces, only tabs and line ends stay. One thread at a time, as under a {@link PrintStream}.
 */
public final class PlainText extends FilterOutputStream {
    private static final Pattern KEPT = Pattern.compile("\t|\r?\n");

    private final Charset charset;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();

    private PlainText(OutputStream out, Charset charset) {
        super(out);
        this.charset = charset;
    }

    /** A stream that prints to {@code out} in {@code charset} and flushes after each print. */
    public static PrintStream on(OutputStream out, Charset charset) {
        return new PrintStream(new PlainText(out, charset), true, charset);
    }

    @Override
    public void write(int b) {
        unsent.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        unsent.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        out.write(plain(unsent.toString(charset)).getBytes(charset));
        unsent.reset();
        out.flush();
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (var kept = KEPT.matcher(text); kept.find(); from = kept.end()) {
            plain.append(OneLine.of(text.substring(from, kept.start()))).append(kept.group());
        }
        return plain.append(OneLine.of(text.substring(from))).toString();
    }
}
