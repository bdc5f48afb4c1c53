package lockstep.trace.compare;

/**
 * A figure that two runs are compared by.
 *
 * @param name  for people, for example {@code render: work p99}
 * @param unit  of its value, for example {@code ms}
 * @param sense what a larger value is
 */
record Compared(String name, String unit, Sense sense) {
    /** What a larger value of a figure is. */
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

        /** The word for a ratio that lies there. */
        String word(Interval ratio) {
            return !ratio.excludesOne() ? "no difference shown" : ratio.low() > 1 ? larger : smaller;
        }
    }
}
