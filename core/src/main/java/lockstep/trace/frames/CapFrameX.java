package lockstep.trace.frames;

import java.util.Arrays;

/**
 * CapFrameX's figures of frame times in ms. Immutable. A figure is NaN if there are too few frames.
 *
 * <p>Source: CapFrameX, {@code FrametimeStatisticProvider}, {@code SampleBasedMovingAverage} and {@code TimeBasedMovingAverage},
 * without the rounding for display.
 */
final class CapFrameX {
    static final double STUTTER_FACTOR = 2.5;
    static final double LOW_FPS = 25;
    static final double WINDOW_MS = 500;
    private static final double OUTLIER_FACTOR = 3;

    private final double[] ms;
    private final double[] sorted;
    private final double[] sortedFps;
    private final double sum;

    CapFrameX(double[] ms) {
        this.ms = ms;
        int n = ms.length;
        sorted = ms.clone();
        Arrays.sort(sorted);
        sortedFps = new double[n];
        for (int i = 0; i < n; i++) {
            sortedFps[i] = 1000 / sorted[n - 1 - i];
        }
        sum = Arrays.stream(ms).sum();
    }

    /** The quantile of the FPS of single frames. */
    double fpsQuantile(double share) {
        return quantile(sortedFps, share);
    }

    /** Median-unbiased quantile of a sorted array: MathNet's default, R's type 8. */
    static double quantile(double[] ascending, double share) {
        int n = ascending.length;
        if (n == 0) {
            return Double.NaN;
        }
        double h = (n + 1 / 3.0) * share + 1 / 3.0;
        int below = (int) h;
        if (below <= 0) {
            return ascending[0];
        }
        if (below >= n) {
            return ascending[n - 1];
        }
        return ascending[below - 1] + (h - below) * (ascending[below] - ascending[below - 1]);
    }

    /** FPS of the mean of the frame times at or above their quantile of {@code 1 - share}. */
    double lowAverageFps(double share) {
        double threshold = quantile(sorted, 1 - share);
        return 1000 / Arrays.stream(ms).filter(t -> t >= threshold).average().orElse(Double.NaN);
    }

    /** FPS of the frame at which the sum of frame times, from the slowest on, reaches {@code share} of all time. */
    double lowIntegralFps(double share) {
        double slow = 0;
        for (int i = sorted.length - 1; i >= 0; i--) {
            slow += sorted[i];
            if (slow >= sum * share || i == 0) {
                return 1000 / sorted[i];
            }
        }
        return Double.NaN;
    }

    /** Share of time, in percent, in frames that took more than 2.5 times their moving average. */
    double stutterPercent() {
        double[] average = movingAverage();
        double stutter = 0;
        for (int i = 0; i < ms.length; i++) {
            stutter += isStutter(ms[i], average[i]) ? ms[i] : 0;
        }
        return 100 * stutter / sum;
    }

    /** Share of time, in percent, in frames under 25 FPS that are not stutter. */
    double lowFpsPercent() {
        double[] average = movingAverage();
        double low = 0;
        for (int i = 0; i < ms.length; i++) {
            low += !isStutter(ms[i], average[i]) && 1000 / ms[i] < LOW_FPS ? ms[i] : 0;
        }
        return 100 * low / sum;
    }

    private static boolean isStutter(double ms, double average) {
        return ms > STUTTER_FACTOR * average;
    }

    /**
     * The moving average over the last round(10 sqrt(mean ms)) frames; a frame of more than 3 times its predecessor counts as
     * that predecessor.
     */
    private double[] movingAverage() {
        int n = ms.length;
        int window = Math.max(1, (int) Math.rint(Math.sqrt(sum / n) * 10));
        double[] entered = new double[n];
        double[] average = new double[n];
        double inWindow = 0;
        for (int i = 0; i < n; i++) {
            entered[i] = i > 0 && ms[i] > OUTLIER_FACTOR * ms[i - 1] ? ms[i - 1] : ms[i];
            inWindow += entered[i] - (i >= window ? entered[i - window] : 0);
            average[i] = inWindow / Math.min(i + 1, window);
        }
        return average;
    }

    /**
     * Standard deviation (with n - 1) of the FPS of single frames from their moving average over the last 500 ms. The published
     * source sums FPS, not ms, up to 500; this follows its documentation.
     */
    double adaptiveDeviationFps() {
        int n = ms.length;
        double squares = 0;
        double windowMs = 0;
        double windowFps = 0;
        int first = 0;
        for (int i = 0; i < n; i++) {
            windowMs += ms[i];
            windowFps += 1000 / ms[i];
            while (windowMs - ms[first] >= WINDOW_MS) {
                windowMs -= ms[first];
                windowFps -= 1000 / ms[first];
                first++;
            }
            double residual = 1000 / ms[i] - windowFps / (i - first + 1);
            squares += residual * residual;
        }
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
    }
}
