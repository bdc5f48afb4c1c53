package lockstep.trace.timeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Encodes tracks and their events in a file format. Times are ns of the run's clock. On one track, events come in the order of
 * time and slices nest. One thread.
 */
interface TraceFormat {
    /** The sort of a track. */
    enum Sort {
        /** Slices of a thread. */
        LANE,
        /** Slices or instants of something else. */
        ROW,
        /** A count over time. */
        COUNT,
        /** Bytes over time. */
        BYTES
    }

    /**
     * A track.
     *
     * @param id   its number, from 2
     * @param rank tracks are shown in the order of their ranks
     */
    record Track(int id, Sort sort, String name, int rank) {
    }

    /** Adds or renames a track. */
    void track(Track track) throws IOException;

    /** Begins a slice; {@code flows} begin or end at it. */
    void begin(int track, long ns, String name, List<Slice.Flow> flows) throws IOException;

    /** As {@link #begin}, with a name that is used only once. */
    void beginOnce(int track, long ns, String name) throws IOException;

    /** Ends the open slice that began last; {@code name} is as at its beginning. */
    void end(int track, long ns, String name) throws IOException;

    /** Adds an instant; its name is used only once. */
    void instant(int track, long ns, String name) throws IOException;

    /** Sets a counter's value from {@code ns} on. */
    void count(Track track, long ns, long value) throws IOException;

    /** As the other {@code count}, with a value that need not be whole, but finite. */
    void count(Track track, long ns, double value) throws IOException;

    /** Moves what was encoded so far, whole events only, to {@code bytes}. */
    void drainTo(ByteArrayOutputStream bytes) throws IOException;

    /** Encodes the end of the file. */
    void close() throws IOException;
}
