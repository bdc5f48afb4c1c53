package lockstep;

import lockstep.time.FrameLog;

/** Frames of which only the time matters. */
public final class TestFrames {
    private TestFrames() {
    }

    /** Adds a frame that took {@code ns}; {@code budgetNs} is what it may take, 0 for no budget. */
    public static void add(FrameLog log, long ns, long budgetNs) {
        log.add(0, ns, 0, 0, -1, 0, budgetNs);
    }
}
