package lockstep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import java.util.ArrayList;
import java.util.List;
import lockstep.engine.Pad;
import lockstep.game.Mode;
import lockstep.view.Menus.Screen;
import org.junit.jupiter.api.Test;

class MenusTest {
    private static final float FRAME = 1 / 60f;

    private final KeptSettings settings = new KeptSettings();
    private final List<Command> commands = new ArrayList<>();
    private final Layout layout = new Layout();
    private Menus menus = new Menus(settings, commands::add, layout, false);

    private boolean see(Mode mode, int run) {
        boolean ended = menus.see(mode.ordinal(), run, FRAME);
        layout.arrange(menus.screen(), menus.items().length, 1280, 720, 0, 1);
        return ended;
    }

    private void wait(Mode mode, int run, float seconds) {
        for (float t = 0; t < seconds; t += FRAME) {
            see(mode, run);
        }
    }

    private void fly() {
        see(Mode.PLAYING, 1);
        menus.key(Keys.ENTER);
        see(Mode.PLAYING, 2);
    }

    @Test
    void opensWithTheTitleWhateverTheAutopilotDoes() {
        see(Mode.PLAYING, 1);
        see(Mode.OVER, 1);
        see(Mode.PLAYING, 2);
        assertEquals(Screen.TITLE, menus.screen());
        assertTrue(menus.isWatching());
    }

    @Test
    void playStartsARun() {
        fly();
        assertEquals(List.of(Command.START), commands);
        assertEquals(Screen.PLAY, menus.screen());
        assertFalse(menus.isWatching());
    }

    @Test
    void theEndOfTheRunThatIsBeingLeftIsNotShown() {
        see(Mode.OVER, 4);
        menus.key(Keys.ENTER);
        see(Mode.OVER, 4);
        assertEquals(Screen.PLAY, menus.screen());
        see(Mode.PLAYING, 5);
        assertTrue(see(Mode.OVER, 5));
        assertEquals(Screen.OVER, menus.screen());
    }

    @Test
    void escapePausesAndGoesOn() {
        fly();
        assertTrue(menus.key(Keys.ESCAPE));
        see(Mode.PAUSED, 2);
        assertEquals(Screen.PAUSE, menus.screen());
        menus.key(Keys.ESCAPE);
        see(Mode.PLAYING, 2);
        assertEquals(Screen.PLAY, menus.screen());
        assertEquals(List.of(Command.START, Command.PAUSE, Command.PAUSE), commands);
    }

    @Test
    void aPauseIsShownThoughTheSimulationDoesNotAnswerAndCanBeLeft() {
        fly();
        menus.key(Keys.ESCAPE);
        wait(Mode.PLAYING, 2, 0.4f);
        assertEquals(Screen.PLAY, menus.screen());
        wait(Mode.PLAYING, 2, 1);
        assertEquals(Screen.PAUSE, menus.screen());
        menus.key(Keys.DOWN);
        menus.key(Keys.ENTER);
        wait(Mode.PLAYING, 2, 1);
        assertEquals(Screen.SETTINGS, menus.screen());
        menus.key(Keys.ESCAPE);
        wait(Mode.PLAYING, 2, 1);
        assertEquals(Screen.PAUSE, menus.screen());
        menus.key(Keys.ESCAPE);
        see(Mode.PLAYING, 2);
        assertEquals(Screen.PLAY, menus.screen());
        assertEquals(List.of(Command.START, Command.PAUSE, Command.PAUSE), commands);
    }

    @Test
    void theEndOfAPauseIsShownWhenItComesHoweverLate() {
        fly();
        menus.key(Keys.ESCAPE);
        see(Mode.PAUSED, 2);
        menus.key(Keys.ESCAPE);
        wait(Mode.PAUSED, 2, 3);
        assertEquals(Screen.PAUSE, menus.screen());
        wait(Mode.PLAYING, 2, 3);
        assertEquals(Screen.PLAY, menus.screen());
    }

    @Test
    void settingsReturnToWhereTheyWereOpened() {
        fly();
        see(Mode.PAUSED, 2);
        menus.key(Keys.DOWN);
        menus.key(Keys.ENTER);
        see(Mode.PAUSED, 2);
        assertEquals(Screen.SETTINGS, menus.screen());
        menus.key(Keys.ESCAPE);
        see(Mode.PAUSED, 2);
        assertEquals(Screen.PAUSE, menus.screen());
    }

    @Test
    void leftAndRightChangeASetting() {
        see(Mode.PLAYING, 1);
        menus.key(Keys.DOWN);
        menus.key(Keys.ENTER);
        menus.key(Keys.LEFT);
        assertEquals(0.75, settings.now.master(), 1e-6);
        for (int i = 0; i < 6; i++) {
            menus.key(Keys.DOWN);
        }
        menus.key(Keys.RIGHT);
        assertFalse(settings.now.shake());
    }

    @Test
    void aSliderFollowsTheMouseUntilItIsLetGo() {
        see(Mode.PLAYING, 1);
        menus.key(Keys.DOWN);
        menus.key(Keys.ENTER);
        see(Mode.PLAYING, 1);
        float y = 720 - layout.y[2] - 5;
        menus.press(Buttons.LEFT, layout.controlX() + 0.5f * layout.controlW(), y);
        assertEquals(0.5, settings.now.music(), 0.011);
        menus.pointer(layout.controlX() + 0.25f * layout.controlW(), 10);
        assertEquals(0.25, settings.now.music(), 0.011);
        menus.release();
        menus.pointer(layout.controlX() + layout.controlW(), 10);
        assertEquals(0.25, settings.now.music(), 0.011);
    }

    @Test
    void theMouseChoosesWhatItIsOn() {
        see(Mode.PLAYING, 1);
        menus.pointer(layout.x[2] + 5, 720 - layout.y[2] - 5);
        assertEquals(Item.QUIT, menus.items()[menus.selected()]);
        menus.press(Buttons.LEFT, layout.x[2] + 5, 720 - layout.y[2] - 5);
        assertEquals(List.of(Command.QUIT), commands);
    }

    @Test
    void aHeldTriggerDoesNotRestart() {
        fly();
        see(Mode.OVER, 2);
        menus.key(Keys.SPACE);
        see(Mode.OVER, 2);
        assertEquals(List.of(Command.START), commands);
        wait(Mode.OVER, 2, Menus.GUARD_SECONDS);
        menus.key(Keys.SPACE);
        assertEquals(List.of(Command.START, Command.START), commands);
    }

    @Test
    void theEndOfARunIsToldOnce() {
        fly();
        assertTrue(see(Mode.OVER, 2));
        assertFalse(see(Mode.OVER, 2));
    }

    @Test
    void aWatchedRunHasNoScreensUntilOneIsAskedFor() {
        menus = new Menus(settings, commands::add, layout, true);
        see(Mode.PLAYING, 1);
        see(Mode.OVER, 1);
        assertEquals(Screen.PLAY, menus.screen());
        menus.key(Keys.ESCAPE);
        see(Mode.PAUSED, 2);
        assertEquals(Screen.PAUSE, menus.screen());
    }

    @Test
    void keysOfTheFlightAreLeftToOthers() {
        fly();
        assertFalse(menus.key(Keys.W));
        assertFalse(menus.key(Keys.F1));
    }

    @Test
    void fullScreenTogglesOnEveryScreen() {
        fly();
        assertTrue(menus.key(Keys.F11));
        assertTrue(settings.now.fullscreen());
        menus.key(Keys.ALT_LEFT);
        menus.key(Keys.ENTER);
        assertFalse(settings.now.fullscreen());
        menus.keyUp(Keys.ALT_LEFT);
        assertFalse(menus.key(Keys.ENTER));
    }

    @Test
    void aGamepadGoesThroughTheMenus() {
        see(Mode.PLAYING, 1);
        menus.pad(Pad.DOWN);
        menus.pad(Pad.A);
        assertEquals(Screen.SETTINGS, menus.screen());
        menus.pad(Pad.B);
        assertEquals(Screen.TITLE, menus.screen());
        menus.pad(Pad.UP);
        menus.pad(Pad.A);
        assertEquals(List.of(Command.START), commands);
        see(Mode.PLAYING, 2);
        menus.pad(Pad.START);
        assertEquals(Command.PAUSE, commands.get(1));
    }

    @Test
    void losingTheFocusPausesAFlight() {
        menus.focusLost();
        assertEquals(List.of(), commands);
        fly();
        menus.focusLost();
        menus.focusLost();
        assertEquals(List.of(Command.START, Command.PAUSE), commands, "asked for once");
    }

    @Test
    void theFrameCapGoesRound() {
        see(Mode.PLAYING, 1);
        assertEquals(240, Item.FRAME_CAP.changed(settings.now, -1).frameCap());
        assertEquals(30, Item.FRAME_CAP.changed(settings.now, 1).frameCap());
        assertEquals(60, Item.FRAME_CAP.changed(settings.now.withFrameCap(50), 1).frameCap());
    }
}
