package lockstep.files;

/** Makes any text safe to show in a one-line message. */
public final class OneLine {
    private static final int LONGEST_QUOTE = 40;

    private OneLine() {
    }

    /** The word in quotes, made safe by {@link #of} and shortened to 40 characters. */
    public static String quote(String word) {
        String shown = word.length() <= LONGEST_QUOTE ? word : word.substring(0, LONGEST_QUOTE) + "…";
        return "'" + of(shown) + "'";
    }

    /**
     * The text with a question mark for each character that a terminal would interpret or a reader could not see: control
     * characters (such as the one that begins an escape sequence), line separators, direction marks and unpaired surrogates.
     */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "?");
    }
}
