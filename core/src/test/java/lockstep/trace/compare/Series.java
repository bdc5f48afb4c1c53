package lockstep.trace.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lockstep.time.TimeCounts;
import org.HdrHistogram.Histogram;

/** Made-up runs. */
final class Series {
    private Series() {
    }

    /** A rate around {@code mean} whose intervals are each {@code alike} times the one before, and the rest chance. */
    static Rate rate(Random random, int n, double mean, double alike) {
        long[] amounts = new long[n];
        double x = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            amounts[i] = Math.round(1e6 * mean * (1 + 0.1 * x));
            x = alike * x + Math.sqrt(1 - alike * alike) * random.nextGaussian();
        }
        return new Rate(amounts, filled(n), 1);
    }

    /** Exposures of a million each. */
    static long[] filled(int n) {
        long[] all = new long[n];
        Arrays.fill(all, 1_000_000);
        return all;
    }

    /** Sixty frame times in each interval, with a long tail; the median is {@code ms}. */
    static List<TimeCounts> frames(Random random, int n, double ms) {
        List<TimeCounts> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Histogram h = histogram();
            for (int f = 0; f < 60; f++) {
                h.recordValue(Math.round(ms * 1e6 * Math.exp(0.2 * random.nextGaussian())));
            }
            all.add(TimeCounts.of(h));
        }
        return all;
    }

    static Histogram histogram() {
        return new Histogram(1_000, 60_000_000_000L, 3);
    }
}
