package lockstep.trace.compare;

/**
 * One figure of two runs.
 *
 * @param a        in the first run; NaN if it has none
 * @param b        in the second
 * @param interval 95 % confidence interval of {@code b / a}, or null
 * @param word     what follows, or why nothing does
 */
record CompareRow(Compared figure, double a, double b, Interval interval, String word) {
    /** Without an interval, because of {@code why}. */
    static CompareRow without(Compared figure, double a, double b, String why) {
        return new CompareRow(figure, a, b, null, why);
    }

    static CompareRow with(Compared figure, double a, double b, Interval interval) {
        return new CompareRow(figure, a, b, interval, figure.sense().word(interval));
    }

    /** True if it occurred in neither. */
    boolean nothing() {
        return !(a != 0 && !Double.isNaN(a)) && !(b != 0 && !Double.isNaN(b));
    }
}
