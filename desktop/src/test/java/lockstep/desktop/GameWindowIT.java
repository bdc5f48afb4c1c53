package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.Pixels;
import lockstep.desktop.fixture.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The game as a person meets it: keys typed from outside, judged by what is on the screen. Areas are px of 1280x720. */
final class GameWindowIT {
    private static final Rectangle LOGO = new Rectangle(90, 165, 480, 95);
    private static final Rectangle COMPACT = new Rectangle(0, 624, 420, 96);
    private static final Rectangle SWIM_LANES = new Rectangle(586, 490, 684, 110);
    private static final Rectangle PAUSED = new Rectangle(480, 200, 200, 50);
    private static final Rectangle SHIP_LOST = new Rectangle(280, 165, 200, 50);
    private static final Rectangle SHIELDS = new Rectangle(20, 50, 90, 40);
    private static final Rectangle NEAR_SHIP = new Rectangle(400, 260, 480, 200);
    private static final Rectangle LEFT_WALL = new Rectangle(60, 300, 340, 100);
    private static final int DOCK_TOP = 720 - 232;
    /** The blues of work: each role on a lane has its own. */
    private static final IntPredicate WORK = c -> (c & 0xff) > 100 && (c & 0xff) > 2 * (c >> 16 & 0xff) && (c >> 8 & 0xff) > 60;
    private static final IntPredicate SHIELD = c -> (c >> 16 & 0xff) < 110 && (c >> 8 & 0xff) > 90 && (c & 0xff) > 200;
    private static final IntPredicate SHIP = c -> (c >> 16 & 0xff) > 135 && (c >> 8 & 0xff) > 135 && (c & 0xff) > 170
        && (c & 0xff) >= (c >> 16 & 0xff);
    private static final IntPredicate WALL = c -> (c >> 16 & 0xff) > 150 && (c >> 16 & 0xff) - (c & 0xff) > 90;

    @RegisterExtension
    static final Screen SCREEN = new Screen(1920, 1080);

    @TempDir
    Path folder;

    @Test
    void aPersonPlays() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game =
            jar.start(SCREEN.display(), "--topology", "four", "--seed", "5", "--bodies", "1", "--overlay", "off", "--mute",
                "--json", "run.json", "--screenshot", "title.png@1.5", "--screenshot", "later.png@2.5");
        long window = SCREEN.display().window("Lockstep");
        see("the title", window, p -> Pixels.count(p, LOGO, Pixels.light(180)) > 5000);
        await("screenshots").atMost(Duration.ofSeconds(60)).until(() -> Files.exists(jar.file("later.png")));

        SCREEN.display().key("Return");
        see("a ship with its shields", window, p -> Pixels.count(p, SHIELDS, SHIELD) > 400 && ship(p).width > 25);
        assertTrue(Pixels.count(picture(window), LOGO, Pixels.light(180)) < 2000, "the title is still there");
        turnUntil("upright", window, "a", ship -> ship.height > ship.width * 1.1);
        turnUntil("level", window, "d", ship -> ship.width > ship.height * 1.1);
        see("the wall at the left", window, p -> Pixels.count(p, LEFT_WALL, WALL) > 100);
        SCREEN.display().keyDown("w");
        see("the wall left behind", window, p -> Pixels.count(p, LEFT_WALL, WALL) == 0);
        SCREEN.display().keyUp("w");

        overlay(window);
        pause(window);
        sizes(window);
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());
        assertEquals(List.of(), game.complaints());
        assertEquals(List.of(), game.out());
        assertFalse(ProcessHandle.of(game.pid()).isPresent(), "a process is left");
        assertEquals("", SCREEN.display().tool("xdotool", "search", "--name", "^Lockstep$"), "a window is left");

        JsonValue json = jar.soundJson("run.json");
        assertEquals(0, json.getInt("exit"));
        assertEquals("x11", json.getString("display"));
        assertTrue(json.get("input").getInt("events") > 20);
        for (String name : List.of("title.png", "later.png")) {
            BufferedImage shot = ImageIO.read(jar.file(name).toFile());
            assertEquals(1280, shot.getWidth());
            assertEquals(720, shot.getHeight());
            assertTrue(Pixels.count(shot, LOGO, Pixels.light(180)) > 3000, name + " shows no title");
        }
        assertFalse(Files.exists(jar.file("title.png.part")));
    }

    /** Taps a turn key until the ship looks so: how far one tap turns it depends on the machine. */
    private static void turnUntil(String name, long window, String key, Predicate<Rectangle> done) {
        see("the ship turned " + name, window, p -> {
            if (done.test(ship(p))) {
                return true;
            }
            SCREEN.display().tool("xdotool", "keydown", key, "sleep", "0.08", "keyup", key);
            return false;
        });
    }

    private static void overlay(long window) {
        SCREEN.display().key("F1");
        see("the compact overlay", window, p -> Pixels.count(p, COMPACT, Pixels.light(215)) > 150 && !docked(p));
        SCREEN.display().key("F1");
        see("the full overlay", window, p -> docked(p) && Pixels.count(p, SWIM_LANES, WORK) > 300);
        SCREEN.display().key("F1");
        see("no overlay", window, p -> !docked(p) && Pixels.count(p, COMPACT, Pixels.light(215)) < 100);
    }

    private static void pause(long window) {
        SCREEN.display().key("Escape");
        see("the pause screen", window,
            p -> Pixels.count(p, PAUSED, Pixels.light(200)) > 200 && Pixels.count(p, SHIELDS, SHIELD) == 0);
        SCREEN.display().key("Escape");
        see("the game again", window,
            p -> Pixels.count(p, PAUSED, Pixels.light(200)) < 100 && Pixels.count(p, SHIELDS, SHIELD) > 100);
    }

    private static void sizes(long window) {
        int[] place = SCREEN.display().place(window);
        SCREEN.display().key("F11");
        await("full screen").atMost(Duration.ofSeconds(30))
            .until(() -> SCREEN.display().place(window)[0] == 0 && filled(0, 0, 1920, 1080));
        SCREEN.display().key("F11");
        await("a window again").atMost(Duration.ofSeconds(30)).until(() -> SCREEN.display().place(window)[0] == place[0]);
        SCREEN.display().tool("xdotool", "key", "F1", "sleep", "0.3", "key", "F1", "sleep", "0.3");
        for (int[] size : new int[][] {{64, 64}, {900, 600}, {1600, 900}}) {
            SCREEN.display().resize(window, size[0], size[1]);
            await("a picture of " + size[0] + "x" + size[1]).atMost(Duration.ofSeconds(30)).until(() -> {
                int[] at = SCREEN.display().place(window);
                return filled(at[0], at[1], size[0], size[1]);
            });
        }
    }

    @Test
    void aLostShipFliesAgainAndSettingsAreKept() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game = jar.start(SCREEN.display(), "--seed", "5", "--bodies", "1500", "--overlay", "off", "--mute");
        long window = SCREEN.display().window("Lockstep");
        see("the title", window, p -> Pixels.count(p, LOGO, Pixels.light(180)) > 5000);
        changeVolume();
        Path settings = jar.file("config/lockstep/settings.toml");
        await("saved settings").atMost(Duration.ofSeconds(30)).until(() -> text(settings).contains("master = 0.75"));
        SCREEN.display().key("Return");
        see("a ship with its shields", window, p -> Pixels.count(p, SHIELDS, SHIELD) > 100);
        SCREEN.display().keyDown("w");
        see("the end of the run", window, p -> Pixels.count(p, SHIP_LOST, Pixels.light(215)) > 400);
        SCREEN.display().keyUp("w");
        see("the next run", window, p -> {
            SCREEN.display().key("Return");
            return Pixels.count(p, SHIELDS, SHIELD) > 100;
        });
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());

        ChildJvm next = jar.start(SCREEN.display(), "--mute");
        long nextWindow = SCREEN.display().window("Lockstep");
        see("the title", nextWindow, p -> Pixels.count(p, LOGO, Pixels.light(180)) > 5000);
        changeVolume();
        await("settings that begin where they were").atMost(Duration.ofSeconds(30))
            .until(() -> text(settings).contains("master = 0.7\n"));
        typeUntilItEnds(next, "Down", "Down", "Return", "Down", "Return");
        assertEquals(0, next.exit(), () -> next.err().toString());
        assertEquals(List.of(), next.complaints());
    }

    /** From the title to the settings, one step down with the first slider, and back to Play. */
    private static void changeVolume() {
        for (String key : List.of("Down", "Return", "Left", "Escape", "Up")) {
            SCREEN.display().tool("xdotool", "key", key, "sleep", "0.2");
        }
    }

    private static void typeUntilItEnds(ChildJvm game, String... keys) {
        for (String key : keys) {
            if (game.isAlive()) {
                SCREEN.display().tool("xdotool", "key", key, "sleep", "0.2");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "two", "loaders"})
    void everyTopologyShowsItsLanes(String topology) throws Exception {
        GameJar jar = new GameJar(folder);
        GameJar.Ended ended =
            jar.run(SCREEN.display(), "--topology", topology, "--autopilot", "--seed", "3", "--seconds", "3", "--views",
                "--overlay", "full", "--screenshot", "lanes.png@2", "--json", "run.json", "--mute");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(List.of(), ended.aboveSummary());
        assertTrue(ended.err().stream().anyMatch(line -> line.startsWith("torn frames 0")), () -> ended.err().toString());
        BufferedImage shot = ImageIO.read(jar.file("lanes.png").toFile());
        assertTrue(docked(shot), "no overlay");
        assertTrue(Pixels.count(shot, SWIM_LANES, WORK) > 100, "no work on the lanes");
        JsonValue json = jar.soundJson("run.json");
        assertEquals(topology, json.get("settings").getString("topology"));
        assertTrue(json.get("world").getInt("views") > 0);
        assertTrue(json.get("frames").getInt("count") > 10);
    }

    private static Rectangle ship(BufferedImage picture) {
        return Pixels.largest(picture, NEAR_SHIP, SHIP);
    }

    /** True if the line above the dock goes from edge to edge in one colour. */
    private static boolean docked(BufferedImage picture) {
        int colour = picture.getRGB(3, DOCK_TOP);
        return Pixels.count(picture, new Rectangle(0, DOCK_TOP, 1280, 1), Pixels.near(colour & 0xffffff, 0)) == 1280;
    }

    private static void see(String what, long window, Predicate<BufferedImage> seen) {
        await(what).atMost(Duration.ofSeconds(60)).until(() -> seen.test(picture(window)));
    }

    private static BufferedImage picture(long window) {
        int[] at = SCREEN.display().place(window);
        return SCREEN.display().screenshot().getSubimage(at[0], at[1], 1280, 720);
    }

    /** True if the picture reaches every corner: space is dark, but outside the window all is black. */
    private static boolean filled(int x, int y, int width, int height) {
        BufferedImage screen = SCREEN.display().screenshot();
        for (int cx : new int[] {x, x + width - 40}) {
            for (int cy : new int[] {y, y + height - 40}) {
                if (Pixels.count(screen, new Rectangle(cx, cy, 40, 40), c -> c != 0) < 1200) {
                    return false;
                }
            }
        }
        return screen.getWidth() == x + width
            || Pixels.brightness(screen, new Rectangle(x + width, y, screen.getWidth() - x - width, height)) == 0;
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
