package lockstep.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.HangWatch;
import lockstep.assets.AssetSource;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.engine.Conductor;
import lockstep.files.GrowingFile;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.session.Ports;
import lockstep.session.Session;
import lockstep.sync.Guards;
import lockstep.time.SpanKind;
import lockstep.topology.Topologies;
import lockstep.trace.Export;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace of a real run, without a window. */
@Tag("slow")
class TraceExportTest {
    private static final int TICKS = 150;

    @TempDir
    Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();

    private static Session session() throws Exception {
        RunConfig config = RunConfig
            .builder(new Topologies(AssetSource.builtIn(), Registry.names(), Guards.names()).shipped("four"),
                AssetSource.builtIn())
            .headless(true).mute(true).autopilot(true).ticks(TICKS)
            .injects(List.of("assets.hold=20ms@every=100ms")).build();
        return new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
    }

    private void play(Export export, Session session) throws Exception {
        export.begin(session, told::add);
        LateFrame late = new LateFrame(1, 0, System.nanoTime(), 1, "render",
            List.of(new Cause("assets", Blame.GUARD, "world", "", 20_000_000, 1, 1)), List.of(), true);
        session.lateFrames().add(new Frozen(late, List.of(), Map.of()));
        assertSame(Conductor.Reason.DONE,
            HangWatch.watch("a traced run", 60, session::run, () -> session.stop(Conductor.Reason.DONE)));
        export.end(session, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.pftrace", "run.JSON"})
    void aRunsTraceHasItsLanesGuardsFramesArrowsCountersAndCulprits(String name) throws Exception {
        Path file = folder.resolve(name);
        Session session = session();
        play(new TraceExport(file), session);
        assertEquals(List.of(), told);
        byte[] bytes = Files.readAllBytes(file);
        TraceModel found =
            (name.endsWith("pftrace") ? PerfettoReader.read(bytes) : ChromeReader.read(bytes)).balanced().resolved();
        assertEquals(List.of("frames", "late frames", "input", "physics", "assets", "render"), found.order().subList(0, 6));
        for (String lane : List.of("input", "physics", "assets", "render")) {
            assertTrue(found.on(lane).stream().anyMatch(s -> s.name().equals(lane) && s.depth() == 0), lane);
        }
        assertTrue(found.on("physics").stream().filter(s -> s.name().equals("physics")).count() >= TICKS / 8);
        assertEquals(session.frames().log().frames(), found.on("frames").size());
        assertTrue(found.on("render").stream().anyMatch(s -> s.name().equals("swap") && s.depth() == 1));
        assertTrue(found.on("assets").stream().anyMatch(s -> s.name().startsWith("read ") && s.depth() == 1));
        assertTrue(found.on("assets").stream().anyMatch(s -> s.name().startsWith("decode ") && s.depth() == 1));
        assertTrue(
            found.on("guard world").stream().anyMatch(s -> s.name().equals("assets") && s.endNs() - s.startNs() >= 20_000_000));
        assertTrue(found.arrows.values().stream().map(ends -> ends.stream().map(TraceModel.Slice::name).toList())
            .anyMatch(ends -> ends.containsAll(List.of("wait for world (held by assets)", "assets"))),
            "nobody was seen to wait for the planted hold");
        assertEquals(session.lateFrames().count(), found.instants.size());
        assertTrue(found.instants.stream().anyMatch(i -> i.name().endsWith(": assets held 'world' for 20.0 ms; render waited")),
            () -> found.instants.toString());
        assertTrue(found.counts.keySet().containsAll(List.of("assets queued", "torn frames", "lost updates", "heap used",
            "late frames so far")), () -> found.counts.toString());
        assertTrue(found.counts.get("heap used").get(0) > 0);
    }

    @Test
    void whatIsMissingIsToldOnceAtTheEnd() throws Exception {
        Path file = folder.resolve("run.pftrace");
        Session session = session();
        for (int i = 0; i < 20_000; i++) {
            session.lanes().get(0).recorder().span(SpanKind.PACE, i, i + 1, 0);
        }
        play(new TraceExport(file), session);
        String line = " spans or frames are missing: they came faster than they could be read";
        assertEquals(1, told.size(), () -> told.toString());
        assertTrue(told.get(0).startsWith(file + ": ") && told.get(0).endsWith(line), told.get(0));
        int lost = Integer.parseInt(told.get(0).substring((file + ": ").length(), told.get(0).length() - line.length()));
        assertTrue(lost >= 20_000 - 16_383, () -> "lost: " + lost);
    }

    /** A disk with so much room and no more. */
    private static final class FullDisk implements SeekableByteChannel {
        private final int room;
        final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            if (kept.size() == room) {
                throw new IOException("No space left on device");
            }
            int n = Math.min(from.remaining(), room - kept.size());
            kept.write(from.array(), from.position(), n);
            from.position(from.position() + n);
            return n;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            byte[] all = kept.toByteArray();
            kept.reset();
            kept.write(all, 0, (int) Math.min(size, all.length));
            return this;
        }

        @Override
        public int read(ByteBuffer into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return kept.size();
        }

        @Override
        public SeekableByteChannel position(long to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size() {
            return kept.size();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.pftrace", "run.json"})
    void onAFullDiskItStopsSaysSoOnceAndStaysReadableWhileTheGameGoesOn(String name) throws Exception {
        FullDisk disk = new FullDisk(40_000);
        Session session = session();
        IOException told = assertThrows(IOException.class,
            () -> play(new TraceExport(folder.resolve(name), () -> new GrowingFile(disk)), session));
        assertNull(told.getMessage(), "it was told already");
        assertEquals(List.of("the trace " + folder.resolve(name) + " stops here: No space left on device; the game goes on"),
            this.told);
        assertEquals(TICKS, session.finalHash().tick());
        byte[] kept = disk.kept.toByteArray();
        assertTrue(kept.length > 1_000, () -> "bytes kept: " + kept.length);
        TraceModel found;
        if (name.endsWith("pftrace")) {
            found = PerfettoReader.read(kept);
        } else {
            byte[] closed = Arrays.copyOf(kept, kept.length + 1);
            closed[kept.length] = ']';
            found = ChromeReader.read(closed);
        }
        assertFalse(found.balanced().on("frames").isEmpty());
    }

    @Test
    void whereNothingCanBeWrittenTheFileIsNamed() throws Exception {
        Path file = folder.resolve("no such folder").resolve("run.pftrace");
        Session session = session();
        IOException e = assertThrows(IOException.class,
            () -> new TraceExport(file).begin(session, told::add));
        assertEquals(file + ": the trace could not be written: " + file + " (no such file or folder)", e.getMessage());
        session.parts().assets().loader().close();
    }
}
