package lockstep.desktop.doctor;

/**
 * By how much one kind of run exceeds another, from paired runs.
 *
 * @param mean mean of the differences
 * @param half95 half the width of its 95 % confidence interval
 */
record Difference(double mean, double half95) {
    /** How many pairs are needed. */
    static final int PAIRS = 5;
    /** Student's t, two-sided 95 %, for {@code PAIRS - 1} degrees of freedom. */
    private static final double T_95 = 2.776;

    static Difference of(double[] these, double[] those) {
        if (these.length != PAIRS || those.length != PAIRS) {
            throw new IllegalArgumentException(
                PAIRS + " pairs are needed, not " + these.length + " and " + those.length + " runs");
        }
        double mean = 0;
        for (int i = 0; i < PAIRS; i++) {
            mean += (these[i] - those[i]) / PAIRS;
        }
        double squares = 0;
        for (int i = 0; i < PAIRS; i++) {
            double off = these[i] - those[i] - mean;
            squares += off * off;
        }
        return new Difference(mean, T_95 * Math.sqrt(squares / (PAIRS - 1) / PAIRS));
    }
}
