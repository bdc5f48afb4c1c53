package lockstep.trace.jfr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import lockstep.files.NewFile;
import lockstep.session.Session;
import lockstep.time.Clock;
import lockstep.topology.Topology;
import lockstep.trace.About;
import lockstep.trace.Export;

/**
 * A Java Flight Recorder file of the whole run with the JVM's events and the game's ({@link JfrEvents}). The JVM keeps the data
 * in a folder of its own until the end. If the process is killed, {@code jfr assemble FOLDER FILE} makes a file from it, which
 * lacks the last second.
 */
public final class JfrExport implements Export {
    private static final long LOOK_MS = 500;

    private final Path file;
    private final Clock clock;
    private Consumer<String> tell;
    private FlightRecording recording;
    private volatile boolean cutShort;
    private JfrLateFrames late;
    private Thread keeper;

    /** An export that will write to {@code file}. */
    public JfrExport(Path file) {
        this(file, Clock.SYSTEM);
    }

    /** As the public constructor, with the run's clock. */
    JfrExport(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void begin(Session session, Consumer<String> teller) throws IOException {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            throw unwritable("this Java has no Flight Recorder; use a JDK, or a runtime with the module jdk.jfr", null);
        }
        Thread.currentThread().setName(session.laneOf(Topology.INPUT).name());
        try {
            recording = FlightRecording.start();
        } catch (IOException e) {
            throw unwritable(e.getMessage(), e);
        }
        tell = teller;
        late = new JfrLateFrames(System.currentTimeMillis() * 1_000_000 - clock.nanos());
        session.lateFrames().listen(frame -> late.judged(frame, clock.nanos()));
        session.conductor()
            .eachLane(lane -> lane.recorder().listener(new JfrLane(lane.recorder(), session.lanes(), session.world())));
        keeper = new Thread(this::keep, "flight-recording");
        keeper.setDaemon(true);
        keeper.start();
    }

    /**
     * Records late frames when their verdicts are final, and stops before the disk is full, because the JVM would end the process
     * then.
     */
    private void keep() {
        try {
            while (!recording.spaceIsShort()) {
                Thread.sleep(LOOK_MS);
                late.write(clock.nanos(), false);
            }
            late.write(clock.nanos(), true);
            recording.stop();
            cutShort = true;
            tell.accept("the flight recording for " + file + " stops here: the disk with " + FlightRecording.folder()
                + " is full; the game goes on");
        } catch (IOException e) {
            tell.accept("the disk with " + FlightRecording.folder() + " cannot be watched: " + e.getMessage()
                + "; the flight recording goes on");
        } catch (InterruptedException e) {
            late.write(clock.nanos(), true);
        }
    }

    @Override
    public void end(Session session, About about) throws IOException {
        stop();
        try {
            NewFile.write(file, "the flight recording", recording::writeTo);
        } finally {
            recording.close();
        }
        if (cutShort) {
            throw Export.told();
        }
    }

    @Override
    public void abandon() {
        stop();
        recording.close();
    }

    private void stop() {
        keeper.interrupt();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        late.write(clock.nanos(), true);
        recording.stop();
    }

    private IOException unwritable(String why, IOException e) {
        return new IOException(file + ": no flight recording: " + why, e);
    }
}
