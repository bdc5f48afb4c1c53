package lockstep.trace.compare;

/** How strongly events are clustered in bursts. */
final class Dispersion {
    private Dispersion() {
    }

    /**
     * Variance over mean of the events in blocks of intervals, by Pearson's statistic; at least 1, the value of a Poisson
     * process. {@link BlockLength} chooses the length of the blocks.
     */
    static double of(long[] events, long[] ns) {
        int n = events.length;
        int length = BlockLength.of(Rate.residuals(events, ns));
        int blocks = n / length;
        double allEvents = 0;
        double allNs = 0;
        for (int i = 0; i < blocks * length; i++) {
            allEvents += events[i];
            allNs += ns[i];
        }
        if (allEvents == 0 || blocks < 2) {
            return 1;
        }
        double chi = 0;
        for (int k = 0; k < blocks; k++) {
            double seen = 0;
            double expected = 0;
            for (int i = k * length; i < (k + 1) * length; i++) {
                seen += events[i];
                expected += allEvents * ns[i] / allNs;
            }
            chi += (seen - expected) * (seen - expected) / expected;
        }
        return Math.max(1, chi / (blocks - 1));
    }
}
