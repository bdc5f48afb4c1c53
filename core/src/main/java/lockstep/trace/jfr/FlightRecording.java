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

/** The JVM's own recorder, with its own default events and the game's. One thread at a time. */
public final class FlightRecording {
    /** The JDK's 20 ms are longer than a frame. */
    private static final Duration MONITOR = Duration.ofMillis(1);
    /** What the default rule adds to a frame's budget: shorter parks make no frame late, and lanes park to keep their rates. */
    private static final Duration PARK = Duration.ofMillis(4);
    /** The JVM ends itself when it finds no space for what it records. */
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

    /** Where the JVM keeps what it records until it is written to a file. */
    static Path folder() {
        return Path.of(System.getProperty("jdk.jfr.repository", System.getProperty("java.io.tmpdir")));
    }

    /** True if there is too little space for going on. */
    boolean spaceIsShort() throws IOException {
        return Files.getFileStore(folder()).getUsableSpace() < LEAST_BYTES;
    }

    /** Records no more. */
    void stop() {
        if (recording.getState() == RecordingState.RUNNING) {
            recording.stop();
        }
    }

    /** Writes what was recorded, once it was stopped. */
    void writeTo(OutputStream out) throws IOException {
        try (InputStream in = recording.getStream(null, null)) {
            if (in == null) {
                throw new IOException("nothing was recorded");
            }
            in.transferTo(out);
        }
    }

    /** Forgets what was recorded. */
    public void close() {
        recording.close();
    }
}
