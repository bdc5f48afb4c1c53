package lockstep.desktop.window;

/** The window could not be opened; the message is one line for a person. */
public final class NoWindowException extends RuntimeException {
    NoWindowException(String message, Throwable cause) {
        super(message, cause);
    }
}
