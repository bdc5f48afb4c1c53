package lockstep.view.art;

/** Appends numbers to a reused builder; allocates nothing once the builder is long enough. */
public final class Digits {
    private Digits() {
    }

    /** Appends a number with commas between groups of three digits: {@code 12,450}. */
    public static StringBuilder grouped(StringBuilder to, long number) {
        if (number < 0) {
            to.append('-');
            number = -number;
        }
        long unit = 1;
        int digits = 1;
        while (number / unit >= 10) {
            unit *= 10;
            digits++;
        }
        for (; digits > 0; digits--, unit /= 10) {
            to.append((char) ('0' + number / unit % 10));
            if (digits > 1 && digits % 3 == 1) {
                to.append(',');
            }
        }
        return to;
    }

    /** Appends minutes and seconds: {@code 3:07}. */
    public static StringBuilder time(StringBuilder to, float seconds) {
        int whole = Math.max(0, (int) seconds);
        grouped(to, whole / 60).append(':');
        return to.append((char) ('0' + whole % 60 / 10)).append((char) ('0' + whole % 10));
    }

    /** Appends a share in whole percent: {@code 64 %}; {@code -} if {@code whole} is 0. */
    public static StringBuilder percent(StringBuilder to, long part, long whole) {
        if (whole <= 0) {
            return to.append('-');
        }
        return grouped(to, Math.round(100.0 * part / whole)).append(" %");
    }

    /** Empties a builder and returns it. */
    public static StringBuilder fresh(StringBuilder builder) {
        builder.setLength(0);
        return builder;
    }
}
