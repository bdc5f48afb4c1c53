package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.Pixels;
import lockstep.desktop.fixture.Screen;
import lockstep.desktop.fixture.TimelineDemo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a window: a person is told that a frame was late and looks at why. */
class LateFrameIT {
    /** With four lanes and no dock: the bars of budget and excess, the rows, the words above. */
    private static final Rectangle BARS = new Rectangle(118, 466, 1150, 26);
    private static final Rectangle ROWS = new Rectangle(118, 488, 1150, 184);
    private static final Rectangle TITLE = new Rectangle(10, 330, 700, 30);
    /** The frame's number, in the title. */
    private static final Rectangle NUMBER = new Rectangle(10, 330, 85, 30);
    private static final Rectangle NUMBERS = new Rectangle(800, 360, 460, 90);
    /** The plate at the lower left: with the overlay off, above the compact one, above the full one. */
    private static final Rectangle PLATE = new Rectangle(0, 600, 500, 120), ABOVE_COMPACT = new Rectangle(0, 420, 500, 200),
        ABOVE_FULL = new Rectangle(0, 300, 500, 188);
    private static final Rectangle COMPACT_LINE = new Rectangle(0, 698, 420, 20);
    private static final Rectangle FOOT = new Rectangle(10, 625, 460, 50);
    private static final Rectangle PANEL_TITLE = new Rectangle(785, 10, 240, 28);
    private static final int BUDGET = 0x65dfb3, LATE = 0xff6b57, BACKGROUND = 0x0b1020;

    @RegisterExtension
    static final Screen SCREEN = new Screen(1280, 720);

    @TempDir
    Path folder;

    @Test
    void aPersonIsToldOfALateFrameAndLooksAtWhy() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game =
            jar.start(SCREEN.display(), "--topology", "four", "--autopilot", "--seed", "5", "--overlay", "off", "--mute",
                "--inject", "render.draw=40ms@every=700ms", "--json", "run.json");
        long window = SCREEN.display().window("Lockstep");
        SCREEN.display().pointer(40, 100);
        see("a late frame, by its plate and with the overlay off no word of it", window,
            p -> Pixels.count(p, PLATE, Pixels.near(0xffb454, 20)) > 400 && Pixels.count(p, PLATE, Pixels.near(LATE, 6)) == 0);
        press("F1");
        see("a line of it in the compact overlay and no plate", window,
            p -> Pixels.count(p, COMPACT_LINE, Pixels.near(LATE, 30)) > 40
                && Pixels.count(p, ABOVE_COMPACT, Pixels.near(LATE, 6)) == 0);
        press("F1");
        see("what is said of a late frame", window, p -> Pixels.count(p, ABOVE_FULL, Pixels.near(LATE, 30)) > 100);
        press("F1", "F3");
        see("the timeline", window, p -> isOpen(p) && Pixels.count(p, BARS, Pixels.near(BUDGET, 4)) > 100
            && Pixels.count(p, TITLE, Pixels.near(LATE, 60)) > 300 && Pixels.count(p, ROWS, Pixels.light(235)) > 500);
        assertEquals(0, Pixels.count(picture(window), NUMBERS, Pixels.light(200)), "numbers of a span before one was chosen");
        press("Tab");
        see("a span's numbers", window, p -> Pixels.count(p, NUMBERS, Pixels.light(200)) > 100);
        // Not from the frame shown: on a loaded machine it may by now be older than all that are kept.
        await("an older late frame").atMost(Duration.ofSeconds(60)).until(() -> {
            press("End");
            BufferedImage newest = picture(window);
            press("Prior");
            BufferedImage older = picture(window);
            return isOpen(newest) && isOpen(older) && differs(newest, older, NUMBER);
        });
        press("F2");
        see("the panel in its place", window, p -> !isOpen(p) && Pixels.count(p, PANEL_TITLE, Pixels.light(200)) > 150);
        press("F3");
        see("the timeline in the panel's place", window, p -> isOpen(p) && Pixels.count(p, PANEL_TITLE, Pixels.light(200)) < 100);
        press("Escape");
        see("the game alone", window, p -> !isOpen(p));
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());
        assertEquals(List.of(), game.complaints());
        JsonValue late = jar.soundJson("run.json").get("late_frames");
        assertTrue(late.size > 1, "no late frames");
        int drawn = 0;
        for (JsonValue frame : late) {
            drawn += frame.get("causes").size > 0 && frame.get("causes").get(0).getString("lane").equals("render") ? 1 : 0;
        }
        assertTrue(drawn > 0, "no frame was late by what was planted in render");
        boolean said = false;
        for (JsonValue frame : late) {
            said |= frame.getString("says").contains("planted: render.draw 40ms every 700ms");
        }
        assertTrue(said, () -> "no verdict says what was planted: " + late);
    }

    @Test
    void withNoLateFrameTheRuleIsStated() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game =
            jar.start(SCREEN.display(), "--autopilot", "--seed", "5", "--overlay", "off", "--mute", "--late", "9000ms,500x");
        long window = SCREEN.display().window("Lockstep");
        see("a picture", window, p -> Pixels.count(p, new Rectangle(0, 0, 300, 60), Pixels.light(180)) > 50);
        press("F3");
        see("that there is none, and the rule", window, p -> Pixels.count(p, FOOT, Pixels.light(200)) > 150
            && Pixels.count(p, FOOT, Pixels.near(BACKGROUND, 2)) > 15_000);
        press("F3");
        see("the game alone", window, p -> Pixels.count(p, FOOT, Pixels.near(BACKGROUND, 2)) < 15_000);
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());
    }

    /** The demo presses keys and turns the wheel, then draws frames in which nothing happens. */
    @Test
    void anOpenTimelineAllocatesNothingBetweenEvents() throws Exception {
        ChildJvm demo = SCREEN.display().java(TimelineDemo.class, "1280", "720", folder.toString(), "14");
        assertEquals(0, demo.exit(), () -> demo.err().toString());
        List<String> pictures = demo.out().stream().filter(line -> line.startsWith("picture")).toList();
        assertEquals(6, pictures.size(), pictures::toString);
        for (String line : pictures) {
            assertTrue(line.endsWith("bytes in the last frame 0"), line);
        }
    }

    private static boolean isOpen(BufferedImage p) {
        return Pixels.count(p, BARS, Pixels.near(LATE, 4)) > 2_000;
    }

    private static boolean differs(BufferedImage a, BufferedImage b, Rectangle area) {
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void press(String... keys) {
        for (String key : keys) {
            SCREEN.display().tool("xdotool", "key", key, "sleep", "0.15");
        }
    }

    private static BufferedImage picture(long window) {
        int[] at = SCREEN.display().place(window);
        return SCREEN.display().screenshot().getSubimage(at[0], at[1], 1280, 720);
    }

    private static void see(String what, long window, Predicate<BufferedImage> seen) {
        await(what).atMost(Duration.ofSeconds(60)).until(() -> seen.test(picture(window)));
    }
}
