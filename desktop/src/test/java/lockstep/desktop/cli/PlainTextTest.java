package lockstep.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final PrintStream out = PlainText.on(seen, StandardCharsets.UTF_8);

    private String seen() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noTerminalObeysWhatIsPrinted() {
        out.println("\u001b[31mred\u0007\b\u007f \u009b31m \r over \u202eright\u202c");
        assertEquals("?[31mred??? ?31m ? over ?right?" + System.lineSeparator(), seen());
    }

    @Test
    void tabsLinesAndAllScriptsStay() {
        out.print("a\tb\r\nc\n\n\u00fc \u65e5\u672c \ud83d\ude80 … \u0645\u06cc\u200c\u0634\u0648\u062f");
        assertEquals("a\tb\r\nc\n\n\u00fc \u65e5\u672c \ud83d\ude80 … \u0645\u06cc\u200c\u0634\u0648\u062f", seen());
    }

    @Test
    void whatIsPrintedIsSeenAtOnceHoweverItIsPrinted() {
        out.print("a");
        assertEquals("a", seen());
        out.write(new byte[] {'b'}, 0, 1);
        assertEquals("ab", seen());
        new PrintWriter(out, true).println("c");
        assertEquals("abc" + System.lineSeparator(), seen());
    }

    @Test
    void aStackTraceKeepsItsLines() {
        new IllegalStateException("\u001b[2Jgone").printStackTrace(out);
        assertTrue(seen().startsWith("java.lang.IllegalStateException: ?[2Jgone" + System.lineSeparator() + "\tat "), this::seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "US-ASCII", "windows-1252"})
    void otherCharsetsAreSafeToo(String charset) {
        PrintStream narrow = PlainText.on(seen, Charset.forName(charset));
        narrow.print("\u001b[31m\u009b31m a");
        for (byte b : seen.toByteArray()) {
            assertTrue(b >= ' ' && b < 0x7f, seen::toString);
        }
    }
}
