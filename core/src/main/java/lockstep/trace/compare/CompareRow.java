package lockstep.trace.compare;

/**
 * One figure of two runs.
 *
 * @param a its value in the first run; NaN if it has none
 * @param b its value in the second run; NaN if it has none
 * @param interval 95 % confidence interval of {@code b / a}, or null
 * @param word the conclusion, or why there is none
 */
record CompareRow(Compared figure, double a, double b, Interval interval, String word) {
    /** A row without an interval; {@code why} says the reason. */
    static CompareRow without(Compared figure, double a, double b, String why) {
        return new CompareRow(figure, a, b, null, why);
    }

    static CompareRow with(Compared figure, double a, double b, Interval interval) {
        return new CompareRow(figure, a, b, interval, figure.sense().word(interval));
    }

    /** True if it occurred in neither run. */
    boolean nothing() {
        return !(a != 0 && !Double.isNaN(a)) && !(b != 0 && !Double.isNaN(b));
    }
}
