package lockstep.trace.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.files.NewFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Late frames in a flight recording: each once, with its last verdict. */
class JfrLateFramesTest {
    private static final long S = 1_000_000_000L;
    private static final long EPOCH_NS = 1_000_000 * S;

    @TempDir
    Path folder;

    private final JfrLateFrames late = new JfrLateFrames(EPOCH_NS);

    private static LateFrame frame(long number, Cause... causes) {
        return new LateFrame(number, 5 * S, 5 * S + 41_300_000, 16_700_000, "render", List.of(causes), List.of(), true);
    }

    private interface Judging {
        void run() throws IOException;
    }

    private List<RecordedEvent> recorded(Judging judging) throws IOException {
        Path file = folder.resolve("late.jfr");
        FlightRecording recording = FlightRecording.start();
        try {
            judging.run();
            recording.stop();
            NewFile.write(file, "the flight recording", recording::writeTo);
        } finally {
            recording.close();
        }
        return Flight.events(file, "lockstep.LateFrame");
    }

    @Test
    void theLastVerdictIsWrittenOnce() throws IOException {
        Cause work = new Cause("render", Blame.WORK, "render", "", 20_000_000, 0.5, 0.25);
        Cause guard = new Cause("assets", Blame.GUARD, "world", "decoding nebula-3.png", 23_900_000, 0.75, 1);
        List<RecordedEvent> events = recorded(() -> {
            late.judged(frame(8121, work), 6 * S);
            late.write(8 * S, false);
            late.judged(frame(8121, guard), 8 * S);
            late.write(6 * S + LateFrames.FINAL_NS, false);
            late.judged(frame(8121, work), 20 * S);
            late.write(20 * S, true);
        });
        assertEquals(1, events.size());
        RecordedEvent e = events.get(0);
        assertEquals(8121, e.getLong("frame"));
        assertEquals(Instant.ofEpochMilli(1_000_005_041L), e.getInstant("ended"));
        assertEquals("render", e.getString("lane"));
        assertEquals(41_300_000, e.getDuration("took").toNanos());
        assertEquals(24_600_000, e.getDuration("over").toNanos());
        assertEquals("assets", e.getString("culprit"));
        assertEquals("guard", e.getString("kind"));
        assertEquals("world", e.getString("what"));
        assertEquals("frame 8121 41.3 ms (+24.6): assets held 'world' for 23.9 ms (decoding nebula-3.png); render waited",
            e.getString("sentence"));
        assertEquals(0.75, e.getDouble("share"));
        assertEquals(1, e.getDouble("confidence"));
        assertEquals(null, e.getStackTrace());
    }

    @Test
    void aVerdictThatMayStillChangeIsHeldBack() throws IOException {
        assertEquals(1, recorded(() -> {
            late.judged(frame(1), 6 * S);
            late.judged(frame(2), 7 * S);
            late.write(6 * S + LateFrames.FINAL_NS, false);
        }).size());
    }

    @Test
    void atTheEndAllAreWritten() throws IOException {
        List<RecordedEvent> events = recorded(() -> {
            late.judged(frame(1), 6 * S);
            late.judged(frame(2), 7 * S);
            late.write(7 * S, true);
        });
        assertEquals(List.of(1L, 2L), events.stream().map(e -> e.getLong("frame")).sorted().toList());
        assertEquals("unexplained", events.get(0).getString("kind"));
    }
}
