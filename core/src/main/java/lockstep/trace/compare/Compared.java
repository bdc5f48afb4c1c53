package lockstep.trace.compare;

/**
 * A figure by which two runs are compared.
 *
 * @param name for people, for example {@code render: work p99}
 * @param unit the unit of its value, for example {@code ms}
 * @param sense what a larger value means
 */
record Compared(String name, String unit, Sense sense) {
    /** What a larger value of a figure means. */
    enum Sense {
        /** A time: larger is slower. */
        TIME("slower", "faster"),
        /** A speed: larger is faster. */
        SPEED("faster", "slower"),
        /** An amount: larger is more. */
        AMOUNT("more", "less");

        private final String larger;
        private final String smaller;

        Sense(String larger, String smaller) {
            this.larger = larger;
            this.smaller = smaller;
        }

        /** The word for a ratio with this confidence interval. */
        String word(Interval ratio) {
            return !ratio.excludesOne() ? "no difference shown" : ratio.low() > 1 ? larger : smaller;
        }
    }
}
