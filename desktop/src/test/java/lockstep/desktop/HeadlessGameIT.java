package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.NewerJdk;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar without a window, on this JDK and on a newer one, and its commands that play nothing. */
@EnabledOnOs(OS.LINUX)
final class HeadlessGameIT {
    @TempDir
    Path folder;

    @Test
    void withoutADisplayItSaysWhyAndPlaysItself() throws Exception {
        GameJar jar = new GameJar(folder);
        GameJar.Ended ended = jar.run("--seconds", "2", "--seed", "2", "--json", "run.json");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(List.of("lockstep: no display: DISPLAY and WAYLAND_DISPLAY are not set; run under a desktop, "
            + "or install xvfb and use xvfb-run", "lockstep: running headless with the autopilot instead"), ended.told());
        assertTrue(ended.err().stream().anyMatch(line -> line.startsWith("1 s: ")), () -> ended.err().toString());
        assertTrue(ended.err().stream().anyMatch(line -> line.startsWith("torn frames 0")), () -> ended.err().toString());
        assertEquals(List.of(), ended.out());
        JsonValue json = jar.soundJson("run.json");
        assertEquals("headless", json.getString("display"));
        assertTrue(json.get("world").getInt("tick") > 60);
        assertTrue(json.get("assets").getInt("loaded") > 0);
    }

    @Test
    void aDeadDisplayIsNamed() throws Exception {
        GameJar.Ended ended = GameJar.end(new GameJar(folder).startWithout(":54321", "--seconds", "1"));
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(2, ended.told().size(), () -> ended.err().toString());
        assertTrue(ended.err().get(0).contains("Failed to open display :54321"), () -> ended.err().toString());
    }

    @Test
    void headlessOpensNoWindowAndComplainsOfNothing() throws Exception {
        try (XDisplay display = XDisplay.start(640, 480)) {
            ChildJvm game = new GameJar(folder).start(display, "--headless", "--seconds", "2", "--autopilot");
            boolean window = false;
            while (game.isAlive()) {
                window |= !display.tool("xdotool", "search", "--name", ".").isEmpty();
            }
            GameJar.Ended ended = GameJar.end(game);
            assertEquals(0, ended.exit());
            assertEquals(List.of(), ended.out());
            assertEquals(List.of(), ended.told());
            assertFalse(window, "a window was opened");
        }
    }

    @Test
    void hogsBurnAsOftenAsAskedAndEachTimeIsLogged() throws Exception {
        GameJar jar = new GameJar(folder);
        GameJar.Ended ended =
            jar.run("--headless", "--autopilot", "--overlay", "off", "--seconds", "4", "--inject", "hog=2@every=1s",
                "--json", "run.json");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        JsonValue fired = jar.json("run.json").get("injected");
        assertTrue(fired.size >= 2 && fired.size <= 4, fired::toString);
        for (int i = 0; i < fired.size; i++) {
            assertEquals("hog", fired.get(i).getString("point"));
            assertTrue(fired.get(i).getLong("for_ns") >= 500_000_000 || i == fired.size - 1, fired::toString);
            assertTrue(i == 0 || fired.get(i).getLong("at_ns") - fired.get(i - 1).getLong("at_ns") >= 1_000_000_000,
                fired::toString);
        }
    }

    @Test
    void commandsThatPlayNothing() throws Exception {
        GameJar jar = new GameJar(folder);
        GameJar.Ended topologies = jar.run("topologies");
        assertEquals(0, topologies.exit());
        assertEquals(List.of(), topologies.err());
        assertEquals(List.of("four", "classic", "two", "loaders"),
            topologies.out().stream().map(line -> line.split(" ")[0]).limit(4).toList());
        GameJar.Ended doctor = jar.run("doctor");
        assertEquals(0, doctor.exit());
        assertEquals(List.of(), doctor.out());
        assertTrue(
            doctor.err().stream().anyMatch(line -> line.startsWith("java") && line.contains(System.getProperty("java.version"))),
            () -> doctor.err().toString());
        assertTrue(doctor.err().stream().anyMatch(line -> line.contains("xvfb")), () -> doctor.err().toString());
        GameJar.Ended version = jar.run("--version");
        assertEquals(0, version.exit());
        assertTrue(version.out().size() == 1 && version.out().get(0).matches("Lockstep \\d+\\.\\d+.*"),
            () -> version.out().toString());
        GameJar.Ended help = jar.run("--help");
        assertEquals(0, help.exit());
        assertTrue(String.join("\n", help.out()).contains("topologies"), () -> help.out().toString());
        assertEquals(List.of(), help.err());
    }

    @Test
    void aNewerJdkRunsTheJarWithoutAWordAndToTheSameHash() throws Exception {
        GameJar newer = new GameJar(folder, NewerJdk.home());
        GameJar jar = new GameJar(folder);
        GameJar.Ended recorded =
            jar.run("--headless", "--autopilot", "--seconds", "2", "--record", "run.rec", "--json", "run.json");
        assertEquals(0, recorded.exit(), () -> recorded.err().toString());
        String hash = jar.soundJson("run.json").get("world").getString("hash");
        GameJar.Ended replay = newer.run("replay", "run.rec", "--expect", hash);
        assertEquals(0, replay.exit(), () -> replay.err().toString());
        assertEquals(List.of(), replay.err());
        assertTrue(replay.out().get(replay.out().size() - 1).endsWith(hash), () -> replay.out().toString());
        runsQuietly(newer);
    }

    private static void runsQuietly(GameJar newer) throws IOException, InterruptedException {
        try (XDisplay display = XDisplay.start(1280, 720)) {
            GameJar.Ended ended = newer.run(display, "--autopilot", "--seconds", "2", "--mute", "--json", "newer.json");
            assertEquals(new GameJar.Ended(0, List.of(), List.of()),
                new GameJar.Ended(ended.exit(), ended.out(), ended.aboveSummary()));
            assertEquals("x11", newer.soundJson("newer.json").getString("display"));
        }
    }
}
