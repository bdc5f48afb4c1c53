package lockstep.blame;

/** The newest pauses of the virtual machine, in the order in which they began. For one thread. */
public final class Pauses {
    private static final int KEPT = 256;

    private final long[] startNs = new long[KEPT];
    private final long[] endNs = new long[KEPT];
    private final String[] what = new String[KEPT];
    private int count;

    /**
     * Adds a pause of all threads from {@code start} to {@code end}, ns of the run's clock; {@code by} names the collector for
     * people.
     */
    public void add(long start, long end, String by) {
        if (count == KEPT) {
            shift(0, 1, KEPT - 1);
            count--;
        }
        int i = count++;
        while (i > 0 && startNs[i - 1] > start) {
            i--;
        }
        shift(i + 1, i, count - 1 - i);
        startNs[i] = start;
        endNs[i] = end;
        what[i] = by;
    }

    private void shift(int to, int from, int n) {
        System.arraycopy(startNs, from, startNs, to, n);
        System.arraycopy(endNs, from, endNs, to, n);
        System.arraycopy(what, from, what, to, n);
    }

    /** Index of the first pause that ends after {@code ns}, or -1. */
    int firstEndingAfter(long ns) {
        for (int i = 0; i < count; i++) {
            if (endNs[i] > ns) {
                return i;
            }
        }
        return -1;
    }

    long startNs(int i) {
        return startNs[i];
    }

    long endNs(int i) {
        return endNs[i];
    }

    /** Who stopped the lanes for most of the time between two moments, for people. */
    String by(long fromNs, long toNs) {
        long most = 0;
        String by = "a safepoint";
        for (int i = 0; i < count; i++) {
            long ns = overlap(i, fromNs, toNs);
            if (ns > most) {
                most = ns;
                by = what[i];
            }
        }
        return by;
    }

    /** Ns of pauses between two moments. */
    public long ns(long fromNs, long toNs) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += overlap(i, fromNs, toNs);
        }
        return sum;
    }

    private long overlap(int i, long fromNs, long toNs) {
        return Math.max(0, Math.min(endNs[i], toNs) - Math.max(startNs[i], fromNs));
    }
}
