package lockstep.trace.frames;

import java.util.ArrayList;
import java.util.List;

/** The frame statistics of other tools, each by its tool's definition. Any thread. */
public final class FrameStatistics {
    private final List<Figure> figures = new ArrayList<>();

    private FrameStatistics() {
    }

    /** All figures of the frames kept so far, in display order. */
    public static List<Figure> of(FrameHistory frames) {
        FrameStatistics s = new FrameStatistics();
        double[] ms = new double[frames.count()];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = frames.ns(i) / 1e6;
        }
        s.presentMon(frames, ms);
        s.capFrameX(new CapFrameX(ms));
        s.add("MangoHud", "1 %", "fps", MangoHud.fps(ms, 0.01f),
            "FPS of frame 1 % n - 1 of the last 10,000 sorted from the slowest on");
        s.add("MangoHud", "0.1 %", "fps", MangoHud.fps(ms, 0.001f),
            "FPS of frame 0.1 % n - 1 of the last 10,000 sorted from the slowest on");
        s.add("Unreal", "hitches", "", Unreal.hitches(ms),
            "frames of 60 ms or more, over 1.5 times the frame before, 200 ms or more after the last hitch");
        return List.copyOf(s.figures);
    }

    private void presentMon(FrameHistory frames, double[] ms) {
        int n = ms.length;
        double all = 0;
        double waited = 0;
        double error = 0;
        for (int i = 0; i < n; i++) {
            all += ms[i];
            waited += frames.swapNs(i) / 1e6;
            long e = PresentMon.animationErrorNs(frames, i);
            error += e == Long.MIN_VALUE ? 0 : Math.abs(e) / 1e6;
        }
        String tool = "PresentMon";
        add(tool, "mean FrameTime", "ms", all / n,
            "from the end of the previous present to the end of this one: CPUBusy + CPUWait");
        add(tool, "mean CPUBusy", "ms", (all - waited) / n,
            "from the end of the previous present (CPU start) to the call of present");
        add(tool, "mean CPUWait", "ms", waited / n, "time inside present");
        add(tool, "animation error", "ms/s", error / (all / 1e3), "sum of |simulation step - display step| over the duration;"
            + " a frame counts as displayed when its present returns, the display says nothing");
        add(tool, "1st percentile", "fps", PresentMon.firstPercentileFps(ms),
            "1 / 99th percentile of the frame times, not an average");
    }

    private void capFrameX(CapFrameX c) {
        String tool = "CapFrameX";
        add(tool, "P1", "fps", c.fpsQuantile(0.01), "1 % quantile of the FPS of single frames");
        add(tool, "P0.1", "fps", c.fpsQuantile(0.001), "0.1 % quantile of the FPS of single frames");
        add(tool, "1 % low average", "fps", c.lowAverageFps(0.01),
            "1000 / mean of the frame times in ms at or above their 99th percentile");
        add(tool, "0.1 % low average", "fps", c.lowAverageFps(0.001),
            "1000 / mean of the frame times in ms at or above their 99.9th percentile");
        add(tool, "1 % low integral", "fps", c.lowIntegralFps(0.01),
            "FPS of the frame at which the slowest frames add up to 1 % of all time");
        add(tool, "0.1 % low integral", "fps", c.lowIntegralFps(0.001),
            "FPS of the frame at which the slowest frames add up to 0.1 % of all time");
        add(tool, "stutter", "%", c.stutterPercent(), "share of time in frames of over 2.5 times their moving average");
        add(tool, "low FPS", "%", c.lowFpsPercent(), "share of time in frames under 25 FPS that are no stutter");
        add(tool, "adaptive standard deviation", "fps", c.adaptiveDeviationFps(),
            "root mean square (n - 1) of FPS less its moving"
                + " average over the last 500 ms");
    }

    private void add(String tool, String name, String unit, double value, String definition) {
        figures.add(new Figure(tool, name, unit, value, definition));
    }
}
