package lockstep.trace;

import java.io.IOException;
import java.util.function.Consumer;
import lockstep.session.Session;

/**
 * A file that a run leaves behind. The process main thread calls {@link #begin} before the lanes start, then {@link #end} once
 * after they were joined, or {@link #abandon} if there is no run after all. A failure while the game runs is reported once, to
 * {@code tell}; the game goes on, and what was written stays readable.
 */
public interface Export {
    /** Prepares the file; {@code tell} receives one line for people on any thread. */
    void begin(Session session, Consumer<String> tell) throws IOException;

    /**
     * Completes the file.
     *
     * @throws IOException with one line that names the file and says what went wrong, or {@link #told}
     */
    void end(Session session, About about) throws IOException;

    /** Undoes {@link #begin} if there is no run after all; no part of a file is left. */
    default void abandon() throws IOException {
    }

    /** A failure that was already reported while the game ran; it has no message. */
    static IOException told() {
        return new IOException((String) null);
    }
}
