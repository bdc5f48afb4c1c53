package lockstep.blame;

import lockstep.time.SpanTrack;

/**
 * What was recorded of a run: everything a verdict is based on. {@link Judge} reads it on its own thread; it must not change
 * meanwhile.
 */
public interface Evidence {
    /** How many lanes there are; lane numbers are smaller. */
    int lanes();

    /** The newest spans of a lane. */
    SpanTrack spans(int lane);

    /** True if spans of that lane from after {@code ns} were overwritten before they could be read. */
    boolean isLost(int lane, long ns);

    /** When the virtual machine stopped all threads. */
    Pauses pauses();

    /** An upper bound on how long a lane's thread was runnable without a core between two moments, in ns; -1 if unknown. */
    long runDelayNs(int lane, long fromNs, long toNs);

    /**
     * An upper bound on how long the virtual machine stopped all threads between two moments, the {@link #pauses} excluded, in
     * ns; -1 if unknown.
     */
    long stoppedNs(long fromNs, long toNs);
}
