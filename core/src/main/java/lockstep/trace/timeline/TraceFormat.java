package lockstep.trace.timeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Puts tracks and what is on them into the bytes of a format. Times are ns of the run's clock. On one track events come in the
 * order of time and slices nest. One thread.
 */
interface TraceFormat {
    /** Of what sort a track is. */
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

    /** There is a track, or it has another name from now on. */
    void track(Track track) throws IOException;

    /** A slice begins; some {@code flows} begin or end at it. */
    void begin(int track, long ns, String name, List<Slice.Flow> flows) throws IOException;

    /** As {@link #begin}, with a name that does not come again. */
    void beginOnce(int track, long ns, String name) throws IOException;

    /** The slice that began last and has not ended ends. {@code name}: as it began. */
    void end(int track, long ns, String name) throws IOException;

    /** Something happened; its name does not come again. */
    void instant(int track, long ns, String name) throws IOException;

    /** A counter's value from now on. */
    void count(Track track, long ns, long value) throws IOException;

    /** Appends what was put so far, whole events only, to {@code bytes}. */
    void drainTo(ByteArrayOutputStream bytes) throws IOException;

    /** What closes the file. */
    void close() throws IOException;
}
