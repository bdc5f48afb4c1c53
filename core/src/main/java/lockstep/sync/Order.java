package lockstep.sync;

/** In which order a scope takes several region guards. */
public enum Order {
    /** By region number; cannot deadlock. */
    SORTED("sorted"),
    /** As each role's code names them; can deadlock. */
    AS_WRITTEN("as-written");

    private final String word;

    Order(String word) {
        this.word = word;
    }

    /** The spelling in topology files and on the command line. */
    public String word() {
        return word;
    }
}
