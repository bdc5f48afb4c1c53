package lockstep.desktop.cli;

/** Thrown if what the user asked for cannot be done: one line that says why, one that says what to try. Exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String command;

    /**
     * @param command the command to try, for example {@code topologies}; null for the help of the command that was given
     */
    public UsageException(String message, String command) {
        super(message, null, false, false);
        this.command = command;
    }

    /** Suggests the help of the command that was given. */
    public UsageException(String message) {
        this(message, null);
    }

    /** The command to try, or null. */
    String command() {
        return command;
    }
}
