package lockstep.overlay;

import java.util.Arrays;
import lockstep.time.FrameLog;

/** Percentiles of the newest frames, not smoothed. For one thread; {@link #update} allocates nothing. */
public final class FramePercentiles {
    private final long[] sorted = new long[FrameLog.KEPT];
    private int count;
    private long sumNs;

    /** Reads the newest frames of {@code log}, at most {@link FrameLog#KEPT}. */
    public void update(FrameLog log) {
        count = (int) Math.min(log.frames(), FrameLog.KEPT);
        sumNs = 0;
        for (int i = 0; i < count; i++) {
            sorted[i] = log.ns(i);
            sumNs += sorted[i];
        }
        Arrays.sort(sorted, 0, count);
    }

    /** How many frames were read. */
    public int count() {
        return count;
    }

    /** Frames per second over those frames: their number by their time. */
    public double fps() {
        return sumNs == 0 ? 0 : count * 1e9 / sumNs;
    }

    /** The smallest frame time in ns that {@code percent} per cent of the frames do not exceed; 0 without frames. */
    public long percentileNs(double percent) {
        if (count == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.min(count, Math.max(1, rank)) - 1];
    }
}
