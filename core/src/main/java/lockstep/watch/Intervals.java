package lockstep.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lockstep.time.TimeCounts;
import org.HdrHistogram.Histogram;

/**
 * A run cut into intervals of equal length, which shows how much each figure varies within the run. Intervals are one second long
 * at first. When there are {@value #MOST}, each two are merged, so that memory does not grow with the length of the run.
 *
 * <p>The process main thread names what is followed before the run, the meter's thread after that; the meter's thread also calls
 * {@link #read}. {@link #finish} and the getters are for after the meter's thread was joined.
 */
public final class Intervals {
    static final int MOST = 600;
    static final long SHORTEST_NS = 1_000_000_000L;

    /**
     * The name of a followed figure, as in the summary: group {@code lanes}, of {@code physics}, figure {@code guard_wait_ns}.
     */
    public record Name(String group, Supplier<String> of, String figure) {
        /** A figure of the whole run, not of one lane or role. */
        public Name(String group, String figure) {
            this(group, () -> "", figure);
        }
    }

    /** A growing total, kept as its value at the end of each interval. */
    public static final class Total {
        private final Name name;
        private final LongSupplier now;
        private final long[] at = new long[MOST + 1];

        private Total(Name name, LongSupplier now) {
            this.name = name;
            this.now = now;
        }

        /** The name of what it counts. */
        public Name name() {
            return name;
        }

        /** How much it grew in interval {@code interval}, from 0. */
        public long in(int interval) {
            return at[interval + 1] - at[interval];
        }

        private void read(int end) {
            at[end] = Math.max(end == 0 ? 0 : at[end - 1], now.getAsLong());
        }
    }

    /** Times of something that happens often, ns. */
    public static final class Times {
        private final Name name;
        private final Histogram recent;
        private final TimeCounts[] each = new TimeCounts[MOST];

        private Times(Name name, Histogram empty) {
            this.name = name;
            recent = empty;
            java.util.Arrays.fill(each, TimeCounts.EMPTY);
        }

        /** The name of what took these times. */
        public Name name() {
            return name;
        }

        /** The times in interval {@code interval}, from 0. */
        public TimeCounts in(int interval) {
            return each[interval];
        }

        /** An empty histogram that can hold them; not for the meter's thread. */
        public Histogram empty() {
            Histogram h = recent.copy();
            h.reset();
            return h;
        }

        /** Adds to the interval that runs; only the meter's thread. */
        public void add(Histogram more) {
            recent.add(more);
        }

        /** Adds to the interval that runs; only the meter's thread. */
        void add(TimeCounts more) {
            more.addTo(recent);
        }

        /** Adds one time in ns to the interval that runs; only the meter's thread. */
        public void add(long ns) {
            recent.recordValue(Math.min(Math.max(ns, recent.getLowestDiscernibleValue()), recent.getHighestTrackableValue()));
        }

        private void read(int interval) {
            each[interval] = each[interval].plus(TimeCounts.of(recent));
            recent.reset();
        }
    }

    private final List<Total> totals = new ArrayList<>();
    private final List<Times> times = new ArrayList<>();
    private final List<Runnable> readers = new ArrayList<>();
    private final long[] endNs = new long[MOST + 1];
    private long widthNs = SHORTEST_NS;
    private long dueNs;
    private int count;
    private boolean begun;

    /** Follows a total; one added during the run counts as 0 before that. */
    public void follow(Name name, LongSupplier total) {
        totals.add(new Total(name, total));
    }

    /** Follows times. {@code empty} is an empty histogram that can hold them and belongs to them from now on. */
    public Times follow(Name name, Histogram empty) {
        Times t = new Times(name, empty);
        times.add(t);
        return t;
    }

    /** Has the meter's thread call {@code reader} five times a second to add what is new to its {@link Times}. */
    public void reader(Runnable reader) {
        readers.add(reader);
    }

    /** Runs the readers and ends the current interval at {@code nowNs} if it is due. */
    void read(long nowNs) {
        readers.forEach(Runnable::run);
        if (!begun) {
            begun = true;
            begin(nowNs);
        } else if (nowNs >= dueNs) {
            cut(nowNs);
        }
    }

    private void begin(long nowNs) {
        endNs[0] = nowNs;
        totals.forEach(t -> t.read(0));
        due(nowNs);
    }

    /** Sets when the next interval ends: at the reading that is nearest to the next multiple of the width. */
    private void due(long nowNs) {
        long next = Math.round((nowNs - endNs[0]) / (double) widthNs) + 1;
        dueNs = endNs[0] + next * widthNs - Meter.PERIOD_MS * 500_000;
    }

    private void cut(long nowNs) {
        times.forEach(t -> t.read(count));
        end(nowNs);
        if (count == MOST) {
            halve();
        }
        due(nowNs);
    }

    private void end(long nowNs) {
        count++;
        endNs[count] = nowNs;
        totals.forEach(t -> t.read(count));
    }

    private void halve() {
        count = MOST / 2;
        widthNs *= 2;
        for (int i = 0; i < count; i++) {
            endNs[i + 1] = endNs[2 * i + 2];
            for (Total t : totals) {
                t.at[i + 1] = t.at[2 * i + 2];
            }
            for (Times t : times) {
                t.each[i] = t.each[2 * i].plus(t.each[2 * i + 1]);
            }
        }
        times.forEach(t -> java.util.Arrays.fill(t.each, count, MOST, TimeCounts.EMPTY));
    }

    /** Ends the run: the rest becomes an interval, or part of the last one if it is less than half as long. */
    void finish(long nowNs) {
        read(nowNs);
        if (endNs[count] == nowNs) {
            return;
        }
        if (count > 0 && nowNs - endNs[count] < widthNs / 2) {
            count--;
        }
        times.forEach(t -> t.read(count));
        end(nowNs);
    }

    /** How many intervals there are. */
    public int count() {
        return count;
    }

    /** Length of an interval, ns. */
    public long ns(int interval) {
        return endNs[interval + 1] - endNs[interval];
    }

    /** The totals followed. */
    public List<Total> totals() {
        return totals;
    }

    /** The times followed. */
    public List<Times> times() {
        return times;
    }
}
