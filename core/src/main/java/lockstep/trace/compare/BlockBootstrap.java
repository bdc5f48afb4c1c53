package lockstep.trace.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Resamples a run's intervals in blocks. Frames near each other are alike, a slow second follows a slow second; drawing single
 * ones would take them for independent and make intervals far too narrow. Blocks of neighbours keep what is alike together:
 * the moving-block bootstrap (Künsch 1989, "The jackknife and the bootstrap for general stationary observations"), here with
 * the series closed to a circle (Politis and Romano 1992), so that the ends are drawn as often as the middle. It takes the run
 * for stationary: a start that is slow once is drawn like anything else.
 *
 * <p>How much of the promised 95 % is held was measured with pairs of made-up runs: 94 to 96 % where intervals are independent;
 * where each is alike to the one before by 0.5, 81 % with 10 intervals, 88 % with 60, 92 % with 300; by 0.8, 59, 83 and 90 %.
 * Single intervals in place of blocks hold some 74 % at 0.5 and 45 to 50 % at 0.8, however many they are.
 *
 * @param figures by figure, its value in each resample
 * @param blocks  how many blocks the run has: what stands for the number of independent observations
 */
record BlockBootstrap(double[][] figures, double blocks) {
    static final int RESAMPLES = 2_000;

    /** Resamples with blocks as long as the sample asks for; the same seed gives the same. */
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
