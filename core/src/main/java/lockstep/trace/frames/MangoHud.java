package lockstep.trace.frames;

import java.util.Arrays;

/** MangoHud's figures. Source: MangoHud, {@code fps_metrics.h}. */
public final class MangoHud {
    private static final int LAST = 10_000;

    private MangoHud() {
    }

    /** FPS of the frame with index {@code share * n - 1}, rounded down, of the last 10,000 frame times in ms, slowest first. */
    static double fps(double[] ms, float share) {
        int n = Math.min(LAST, ms.length);
        if (n == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOfRange(ms, ms.length - n, ms.length);
        Arrays.sort(sorted);
        return 1000 / sorted[n - 1 - (int) (share * n - 1)];
    }
}
