package lockstep.roles;

import java.util.concurrent.atomic.AtomicLong;
import lockstep.time.FrameLog;
import org.HdrHistogram.Histogram;

/** What the rendering lane counts. It alone writes; the counts may be read by any thread, the rest once it was joined. */
public final class RenderStats {
    private final FrameLog log = new FrameLog();
    private final Histogram toFrameNs = new Histogram(1, 60_000_000_000L, 3);
    private final AtomicLong torn = new AtomicLong();
    private final AtomicLong skewed = new AtomicLong();
    private final AtomicLong redrawn = new AtomicLong();
    private final AtomicLong budgetNs = new AtomicLong();

    void shown(long fromEventNs) {
        toFrameNs.recordValue(Math.min(Math.max(fromEventNs, 1), 60_000_000_000L));
    }

    void torn() {
        torn.setOpaque(torn.getPlain() + 1);
    }

    void skewed() {
        skewed.setOpaque(skewed.getPlain() + 1);
    }

    void redrawn() {
        redrawn.setOpaque(redrawn.getPlain() + 1);
    }

    public void budget(long ns) {
        budgetNs.setOpaque(ns);
    }

    /** Frame times. */
    public FrameLog log() {
        return log;
    }

    /** From the pump that found an event to the end of the swap that first showed a tick that knew it, ns. */
    public Histogram toFrameNs() {
        return toFrameNs;
    }

    /** Frames whose snapshot mixed ticks within a region, at least. */
    public long tornFrames() {
        return torn.getOpaque();
    }

    /** Frames whose regions were of different ticks. */
    public long skewedFrames() {
        return skewed.getOpaque();
    }

    /** Frames that showed the last snapshot again because physics did not publish, or a guard was not to be had, in time. */
    public long redrawnFrames() {
        return redrawn.getOpaque();
    }

    /** What a frame may take, ns; 0 for no cap. */
    public long budgetNs() {
        return budgetNs.getOpaque();
    }
}
