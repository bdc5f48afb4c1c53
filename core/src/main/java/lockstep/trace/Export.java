package lockstep.trace;

import java.io.IOException;
import java.util.function.Consumer;
import lockstep.session.Session;

/**
 * A file that a run leaves behind. The process main thread calls {@link #begin} before the lanes start, then
 * {@link #end} once after they were joined, or {@link #abandon} if there is no run after all. What a failure while the game
 * runs means is told once, to {@code tell}; the game goes on, and what was written stays readable.
 */
public interface Export {
    /** Makes ready; {@code tell} takes one line for people, from any thread. */
    void begin(Session session, Consumer<String> tell) throws IOException;

    /**
     * Completes the file.
     *
     * @throws IOException with one line that names the file and says what went wrong, or {@link #told}
     */
    void end(Session session, About about) throws IOException;

    /** There is no run after all: ends what {@link #begin} began, and the part of a file that was begun is gone. */
    default void abandon() throws IOException {
    }

    /** A failure of which there is nothing left to say: it was told while the game ran. */
    static IOException told() {
        return new IOException((String) null);
    }
}
