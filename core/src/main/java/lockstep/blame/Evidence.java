package lockstep.blame;

import lockstep.time.SpanTrack;

/**
 * What was recorded of a run: all that a verdict rests on. {@link Judge} reads it on its own thread, on which it must not
 * change meanwhile.
 */
public interface Evidence {
    /** How many lanes there are; their numbers are below. */
    int lanes();

    /** The newest spans of a lane. */
    SpanTrack spans(int lane);

    /** True if spans of that lane from after {@code ns} were overwritten before they could be read. */
    boolean isLost(int lane, long ns);

    /** When the virtual machine stopped all threads. */
    Pauses pauses();

    /**
     * How long a lane's thread could run and was not given a core between two moments, at most, in ns; -1 if that is not known.
     */
    long runDelayNs(int lane, long fromNs, long toNs);

    /**
     * How long the virtual machine stopped all threads between two moments beyond the {@link #pauses}, at most, in ns; -1 if
     * that is not known.
     */
    long stoppedNs(long fromNs, long toNs);
}
