package lockstep.desktop;

/** What the user asked for cannot be done: one line that says why, one that says what to try. Exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** @param hint the command to try, for example {@code lockstep topologies}; null for the command's own help */
    UsageException(String message, String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    UsageException(String message) {
        this(message, null);
    }

    String hint() {
        return hint;
    }
}
