package lockstep.trace.compare;

/** Thrown for a file that is not a summary of this program. The message is one line that names the file and what is missing. */
public final class BadSummaryException extends Exception {
    private static final long serialVersionUID = 1L;

    BadSummaryException(String message) {
        super(message);
    }
}
