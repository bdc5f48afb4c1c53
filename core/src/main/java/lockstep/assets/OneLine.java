package lockstep.assets;

/** Makes any text safe to stand in a message of one line. */
public final class OneLine {
    private static final int LONGEST_QUOTE = 40;

    private OneLine() {
    }

    /** The word in quotes, shortened to 40 characters, control characters as question marks. */
    public static String quote(String word) {
        String shown = word.length() <= LONGEST_QUOTE ? word : word.substring(0, LONGEST_QUOTE) + "…";
        return "'" + of(shown) + "'";
    }

    /** The text with every control character and line separator replaced by a question mark. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\ud800-\\udfff]", "?");
    }
}
