package lockstep.sync;

/** How long a lock is held. */
public enum Hold {
    /** Only while copying in or out. */
    COPY("copy"),
    /** For the role's whole tick; all guards that it needs are taken before any effect. */
    TICK("tick");

    private final String word;

    Hold(String word) {
        this.word = word;
    }

    /** The spelling in topology files and on the command line. */
    public String word() {
        return word;
    }
}
