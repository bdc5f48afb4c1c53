package lockstep.sync;

/** What to do about a deadlock besides reporting it. */
public enum OnDeadlock {
    /** Nothing. */
    REPORT("report"),
    /** One lane of the cycle gives back what it holds and tries again. */
    BREAK("break"),
    /** The run ends in an orderly way with exit code 1. */
    EXIT("exit");

    private final String word;

    OnDeadlock(String word) {
        this.word = word;
    }

    /** The spelling on the command line. */
    public String word() {
        return word;
    }
}
