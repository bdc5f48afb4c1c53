package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.Pixels;
import lockstep.desktop.fixture.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a window: what pauses a player's run, what goes on with it, and what ends it. Areas are px of 1280x720. */
final class PauseIT {
    private static final Rectangle SHIELDS = new Rectangle(20, 50, 90, 40);
    private static final Rectangle PANEL_TITLE = new Rectangle(785, 10, 240, 28);
    /** Below the tokens, in the middle of what the panel or the timeline leaves. */
    private static final Rectangle HELD_BY_PANEL = new Rectangle(340, 72, 100, 30),
        HELD_BY_TIMELINE = new Rectangle(590, 72, 100, 30);
    private static final Rectangle TIMELINE = new Rectangle(10, 625, 460, 90);
    /** Headings of dialogs, alone and above the full overlay. */
    private static final Rectangle PAUSED = new Rectangle(480, 200, 200, 50), PAUSED_ABOVE = new Rectangle(480, 85, 200, 40);
    private static final Rectangle ASKED_ABOVE = new Rectangle(440, 150, 220, 40);
    private static final IntPredicate SHIELD = c -> (c >> 16 & 0xff) < 110 && (c >> 8 & 0xff) > 90 && (c & 0xff) > 200;
    private static final IntPredicate HELD = Pixels.near(0xffec35, 60);

    @RegisterExtension
    static final Screen SCREEN = new Screen(1280, 720);

    @TempDir
    Path folder;

    private ChildJvm game;
    private long window;

    private void fly(String... args) throws Exception {
        game = new GameJar(folder).start(SCREEN.display(), args);
        window = SCREEN.display().window("Lockstep");
        see("a ship with its shields", p -> {
            SCREEN.display().tool("xdotool", "key", "Return", "sleep", "0.3");
            return Pixels.count(p, SHIELDS, SHIELD) > 400;
        });
    }

    @Test
    void aPanelPausesTheRunAndGoesOnOnlyIfItHadPausedIt() throws Exception {
        fly("--seed", "5", "--bodies", "1", "--overlay", "off", "--mute");
        press("F2");
        see("the panel beside a run that pauses", p -> isOpen(p) && isHeld(p, HELD_BY_PANEL));
        press("F3");
        see("the timeline over a run that pauses",
            p -> !isOpen(p) && isHeld(p, HELD_BY_TIMELINE) && Pixels.count(p, TIMELINE, Pixels.light(200)) > 100);
        press("F3");
        see("the run again", p -> !isHeld(p, HELD_BY_TIMELINE) && !isPaused(p));
        press("Escape");
        see("the pause", this::isPaused);
        press("F2");
        see("the panel in place of the menu", p -> isOpen(p) && !isPaused(p));
        press("F2");
        see("the pause as it was", p -> !isOpen(p) && isPaused(p));
        press("Escape");
        see("the run once more", p -> !isPaused(p) && Pixels.count(p, SHIELDS, SHIELD) > 400);
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), "a window that is closed asks nothing");
    }

    @Test
    void whoDoesNotWantItFliesOnBesideThePanel() throws Exception {
        Path settings = folder.resolve("config/lockstep/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "[play]\npanels-pause = false\n");
        fly("--seed", "5", "--bodies", "1", "--overlay", "off", "--mute");
        press("F2");
        see("the panel beside a run that goes on", p -> isOpen(p) && !isHeld(p, HELD_BY_PANEL));
        press("F2");
        SCREEN.display().askToClose(window);
        assertEquals(0, game.exit(), () -> game.err().toString());
    }

    @Test
    void clicksLandOnWhatIsUnderThemAboveTheFullOverlayAndQuitAsksOnce() throws Exception {
        fly("--seed", "5", "--bodies", "1", "--overlay", "full", "--mute");
        press("Escape");
        see("the pause above the overlay", p -> is(p, PAUSED_ABOVE));
        click(378);
        see("the question", p -> is(p, ASKED_ABOVE));
        click(260);
        see("the pause again", p -> is(p, PAUSED_ABOVE) && !is(p, ASKED_ABOVE));
        click(228);
        see("whether to start again", p -> is(p, ASKED_ABOVE));
        click(310);
        see("a new run", p -> !is(p, ASKED_ABOVE) && !is(p, PAUSED_ABOVE) && Pixels.count(p, SHIELDS, SHIELD) > 400);
        press("Escape");
        see("the pause above the overlay", p -> is(p, PAUSED_ABOVE));
        click(378);
        see("the question", p -> is(p, ASKED_ABOVE));
        click(310);
        assertEquals(0, game.exit(), () -> game.err().toString());
    }

    private static void click(int y) {
        SCREEN.display().tool("xdotool", "mousemove", "600", Integer.toString(y), "click", "1", "sleep", "0.3");
    }

    private static boolean isOpen(BufferedImage p) {
        return Pixels.count(p, PANEL_TITLE, Pixels.light(200)) > 150;
    }

    private static boolean isHeld(BufferedImage p, Rectangle where) {
        return Pixels.count(p, where, HELD) > 60;
    }

    private boolean isPaused(BufferedImage p) {
        return is(p, PAUSED);
    }

    private static boolean is(BufferedImage p, Rectangle heading) {
        return Pixels.count(p, heading, Pixels.light(200)) > 200;
    }

    private static void press(String key) {
        SCREEN.display().tool("xdotool", "key", key, "sleep", "0.2");
    }

    private void see(String what, Predicate<BufferedImage> seen) {
        await(what).atMost(Duration.ofSeconds(60)).until(() -> {
            int[] at = SCREEN.display().place(window);
            return seen.test(SCREEN.display().screenshot().getSubimage(at[0], at[1], 1280, 720));
        });
    }
}
