package lockstep.topology;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word may have meant. */
public final class Nearest {
    private static final int SHORTEST_GUESS = 3;
    private static final int LONGEST_QUOTE = 40;

    private Nearest() {
    }

    /**
     * The end of a message about an unknown word: {@code "; did you mean 'x'? one of: x, y"}, without the question if no known
     * word is close.
     *
     * @param label what introduces the list, for example {@code one of}
     */
    public static String help(String word, String label, Collection<String> known) {
        String question = closest(word, known).map(best -> "; did you mean '" + best + "'? ").orElse("; ");
        return question + label + ": " + (known.isEmpty() ? "none" : String.join(", ", known));
    }

    /** The known word that is closest to a mistyped one, if any is close. */
    public static Optional<String> closest(String word, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, Math.min(word.length(), LONGEST_QUOTE) / 3) + 1;
        for (String candidate : known) {
            boolean guessable = word.length() >= SHORTEST_GUESS && word.length() <= LONGEST_QUOTE;
            int distance = guessable ? distance(word, candidate) : Integer.MAX_VALUE;
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Optimal string alignment distance: edits and swaps of neighbours count one each. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
