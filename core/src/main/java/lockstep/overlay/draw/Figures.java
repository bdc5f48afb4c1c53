package lockstep.overlay.draw;

/**
 * Appends numbers to a builder that the caller reuses. Allocates nothing while the builder has room and holds only Latin-1. Any
 * thread with its own builder.
 */
public final class Figures {
    private static final double LARGEST = 1e12;

    private Figures() {
    }

    /** Appends {@code value} rounded half up to {@code decimals} (0 to 6) decimals. */
    public static StringBuilder fixed(StringBuilder to, double value, int decimals) {
        if (Double.isNaN(value)) {
            return to.append('-');
        }
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        double clamped = Math.max(-LARGEST, Math.min(LARGEST, value));
        long scaled = Math.round(Math.abs(clamped) * power);
        if (clamped < 0 && scaled > 0) {
            to.append('-');
        }
        to.append(scaled / power);
        if (decimals > 0) {
            to.append('.');
            long rest = scaled % power;
            for (long digit = power / 10; digit > 0; digit /= 10) {
                to.append((char) ('0' + rest / digit % 10));
            }
        }
        return to;
    }

    /** Appends {@code ns} as milliseconds with three significant digits: 0, 0.04, 4.25, 16.7, 250. */
    public static StringBuilder ms(StringBuilder to, double ns) {
        double ms = ns / 1e6;
        if (ns == 0) {
            return to.append('0');
        }
        return fixed(to, ms, ms < 9.995 ? 2 : ms < 99.95 ? 1 : 0);
    }

    /** Appends {@code ns} as whole microseconds. */
    public static StringBuilder micros(StringBuilder to, long ns) {
        return fixed(to, ns / 1e3, 0);
    }

    /** Appends a rate or amount: one decimal below 100, whole above, thousands as k above 99,999. */
    public static StringBuilder amount(StringBuilder to, double value) {
        if (value >= 99_999.5) {
            return fixed(to, value / 1e3, 0).append('k');
        }
        return fixed(to, value, value < 99.95 && value != Math.rint(value) ? 1 : 0);
    }

    /** Appends a share from 0 to 1 as per cent. */
    public static StringBuilder percent(StringBuilder to, double share) {
        return fixed(to, share * 100, share < 0.0995 && share > 0 ? 1 : 0);
    }
}
