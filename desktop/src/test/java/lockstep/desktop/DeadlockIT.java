package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.Pixels;
import lockstep.desktop.fixture.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar in a window whose other lanes lock each other up: a person sees it, looks around, and ends it or leaves. */
class DeadlockIT {
    private static final Rectangle TITLE = new Rectangle(785, 10, 240, 28);
    private static final Rectangle BANNER = new Rectangle(0, 420, 500, 300);
    private static final Rectangle FOOT = new Rectangle(10, 665, 460, 50);
    private static final int LATE = 0xff6b57, BACKGROUND = 0x0b1020;

    @RegisterExtension
    static final Screen SCREEN = new Screen(1280, 720);

    @TempDir
    Path folder;

    private final List<String> prone = new ArrayList<>(List.of("--inject", "physics.hold=2ms@every=3", "--inject",
        "assets.hold=2ms@every=2", "--hz", "assets=120", "--granularity", "region", "--hold", "tick", "--autopilot", "--seed",
        "5",
        "--overlay", "off", "--mute", "--json", "run.json"));
    private ChildJvm game;
    private long window;

    private GameJar start(String... more) throws Exception {
        GameJar jar = new GameJar(folder);
        prone.addAll(List.of(more));
        game = jar.start(SCREEN.display(), prone.toArray(String[]::new));
        window = SCREEN.display().window("Lockstep");
        SCREEN.display().pointer(40, 100);
        return jar;
    }

    private JsonValue close(GameJar jar) throws Exception {
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());
        return jar.soundJson("run.json");
    }

    @Test
    void aPersonSeesADeadlockLooksAroundAndBreaksIt() throws Exception {
        GameJar jar = start("--order", "as-written");
        seeDeadlock();
        press("F3");
        see("the timeline, or that there is no late frame", p -> Pixels.count(p, FOOT, Pixels.near(BACKGROUND, 2)) > 15_000);
        press("F3", "F6", "F2");
        see("the panel", p -> Pixels.count(p, TITLE, Pixels.light(200)) > 150);
        press("Down", "Down", "Down", "Down", "Down", "Down", "Down", "Right");
        told("gives back what it holds", 5);
        press("F2");
        see("no panel", p -> Pixels.count(p, TITLE, Pixels.light(200)) < 100);
        JsonValue json = close(jar);
        assertEquals("reported", json.get("deadlocks").get(0).getString("resolved"));
        assertEquals("broken", json.get("deadlocks").get(1).getString("resolved"));
        assertTrue(json.get("frames").getInt("redrawn") > 5, "frames drawn again are not counted");
    }

    @ParameterizedTest
    @CsvSource({"four, lockstep", "loaders, free"})
    void aDeadlockBroughtAboutOnThePanelIsSeenAndCanBeLeft(String topology, String barrier) throws Exception {
        GameJar jar = start("--topology", topology, "--barrier", barrier);
        see("a picture", p -> Pixels.count(p, new Rectangle(0, 0, 300, 60), Pixels.light(180)) > 50);
        press("F2");
        see("the panel", p -> Pixels.count(p, TITLE, Pixels.light(200)) > 150);
        press("Down", "Down", "Down", "Right");
        seeDeadlock();
        JsonValue json = close(jar);
        assertEquals("as-written", json.get("settings_at_end").getString("order"));
        assertEquals("reported", json.get("deadlocks").get(0).getString("resolved"));
    }

    /** Nobody could see it or ask for anything: so it is broken though it is only to be reported. */
    @Test
    void aDeadlockThatStopsTheWindowItselfIsBroken() throws Exception {
        Path file = folder.resolve("own.toml");
        Files.writeString(file, "[lanes]\nmain = [\"input\", \"physics\", \"render\"]\nload = [\"assets\"]\n");
        GameJar jar = start("--order", "as-written", "--topology", file.toString());
        told("because the window needs lane 'main'", 3);
        JsonValue json = close(jar);
        assertEquals("broken", json.get("deadlocks").get(0).getString("resolved"));
    }

    private void seeDeadlock() {
        see("the deadlock named", p -> Pixels.count(p, BANNER, Pixels.near(LATE, 30)) > 300);
        told("lockstep: deadlock: 'physics' holds ", 1);
        assertFalse(game.err().stream().anyMatch(line -> line.contains("gives back what it holds")), "it was broken unasked");
    }

    private void told(String part, int times) {
        await(times + " times '" + part + "'").atMost(Duration.ofSeconds(60))
            .until(() -> game.err().stream().filter(line -> line.contains(part)).count() >= times);
    }

    private static void press(String... keys) {
        for (String key : keys) {
            SCREEN.display().tool("xdotool", "key", key, "sleep", "0.15");
        }
    }

    private void see(String what, Predicate<BufferedImage> seen) {
        await(what).atMost(Duration.ofSeconds(60)).until(() -> {
            int[] at = SCREEN.display().place(window);
            return seen.test(SCREEN.display().screenshot().getSubimage(at[0], at[1], 1280, 720));
        });
    }
}
