package lockstep.trace.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Resamples a run's intervals in blocks. Neighbouring intervals are correlated: a slow second follows a slow second. Drawing
 * single intervals would treat them as independent and make confidence intervals far too narrow. Blocks of neighbours preserve
 * the correlation: the moving-block bootstrap (Künsch 1989, "The jackknife and the bootstrap for general stationary
 * observations"), here with the series closed to a circle (Politis and Romano 1992), so that the ends are drawn as often as the
 * middle. It assumes a stationary run: a slow start is drawn like any other part.
 *
 * <p>The actual coverage of the nominal 95 % was measured with pairs of simulated runs: 94 to 96 % for independent intervals;
 * with an autocorrelation of 0.5, 81 % with 10 intervals, 88 % with 60, 92 % with 300; with 0.8, 59, 83 and 90 %. Single
 * intervals in place of blocks cover about 74 % at 0.5 and 45 to 50 % at 0.8, whatever their number.
 *
 * @param figures by figure, its value in each resample
 * @param blocks how many blocks the run has; serves as the number of independent observations
 */
record BlockBootstrap(double[][] figures, double blocks) {
    static final int RESAMPLES = 2_000;

    /** Resamples with blocks whose length is chosen from the sample; deterministic for a seed. */
    static BlockBootstrap of(Sample sample, long seed) {
        int length = sample.influence().stream().mapToInt(BlockLength::of).max().orElseThrow();
        return of(sample, length, seed);
    }

    /** Resamples with blocks of {@code length} intervals. */
    static BlockBootstrap of(Sample sample, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = sample.intervals();
        int[] weights = new int[n];
        double[][] figures = null;
        for (int r = 0; r < RESAMPLES; r++) {
            draw(weights, length, random);
            double[] values = sample.figures(weights);
            if (figures == null) {
                figures = new double[values.length][RESAMPLES];
            }
            for (int f = 0; f < values.length; f++) {
                figures[f][r] = values[f];
            }
        }
        return new BlockBootstrap(figures, (double) n / length);
    }

    private static void draw(int[] weights, int length, SplittableRandom random) {
        int n = weights.length;
        Arrays.fill(weights, 0);
        for (int drawn = 0; drawn < n; drawn += length) {
            int start = random.nextInt(n);
            for (int i = 0; i < Math.min(length, n - drawn); i++) {
                weights[(start + i) % n]++;
            }
        }
    }
}
