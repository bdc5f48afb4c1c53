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
import java.util.List;
import java.util.function.Predicate;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.Pixels;
import lockstep.desktop.fixture.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a window: a person changes the running game with the panel, pauses its lanes and lets them resume. */
class PanelIT {
    private static final Rectangle TITLE = new Rectangle(785, 10, 240, 28);
    private static final Rectangle BANNER = new Rectangle(0, 420, 500, 300);
    private static final Rectangle MIDDLE = new Rectangle(300, 200, 900, 500);
    /** The cells of the line {@code render} on the page of lanes, 76 px each. */
    private static final Rectangle ON_FIRST = new Rectangle(780 + 107, 178, 60, 22);
    private static final Rectangle ON_FOURTH = new Rectangle(780 + 107 + 3 * 76, 178, 60, 22);
    private static final int ON = 0x6fc3ff, STANDS = 0xf5ff37;

    @RegisterExtension
    static final Screen SCREEN = new Screen(1280, 720);

    @TempDir
    Path folder;

    @Test
    void aPersonChangesTheRunningGame() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game = jar.start(SCREEN.display(), "--topology", "four", "--autopilot", "--seed", "5", "--overlay", "off",
            "--mute", "--views", "--json", "run.json");
        long window = SCREEN.display().window("Lockstep");
        SCREEN.display().pointer(100, 600);
        see("a picture", window, p -> Pixels.count(p, new Rectangle(0, 0, 300, 60), Pixels.light(180)) > 50);
        press("F2");
        see("the panel", window, p -> Pixels.count(p, TITLE, Pixels.light(200)) > 150);
        press("Down", "Right", "Right", "Right", "Right", "Tab", "Down", "Down", "Down");
        see("render on its own lane", window, p -> isOn(p, ON_FOURTH) && !isOn(p, ON_FIRST));
        press("Return");
        see("render on the main lane", window, p -> isOn(p, ON_FIRST) && !isOn(p, ON_FOURTH));
        press("Right", "Right", "Right", "Return");
        see("render on a lane of its own again", window, p -> isOn(p, ON_FOURTH) && !isOn(p, ON_FIRST));
        press("F6");
        see("the lanes stand", window, p -> stands(p));
        press("F7", "shift+F7", "F6");
        see("the lanes go on", window, p -> !stands(p));
        press("Tab", "Tab", "Tab", "Return");
        await("the saved topology").atMost(Duration.ofSeconds(30)).until(() -> Files.exists(jar.file("my-topology.toml")));
        press("F2");
        see("no panel", window, p -> Pixels.count(p, TITLE, Pixels.light(200)) < 100);
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());
        assertEquals(List.of(), game.complaints());
        assertFalse(ProcessHandle.of(game.pid()).isPresent(), "a process is left");

        JsonValue json = jar.soundJson("run.json");
        assertEquals("mutex", json.get("settings").getString("guard"));
        assertEquals("stamped", json.get("settings_at_end").getString("guard"));
        assertTrue(Files.readString(jar.file("my-topology.toml")).contains("guard = \"stamped\""));
        boolean found = false;
        for (JsonValue lane : json.get("lanes")) {
            found |=
                lane.getString("name").equals("render") && List.of(lane.get("roles").asStringArray()).equals(List.of("render"));
        }
        assertTrue(found, "no lane 'render' at the end");
    }

    @Test
    void whatIsPlantedAndWhatTearsIsSaid() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game = jar.start(SCREEN.display(), "--autopilot", "--seed", "5", "--guard", "none", "--barrier", "free",
            "--inject", "world.copy=20us@every=1", "--overlay", "off", "--mute", "--json", "run.json");
        long window = SCREEN.display().window("Lockstep");
        see("what is planted", window, p -> Pixels.count(p, BANNER, Pixels.near(0xffb454, 20)) > 400);
        see("a mark on what tears", window, p -> Pixels.count(p, MIDDLE, Pixels.near(0xff7a2e, 24)) > 150);
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());
        assertTrue(jar.json("run.json").get("world").getInt("torn_frames") > 0);
    }

    private static boolean isOn(BufferedImage p, Rectangle cell) {
        return Pixels.count(p, cell, Pixels.near(ON, 6)) > 400;
    }

    private static boolean stands(BufferedImage p) {
        return Pixels.count(p, BANNER, Pixels.near(STANDS, 6)) > 500;
    }

    private static void press(String... keys) {
        for (String key : keys) {
            SCREEN.display().tool("xdotool", "key", key, "sleep", "0.15");
        }
    }

    private static void see(String what, long window, Predicate<BufferedImage> seen) {
        await(what).atMost(Duration.ofSeconds(60)).until(() -> {
            int[] at = SCREEN.display().place(window);
            return seen.test(SCREEN.display().screenshot().getSubimage(at[0], at[1], 1280, 720));
        });
    }
}
