package lockstep.trace.compare;

/** A file is no summary of ours: one line that names it and says what is missing. */
public final class BadSummaryException extends Exception {
    private static final long serialVersionUID = 1L;

    BadSummaryException(String message) {
        super(message);
    }
}
