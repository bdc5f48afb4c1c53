package lockstep.trace.jfr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import jdk.jfr.Configuration;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** A recording by the JVM's Flight Recorder, with its default events and the game's. One thread at a time. */
final class FlightRecording {
    /** The threshold for monitor events; the JDK's default of 20 ms is longer than a frame. */
    private static final Duration MONITOR = Duration.ofMillis(1);
    /**
     * The threshold for parks: the slack that the default rule adds to a frame's budget. Shorter parks make no frame late, and
     * lanes park to keep their rates.
     */
    private static final Duration PARK = Duration.ofMillis(4);
    /** Free space at which recording stops, because the JVM ends itself when it has no space for what it records. */
    private static final long LEAST_BYTES = 64L << 20;

    private final Recording recording;

    private FlightRecording(Recording recording) {
        this.recording = recording;
    }

    /**
     * Starts recording.
     *
     * @throws IOException if this JVM cannot, with the reason
     */
    public static FlightRecording start() throws IOException {
        if (!FlightRecorder.isAvailable()) {
            throw new IOException("Flight Recorder is switched off in this JVM");
        }
        try {
            Recording made = new Recording(Configuration.getConfiguration("default"));
            made.setName("Lockstep");
            made.enable("jdk.JavaMonitorEnter").withThreshold(MONITOR);
            made.enable("jdk.ThreadPark").withThreshold(PARK);
            FlightRecording started = new FlightRecording(made);
            if (started.spaceIsShort()) {
                made.close();
                throw new IOException("less than " + (LEAST_BYTES >> 20) + " MB are free in " + folder());
            }
            made.start();
            return started;
        } catch (ParseException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The folder in which the JVM keeps what it records until it is written to a file. */
    static Path folder() {
        return Path.of(System.getProperty("jdk.jfr.repository", System.getProperty("java.io.tmpdir")));
    }

    /** True if there is too little space to go on. */
    boolean spaceIsShort() throws IOException {
        return Files.getFileStore(folder()).getUsableSpace() < LEAST_BYTES;
    }

    /** Stops recording. */
    void stop() {
        if (recording.getState() == RecordingState.RUNNING) {
            recording.stop();
        }
    }

    /** Writes what was recorded; after {@link #stop}. */
    void writeTo(OutputStream out) throws IOException {
        try (InputStream in = recording.getStream(null, null)) {
            if (in == null) {
                throw new IOException("nothing was recorded");
            }
            in.transferTo(out);
        }
    }

    /** Discards what was recorded. */
    public void close() {
        recording.close();
    }
}
