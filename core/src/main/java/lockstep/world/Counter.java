package lockstep.world;

/** The shared counters. Every lane but input adds to some of them, several to {@link #POINTS} and {@link #RUNS}. */
public enum Counter {
    /** Score won, plus one for each frame and ten for each asset decoded; three lanes add. */
    POINTS,
    /** Role runs: every run adds one. */
    RUNS,
    /** Physics ticks. */
    TICKS,
    /** Frames drawn. */
    FRAMES,
    /** Assets decoded. */
    DECODED;

    private static final Counter[] ALL = values();

    /** How many there are. */
    public static final int COUNT = ALL.length;

    /** The counter with that ordinal. */
    public static Counter of(int i) {
        return ALL[i];
    }

    /** The name in tables and files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
