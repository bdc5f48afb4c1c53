package lockstep.assets;

/** The typefaces, whose font files are on the class path. */
public enum Typeface {
    /** Inter regular. */
    WORDS("inter/Inter-Regular.otf"),
    /** Inter semi-bold. */
    BOLD("inter/Inter-SemiBold.otf"),
    /** JetBrains Mono. */
    NUMBERS("jetbrains_mono/JetBrainsMono-Regular.ttf");

    private static final Typeface[] ALL = values();

    /** Class-path name of the font file. */
    final String resource;

    Typeface(String file) {
        resource = "com/formdev/flatlaf/fonts/" + file;
    }

    /** How many there are. */
    public static final int COUNT = ALL.length;

    /** The face with that ordinal. */
    public static Typeface of(int i) {
        return ALL[i];
    }
}
