package lockstep.sync;

/** How far physics may lead render. */
public enum BarrierMode {
    /** No meeting; each at its own rate. */
    FREE("free"),
    /** Batch b+1 starts after frame b has taken its snapshot. */
    PIPELINED("pipelined"),
    /** Batch b+1 starts after frame b's swap. */
    LOCKSTEP("lockstep");

    private final String word;

    BarrierMode(String word) {
        this.word = word;
    }

    /** The spelling in topology files and on the command line. */
    public String word() {
        return word;
    }
}
