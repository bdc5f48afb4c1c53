package lockstep.trace.compare;

/**
 * How many consecutive intervals are drawn together, so that a resample preserves their correlation: the automatic choice of
 * Politis and White (2004) for the circular block bootstrap, as corrected by Patton, Politis and White (2009).
 */
final class BlockLength {
    private BlockLength() {
    }

    /**
     * The block length: at least 2, because neighbouring intervals of a run are never assumed independent; at most a third of the
     * series.
     */
    static int of(double[] series) {
        int n = series.length;
        int most = (int) Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
        int quiet = Math.max(5, (int) Math.ceil(Math.sqrt(Math.log10(n))));
        int lags = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + quiet);
        double[] r = covariances(series, lags);
        if (r[0] <= 0) {
            return 2;
        }
        int m = Math.min(lags, 2 * lastSignificant(r, quiet, 2 * Math.sqrt(Math.log10(n) / n)));
        double g = 0;
        double spectrum = r[0];
        for (int k = 1; k <= m; k++) {
            double window = Math.min(1, 2 * (1 - (double) k / m));
            g += 2 * window * k * r[k];
            spectrum += 2 * window * r[k];
        }
        double length = spectrum <= 0 ? most : Math.cbrt(2 * g * g / (4.0 / 3 * spectrum * spectrum) * n);
        return (int) Math.max(2, Math.min(most, Math.ceil(length)));
    }

    /** The lag after which {@code quiet} insignificant lags follow; if there is none, the last significant lag. */
    private static int lastSignificant(double[] r, int quiet, double chance) {
        int last = 0;
        for (int k = 1; k < r.length; k++) {
            if (Math.abs(r[k] / r[0]) >= chance) {
                last = k;
            } else if (k - last >= quiet) {
                break;
            }
        }
        return last;
    }

    private static double[] covariances(double[] series, int lags) {
        int n = series.length;
        double mean = 0;
        for (double x : series) {
            mean += x / n;
        }
        double[] r = new double[lags + 1];
        for (int k = 0; k <= lags; k++) {
            for (int i = k; i < n; i++) {
                r[k] += (series[i] - mean) * (series[i - k] - mean) / n;
            }
        }
        return r;
    }
}
