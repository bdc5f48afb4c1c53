package lockstep.trace.compare;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** A 95 % confidence interval of a ratio; {@code high} may be infinite. */
record Interval(double low, double high) {
    private static final double ALPHA = 0.05;
    private static final double SHOWN = 0.0005;

    /** True if it lies wholly on one side of 1, also when rounded to three decimals. */
    boolean excludesOne() {
        return low > 1 + SHOWN || high < 1 - SHOWN;
    }

    /**
     * Of the ratio of one figure of {@code b} to that of {@code a}: the percentile interval, expanded for few blocks as
     * Hesterberg has it ("What Teachers Should Know About the Bootstrap", 2015), with the degrees of freedom of Welch's
     * test. It is never narrower than what the figures tell apart: {@code resolution} is the relative width of a
     * histogram's bucket, or 0.
     */
    static Interval ofRatio(BlockBootstrap a, BlockBootstrap b, int figure, double resolution) {
        double[] ratios = new double[BlockBootstrap.RESAMPLES];
        for (int i = 0; i < ratios.length; i++) {
            double x = a.figures()[figure][i];
            double y = b.figures()[figure][i];
            ratios[i] = x == y ? 1 : y / x;
        }
        Arrays.sort(ratios);
        double freedom = freedom(variance(a.figures()[figure]), a.blocks() - 1, variance(b.figures()[figure]), b.blocks() - 1);
        double t = TDistribution.of(freedom).inverseSurvivalProbability(ALPHA / 2);
        double tail = NormalDistribution.of(0, 1).survivalProbability(t * Math.sqrt((freedom + 1) / freedom));
        int cut = (int) Math.floor(tail * ratios.length);
        return new Interval(ratios[cut] / (1 + resolution), ratios[ratios.length - 1 - cut] * (1 + resolution));
    }

    /** Degrees of freedom after Welch and Satterthwaite; the variances are of logarithms, because the figure is a ratio. */
    private static double freedom(double va, double na, double vb, double nb) {
        double sum = va + vb;
        boolean known = sum > 0 && Double.isFinite(sum);
        return known ? sum * sum / (va * va / na + vb * vb / nb) : Math.min(na, nb);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).map(Math::log).average().orElseThrow();
        return Arrays.stream(values).map(v -> (Math.log(v) - mean) * (Math.log(v) - mean)).average().orElseThrow();
    }

    /**
     * The interval of the ratio of two rates of rare events, {@code eventsB / timeB} to {@code eventsA / timeA}: the exact one
     * for two Poisson rates, by the share of {@code b} in all events (Przyborowski and Wilenski 1940; Clopper and Pearson's
     * limits). For events in bursts, counts are first divided by their {@code dispersion}, variance over mean (quasi-Poisson).
     * There must be at least one event.
     */
    static Interval ofRareEvents(double eventsA, double timeA, double eventsB, double timeB, double dispersion) {
        double a = eventsA / dispersion;
        double b = eventsB / dispersion;
        double low = b == 0 ? 0 : BetaDistribution.of(b, a + 1).inverseCumulativeProbability(ALPHA / 2);
        double high = a == 0 ? 1 : BetaDistribution.of(b + 1, a).inverseSurvivalProbability(ALPHA / 2);
        double times = timeA / timeB;
        return new Interval(low / (1 - low) * times, high == 1 ? Double.POSITIVE_INFINITY : high / (1 - high) * times);
    }
}
