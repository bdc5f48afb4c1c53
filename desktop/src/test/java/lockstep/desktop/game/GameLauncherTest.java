package lockstep.desktop.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.badlogic.gdx.utils.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lockstep.assets.AssetSource;
import lockstep.roles.ExportFiles;
import lockstep.roles.OverlayMode;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.session.Session;
import lockstep.sync.BarrierMode;
import lockstep.sync.Guards;
import lockstep.topology.Topologies;
import lockstep.trace.About;
import lockstep.trace.Export;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameLauncherTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final GameLauncher launcher = new GameLauncher(System.out, new PrintStream(told, true));

    private static RunConfig config(String topology) throws Exception {
        AssetSource assets = AssetSource.builtIn();
        var shipped = new Topologies(assets, Registry.names(), Guards.names()).shipped(topology);
        return RunConfig.defaults(shipped.withSync(shipped.sync().withBarrier(BarrierMode.FREE)), assets);
    }

    @Test
    void onMacOsTheUsualTopologyGivesWayToOneThread() throws Exception {
        RunConfig fit = launcher.fit(config("four"), "macos");
        assertEquals("classic", fit.topology().name());
        assertEquals(BarrierMode.FREE, fit.topology().sync().barrier());
        assertTrue(told.toString().contains("'classic'"), told::toString);
    }

    private RunConfigBuilder shortRun() throws Exception {
        return RunConfigBuilder.from(config("four")).headless(true).autopilot(true).ticks(5).overlay(OverlayMode.OFF);
    }

    private List<String> files() {
        return Stream.of(folder.toFile().list()).sorted().toList();
    }

    @Test
    void aRunThatCannotBeginLeavesNothingBehind() throws Exception {
        Export broken = new Export() {
            @Override
            public void begin(Session session, Consumer<String> tell) {
                throw new NoClassDefFoundError("planted");
            }

            @Override
            public void end(Session session, About about) {
            }
        };
        GameLauncher failing = new GameLauncher(System.out, new PrintStream(told, true), List.of(broken));
        Path hlog = folder.resolve("run.hlog");
        RunConfig run = shortRun().record(folder.resolve("run.rec")).json(folder.resolve("run.json"))
            .exports(new ExportFiles(null, null, null, null, hlog, null)).build();
        assertThrows(NoClassDefFoundError.class, () -> failing.play(run));
        assertEquals(List.of(), files());
    }

    @Test
    void theSummarySaysThatAnotherFileCouldNotBeWritten() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");
        for (ExportFiles files : List.of(
            new ExportFiles(null, null, Path.of("/dev/full"), null, null, folder.resolve("run.html")),
            new ExportFiles(null, null, null, null, null, Path.of("/dev/full")))) {
            assertEquals(1, launcher.play(shortRun().json(folder.resolve("run.json")).exports(files).build()), told::toString);
            assertEquals(1, exit(folder.resolve("run.json")), told::toString);
        }
        assertTrue(Files.readString(folder.resolve("run.html")).contains("\"exit\":1,"), "the report's exit code");
    }

    @Test
    void theSummarySaysThatTheRecordingCouldNotBeWritten() throws Exception {
        Path record = folder.resolve("run.rec");
        Export thief = new Export() {
            @Override
            public void begin(Session session, Consumer<String> tell) throws IOException {
                Files.delete(folder.resolve("run.rec.part"));
            }

            @Override
            public void end(Session session, About about) {
            }
        };
        GameLauncher robbed = new GameLauncher(System.out, new PrintStream(told, true), List.of(thief));
        assertEquals(1, robbed.play(shortRun().record(record).json(folder.resolve("run.json")).build()));
        assertEquals(1, exit(folder.resolve("run.json")));
        assertEquals(1, told.toString().lines().filter(line -> line.contains("the recording could not be written")).count(),
            told::toString);
    }

    @Test
    void theReportSaysThatTheSummaryCouldNotBeWritten() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");
        assertEquals(1, launcher.play(shortRun().json(Path.of("/dev/full"))
            .exports(new ExportFiles(null, null, null, null, null, folder.resolve("run.html"))).build()));
        assertTrue(Files.readString(folder.resolve("run.html")).contains("\"exit\":1,"), "the report's exit code");
        assertEquals(1, told.toString().lines().filter(line -> line.contains("the summary could not be written")).count(),
            told::toString);
    }

    @Test
    void theSummaryOfAReplaySaysThatAViewWasBad() throws Exception {
        Path record = folder.resolve("run.rec");
        Path json = folder.resolve("replay.json");
        assertEquals(0, launcher.play(shortRun().record(record).build()), told::toString);
        assertEquals(0, launcher.replay(shortRun().views(true).replay(record).json(json).build()), told::toString);
        assertEquals(0, exit(json));
        Export spoiler = new Export() {
            @Override
            public void begin(Session session, Consumer<String> tell) {
                session.conductor().atStop(() -> countABadView(session));
            }

            @Override
            public void end(Session session, About about) {
            }
        };
        GameLauncher spoiled = new GameLauncher(System.out, new PrintStream(told, true), List.of(spoiler));
        assertEquals(1, spoiled.replay(shortRun().views(true).replay(record).json(json).build()), told::toString);
        assertEquals(1, exit(json));
        assertTrue(told.toString().contains("a lane saw a state of the world that was never published"), told::toString);
    }

    private static void countABadView(Session session) {
        List<?> accesses = (List<?>) field(field(session.world(), "members"), "accesses");
        ((AtomicLong) field(field(accesses.get(0), "views"), "bad")).set(1);
    }

    private static Object field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static int exit(Path summary) throws IOException {
        return new JsonReader().parse(Files.readString(summary)).getInt("exit");
    }

    @Test
    void whatWasAskedForOrRunsElsewhereStays() throws Exception {
        RunConfig four = config("four");
        RunConfig two = config("two");
        assertSame(four, launcher.fit(four, "x11"));
        assertSame(two, launcher.fit(two, "macos"));
        assertEquals("", told.toString());
    }
}
