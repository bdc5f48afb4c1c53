package lockstep.replay;

import java.io.IOException;

/** Thrown for a file that cannot be replayed; the message is one line for people. */
public final class BadRecordingException extends IOException {
    BadRecordingException(String message) {
        super(message);
    }
}
