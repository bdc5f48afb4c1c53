package lockstep.desktop.window;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Receives GLFW's error messages. They are kept while the window opens, so that a failure becomes one readable line instead of
 * stack traces, and passed on to stderr after that. Main thread only, where GLFW reports.
 */
final class WindowErrors {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean passing;

    PrintStream stream() {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int b) {
                if (passing) {
                    System.err.write(b);
                } else {
                    kept.write(b);
                }
            }
        }, true, StandardCharsets.UTF_8);
    }

    void passOn() {
        passing = true;
    }

    /** The description in the last message kept, or {@code otherwise}. */
    String reason(String otherwise) {
        String reason = otherwise;
        for (String line : kept.toString(StandardCharsets.UTF_8).split("\\R")) {
            int at = line.indexOf("Description : ");
            if (at >= 0) {
                reason = line.substring(at + "Description : ".length()).strip();
            }
        }
        return reason;
    }
}
