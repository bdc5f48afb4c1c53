package lockstep.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lockstep.time.TimeCounts;
import org.HdrHistogram.Histogram;

/**
 * A run cut into intervals of equal length, so that it can be said how much each of its figures varies within it. They are
 * a second long; whenever there would be {@value #MOST}, each two become one, so that a run of any length takes the same room.
 *
 * <p>What is to be followed is named by the process main thread before the run, later by the meter's thread, which also
 * calls {@link #read}. {@link #finish} and the readers are for after that thread was joined.
 */
public final class Intervals {
    static final int MOST = 600;
    static final long SHORTEST_NS = 1_000_000_000L;

    /** What is followed, named as in the summary: group {@code lanes}, of {@code physics}, {@code guard_wait_ns}. */
    public record Name(String group, Supplier<String> of, String figure) {
        /** Of the whole run. */
        public Name(String group, String figure) {
            this(group, () -> "", figure);
        }
    }

    /** A total that grows, by its value at the ends of the intervals. */
    public static final class Total {
        private final Name name;
        private final LongSupplier now;
        private final long[] at = new long[MOST + 1];

        private Total(Name name, LongSupplier now) {
            this.name = name;
            this.now = now;
        }

        /** What it counts. */
        public Name name() {
            return name;
        }

        /** By how much it grew in an interval. */
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

        /** What took those times. */
        public Name name() {
            return name;
        }

        /** The times in an interval. */
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

    /** Follows a total; one that begins during the run was 0 before. */
    public void follow(Name name, LongSupplier total) {
        totals.add(new Total(name, total));
    }

    /** Follows times. {@code empty} is an empty histogram that can hold them and belongs to them from now on. */
    public Times follow(Name name, Histogram empty) {
        Times t = new Times(name, empty);
        times.add(t);
        return t;
    }

    /** Calls {@code reader} five times a second, which adds what has come since to its {@link Times}. */
    public void reader(Runnable reader) {
        readers.add(reader);
    }

    /** The totals are as they are at {@code nowNs}, and the times up to then were added: ends an interval if it is time to. */
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

    /** The next cut is at the first reading that is nearer to the next multiple of the width than the reading after it. */
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

    /** The run is over: what remains becomes an interval, or a part of the last one if it is less than half as long. */
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

    /** Intervals there are. */
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
