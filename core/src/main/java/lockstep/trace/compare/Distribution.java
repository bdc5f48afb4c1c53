package lockstep.trace.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import lockstep.time.TimeCounts;

/** Durations in ns, by interval: their quantiles in ms and, as an optional last figure, the 1 % low average in 1/s. */
final class Distribution implements Sample {
    private final double[] quantiles;
    private final boolean low;
    private final long[] values;
    private final int[][] places;
    private final long[][] counts;
    private final long[] totals;

    /**
     * @param low true to add the 1 % low average, as in {@link lockstep.time.FrameLog#low1PercentFps}
     */
    Distribution(List<TimeCounts> each, double[] quantiles, boolean low) {
        this.quantiles = quantiles;
        this.low = low;
        values = each.stream().flatMapToLong(t -> LongStream.range(0, t.size()).map(i -> t.value((int) i))).sorted().distinct()
            .toArray();
        places = new int[each.size()][];
        counts = new long[each.size()][];
        totals = new long[each.size()];
        for (int k = 0; k < places.length; k++) {
            TimeCounts t = each.get(k);
            places[k] = new int[t.size()];
            counts[k] = new long[t.size()];
            for (int i = 0; i < t.size(); i++) {
                places[k][i] = Arrays.binarySearch(values, t.value(i));
                counts[k][i] = t.count(i);
                totals[k] += t.count(i);
            }
        }
    }

    @Override
    public int intervals() {
        return totals.length;
    }

    /** How many durations there are. */
    long count() {
        return LongStream.of(totals).sum();
    }

    /** The longest duration, ms. */
    double max() {
        return values.length == 0 ? 0 : values[values.length - 1] / 1e6;
    }

    @Override
    public double[] figures(int[] weights) {
        long[] sums = new long[values.length];
        long n = 0;
        for (int k = 0; k < weights.length; k++) {
            int w = weights[k];
            if (w > 0) {
                for (int i = 0; i < places[k].length; i++) {
                    sums[places[k][i]] += w * counts[k][i];
                }
                n += w * totals[k];
            }
        }
        double[] figures = new double[quantiles.length + (low ? 1 : 0)];
        for (int q = 0; q < quantiles.length; q++) {
            figures[q] = n == 0 ? 0 : values[place(sums, n, quantiles[q])] / 1e6;
        }
        if (low) {
            figures[quantiles.length] = n == 0 ? 0 : low(sums, place(sums, n, 0.99));
        }
        return figures;
    }

    private static int place(long[] sums, long n, double quantile) {
        long rank = Math.max(1, (long) Math.ceil(quantile * n - 1e-9));
        int at = 0;
        for (long below = sums[0]; below < rank; below += sums[at]) {
            at++;
        }
        return at;
    }

    private double low(long[] sums, int from) {
        double sum = 0;
        long n = 0;
        for (int i = from; i < sums.length; i++) {
            sum += (double) sums[i] * values[i];
            n += sums[i];
        }
        return 1e9 * n / sum;
    }

    /** The influence on a quantile is the share of durations above it; on the 1 % low, how far these are above it. */
    @Override
    public List<double[]> influence() {
        List<double[]> all = new ArrayList<>();
        int[] once = new int[totals.length];
        Arrays.fill(once, 1);
        double[] figures = figures(once);
        for (int q = 0; q < quantiles.length; q++) {
            all.add(above(figures[q] * 1e6, false));
        }
        if (low) {
            all.add(above(1e9 / figures[quantiles.length], true));
        }
        return all;
    }

    private double[] above(double ns, boolean distance) {
        long[] above = new long[totals.length];
        for (int k = 0; k < above.length; k++) {
            for (int i = 0; i < places[k].length; i++) {
                double by = values[places[k][i]] - ns;
                above[k] += by > 0.5 ? counts[k][i] * (distance ? (long) by : 1) : 0;
            }
        }
        return Rate.residuals(above, totals);
    }
}
