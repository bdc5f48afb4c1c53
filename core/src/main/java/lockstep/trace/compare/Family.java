package lockstep.trace.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Related figures with their measurements in one run. */
sealed interface Family {
    /** The figures in the order of the table. */
    List<Compared> figures();

    /**
     * Compares with the same figures of another run {@code b}; {@code tooFew} says why there is no confidence interval, if so.
     */
    List<CompareRow> against(Family b, String tooFew);

    /** The rows if only one run has these figures; {@code first} if that is the first run. */
    List<CompareRow> alone(boolean first);

    private static CompareRow alone(Compared figure, double value, boolean first) {
        return CompareRow.without(figure, first ? value : Double.NaN, first ? Double.NaN : value,
            first ? "only in A" : "only in B");
    }

    /** An amount over time. */
    record Flow(Compared figure, Rate rate) implements Family {
        @Override
        public List<Compared> figures() {
            return List.of(figure);
        }

        private double value() {
            return rate.figures(once(rate))[0];
        }

        @Override
        public List<CompareRow> against(Family other, String tooFew) {
            Flow b = (Flow) other;
            if (tooFew != null || value() == 0 || b.value() == 0) {
                return List.of(CompareRow.without(figure, value(), b.value(),
                    tooFew != null ? tooFew : "none in " + (value() == 0 ? "A" : "B")));
            }
            Interval interval = Interval.ofRatio(BlockBootstrap.of(rate, 1), BlockBootstrap.of(b.rate, 2), 0, 0);
            return List.of(CompareRow.with(figure, value(), b.value(), interval));
        }

        @Override
        public List<CompareRow> alone(boolean first) {
            return List.of(Family.alone(figure, value(), first));
        }
    }

    /**
     * Quantiles and the maximum of durations.
     *
     * @param figures one for each figure of the distribution, then the maximum
     * @param quantiles the quantile on which each of them but the maximum depends
     * @param resolution relative width of a histogram's bucket
     */
    record Spread(List<Compared> figures, Distribution times, double[] quantiles, double resolution) implements Family {
        /** How many durations must lie above a quantile. */
        private static final int ABOVE = 5;

        private double[] values() {
            return times.count() == 0 ? new double[figures.size()]
                : Stream.of(times.figures(once(times)), new double[] {times.max()}).flatMapToDouble(Arrays::stream).toArray();
        }

        @Override
        public List<CompareRow> against(Family other, String tooFew) {
            Spread b = (Spread) other;
            long least = Math.min(times.count(), b.times.count());
            double[] va = values();
            double[] vb = b.values();
            boolean possible = tooFew == null && least > 0;
            BlockBootstrap ra = possible ? BlockBootstrap.of(times, 1) : null;
            BlockBootstrap rb = possible ? BlockBootstrap.of(b.times, 2) : null;
            return IntStream.range(0, figures.size()).mapToObj(i -> {
                Compared f = figures.get(i);
                if (i == quantiles.length) {
                    return CompareRow.without(f, va[i], vb[i], "a single value");
                }
                boolean enough = least * (1 - quantiles[i]) >= ABOVE;
                return possible && enough
                    ? CompareRow.with(f, va[i], vb[i], Interval.ofRatio(ra, rb, i, Math.max(resolution, b.resolution)))
                    : CompareRow.without(f, va[i], vb[i], tooFew != null ? tooFew : "too few for it");
            }).toList();
        }

        @Override
        public List<CompareRow> alone(boolean first) {
            double[] v = values();
            return IntStream.range(0, figures.size()).mapToObj(i -> Family.alone(figures.get(i), v[i], first)).toList();
        }
    }

    /** Rare events. */
    record Events(Compared figure, long[] events, long[] ns) implements Family {
        @Override
        public List<Compared> figures() {
            return List.of(figure);
        }

        private double value() {
            return new Rate(events, ns, 60e9).figures(once(new Rate(events, ns, 1)))[0];
        }

        @Override
        public List<CompareRow> against(Family other, String tooFew) {
            Events b = (Events) other;
            if (tooFew != null || value() == 0 && b.value() == 0) {
                return List.of(CompareRow.without(figure, value(), b.value(), tooFew));
            }
            double dispersion = Math.max(Dispersion.of(events, ns), Dispersion.of(b.events, b.ns));
            return List.of(CompareRow.with(figure, value(), b.value(),
                Interval.ofRareEvents(sum(events), sum(ns), sum(b.events), sum(b.ns), dispersion)));
        }

        private static double sum(long[] values) {
            return Arrays.stream(values).sum();
        }

        @Override
        public List<CompareRow> alone(boolean first) {
            return List.of(Family.alone(figure, value(), first));
        }
    }

    private static int[] once(Sample sample) {
        int[] weights = new int[sample.intervals()];
        Arrays.fill(weights, 1);
        return weights;
    }
}
