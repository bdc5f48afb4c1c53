package lockstep.overlay.timeline;

/** Maps the shown stretch of time to px; can be zoomed and panned. For one thread. */
final class TimelineAxis {
    private static final double LEAST_NS = 20_000;

    private long lowNs;
    private double allNs = 1;
    private double fromNs;
    private double lengthNs = 1;
    private int x;
    private int width = 1;

    /** Limits what can be shown to {@code low} to {@code high}, ns, and shows all of it. */
    void bounds(long low, long high) {
        lowNs = low;
        allNs = Math.max(LEAST_NS, high - low);
        fromNs = 0;
        lengthNs = allNs;
    }

    /** Places the axis, px. */
    void place(int left, int wide) {
        x = left;
        width = Math.max(1, wide);
    }

    /** Shows a stretch, or as much of it as the limits allow. */
    void show(long from, long to) {
        set(from - lowNs, to - from);
    }

    private void set(double from, double length) {
        lengthNs = Math.max(LEAST_NS, Math.min(allNs, length));
        fromNs = Math.max(0, Math.min(allNs - lengthNs, from));
    }

    /** Shows {@code factor} times as much time, keeping the instant at {@code px} in place. */
    void zoom(float px, double factor) {
        double share = Math.max(0, Math.min(1, (px - x) / width));
        double fixed = fromNs + share * lengthNs;
        double length = Math.max(LEAST_NS, Math.min(allNs, lengthNs * factor));
        set(fixed - share * length, length);
    }

    /** Moves the view by {@code px} to the left. */
    void pan(double px) {
        set(fromNs + px * nsPerPx(), lengthNs);
    }

    /** Pans as little as necessary to show a whole stretch or, if it is too long, its beginning. */
    void reveal(long from, long to) {
        double begin = from - lowNs;
        double end = to - lowNs;
        if (begin < fromNs || end - begin > lengthNs) {
            set(begin, lengthNs);
        } else if (end > fromNs + lengthNs) {
            set(end - lengthNs, lengthNs);
        }
    }

    /** Px from the left of an instant, which may lie outside. */
    float px(long ns) {
        return (float) (x + (ns - lowNs - fromNs) / nsPerPx());
    }

    /** The instant at px from the left. */
    long ns(float px) {
        return lowNs + Math.round(fromNs + (px - x) * nsPerPx());
    }

    double nsPerPx() {
        return lengthNs / width;
    }

    /** The first instant shown. */
    long fromNs() {
        return lowNs + Math.round(fromNs);
    }

    /** The last instant shown. */
    long toNs() {
        return lowNs + Math.round(fromNs + lengthNs);
    }

    int left() {
        return x;
    }

    int right() {
        return x + width;
    }

    /** Ns between two ticks that are at least {@code leastPx} apart: 1, 2 or 5 times a power of ten. */
    long tickNs(float leastPx) {
        double least = nsPerPx() * leastPx;
        long power = 1;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (int by : new int[] {1, 2, 5}) {
            if (power * by >= least) {
                return power * by;
            }
        }
        return power * 10;
    }
}
