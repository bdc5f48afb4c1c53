package lockstep.sync;

/** How many guards there are. */
public enum Granularity {
    /** One guard for all regions. */
    WORLD("world"),
    /** One guard for each region. */
    REGION("region");

    private final String word;

    Granularity(String word) {
        this.word = word;
    }

    /** The spelling in topology files and on the command line. */
    public String word() {
        return word;
    }
}
