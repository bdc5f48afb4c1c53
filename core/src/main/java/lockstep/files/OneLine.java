package lockstep.files;

/** Makes any text safe to stand in a message of one line. */
public final class OneLine {
    private static final int LONGEST_QUOTE = 40;

    private OneLine() {
    }

    /** The word in quotes, shortened to 40 characters, as {@link #of} shows it. */
    public static String quote(String word) {
        String shown = word.length() <= LONGEST_QUOTE ? word : word.substring(0, LONGEST_QUOTE) + "…";
        return "'" + of(shown) + "'";
    }

    /**
     * The text with a question mark for each character that a terminal would obey or a reader not see: control characters,
     * such as the one that begins an escape sequence, line separators, those that turn the direction of what follows, and
     * half characters.
     */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "?");
    }
}
