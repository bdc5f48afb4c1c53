package lockstep.topology;

/** Thrown for a topology that cannot be used. The message is one line: where, what is wrong, and what would be right. */
public final class TopologyException extends Exception {
    private static final long serialVersionUID = 1L;

    TopologyException(String message) {
        super(message);
    }
}
