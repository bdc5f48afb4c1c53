package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run played in a window ends in the same hash again, on whatever lanes. */
@EnabledOnOs(OS.LINUX)
final class ReplayIT {
    private static final List<String> LAYOUTS = List.of("four free", "four pipelined", "four lockstep", "classic lockstep",
        "two pipelined", "loaders free");

    @TempDir
    Path folder;

    @Test
    void aWindowedRunReplaysToItsHashOnAnyLanes() throws Exception {
        GameJar jar = new GameJar(folder);
        try (XDisplay display = XDisplay.start(1280, 720)) {
            GameJar.Ended live = jar.run(display, "--autopilot", "--seed", "11", "--ticks", "1200", "--record", "run.rec",
                "--json", "live.json", "--inject", "render.draw=30ms@every=1s", "--mute");
            assertEquals(new GameJar.Ended(0, List.of(), List.of()),
                new GameJar.Ended(live.exit(), live.out(), live.aboveSummary()));
        }
        JsonValue world = jar.soundJson("live.json").get("world");
        String hash = world.getString("hash");
        assertEquals(1200, world.getInt("tick"));
        for (String layout : LAYOUTS) {
            String[] words = layout.split(" ");
            GameJar.Ended replay = jar.run("replay", "run.rec", "--topology", words[0], "--barrier", words[1], "--views",
                "--expect", hash, "--json", "replay.json");
            assertEquals(0, replay.exit(), () -> layout + ": " + replay.err());
            assertEquals(3, replay.out().size(), () -> layout + ": " + replay.out());
            assertTrue(replay.out().get(0).matches("1000 [0-9a-f]{16}"), () -> layout + ": " + replay.out());
            assertEquals("final 1200 " + hash, replay.out().get(1), layout);
            assertTrue(replay.out().get(2).matches("views [1-9]\\d* bad 0"), () -> layout + ": " + replay.out());
            jar.soundJson("replay.json");
        }
        GameJar.Ended other = jar.run("replay", "run.rec", "--expect", "1234", "--json", "other.json", "--report", "other.html");
        assertEquals(1, other.exit());
        assertEquals(1, jar.json("other.json").getInt("exit"));
        assertTrue(Files.readString(jar.file("other.html")).contains("\"exit\":1,"), "the report's exit code");
        assertEquals(List.of("lockstep: the run ended with hash " + hash + ", not 1234"), other.err());
        assertEquals(2, other.out().size(), () -> other.out().toString());
    }
}
