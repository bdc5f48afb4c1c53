package lockstep.trace.frames;

import java.util.Arrays;

/**
 * PresentMon's figures. A present is a buffer swap. Nothing is known from the display, so a frame counts as displayed when its
 * swap returns.
 *
 * <p>Source: PresentMon, {@code MetricsCalculatorAnimation}, {@code AnimationErrorTracker}, {@code DynamicStat}.
 */
final class PresentMon {
    private PresentMon() {
    }

    /** FPS of the 99th percentile of the frame times in ms: the sample nearest to 0.99 (n - 1), not interpolated. */
    static double firstPercentileFps(double[] ms) {
        if (ms.length == 0) {
            return Double.NaN;
        }
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return 1000 / sorted[(int) (0.99 * (sorted.length - 1) + 0.5)];
    }

    /**
     * Animation error in ns: the simulation's step to this frame minus the display's, so positive if the picture advanced by more
     * than the clock. {@link Long#MIN_VALUE} if either did not advance.
     */
    static long animationErrorNs(long simStepNs, long displayStepNs) {
        return simStepNs <= 0 || displayStepNs <= 0 ? Long.MIN_VALUE : simStepNs - displayStepNs;
    }

    /** The animation error of frame {@code i} relative to the frame kept before it; {@link Long#MIN_VALUE} if it has none. */
    static long animationErrorNs(FrameHistory frames, int i) {
        if (i == 0 || frames.number(i) != frames.number(i - 1) + 1) {
            return Long.MIN_VALUE;
        }
        return animationErrorNs(frames.simNs(i) - frames.simNs(i - 1), frames.endNs(i) - frames.endNs(i - 1));
    }
}
