package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.Speedscope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Another's viewer opens Chrome's trace events of a game. */
@EnabledOnOs(OS.LINUX)
final class SpeedscopeIT {
    @TempDir
    Path folder;

    @Test
    void itShowsTheLanesAndWhatTheyDidAndComplainsOfNothing() throws Exception {
        Speedscope.need();
        GameJar jar = new GameJar(folder);
        GameJar.Ended ended = jar.run("--headless", "--autopilot", "--overlay", "off", "--seconds", "2", "--trace", "run.json",
            "--inject", "assets.hold=20ms@every=100ms");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(List.of(), ended.told());
        Speedscope.Shown shown = Speedscope.open(Files.readString(jar.file("run.json")), folder);
        assertEquals(List.of(), shown.told());
        assertEquals("run.json - speedscope", shown.title());
        assertShows(shown, "frames", "frame ");
        assertShows(shown, "input", "input");
        assertShows(shown, "physics", "physics");
        assertShows(shown, "assets", "decode sprites.png");
        assertShows(shown, "render", "wait for world (held by assets)");
        assertShows(shown, "guard world", "assets");
    }

    private static void assertShows(Speedscope.Shown shown, String track, String slice) {
        Pattern heading = Pattern.compile("Lockstep \\(pid \\d+\\), " + Pattern.quote(track) + " \\(tid \\d+\\)");
        String table = shown.profiles().stream().filter(p -> heading.matcher(p).find()).findFirst()
            .orElseThrow(() -> new AssertionError("no '" + track + "' in " + shown.profiles()));
        assertTrue(table.contains("\t" + slice), () -> "no '" + slice + "' in " + table);
    }

    @Test
    void itComplainsOfSlicesThatDoNotNest() throws Exception {
        Speedscope.need();
        String crossed = """
            [{"ph":"B","pid":1,"tid":1,"ts":1.0,"name":"a"}, {"ph":"B","pid":1,"tid":1,"ts":2.0,"name":"b"},
            {"ph":"E","pid":1,"tid":1,"ts":3.0,"name":"a"}, {"ph":"E","pid":1,"tid":1,"ts":4.0,"name":"b"}]
            """;
        assertFalse(Speedscope.open(crossed, folder).told().isEmpty());
    }
}
