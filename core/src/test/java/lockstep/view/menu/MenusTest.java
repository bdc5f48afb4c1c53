package lockstep.view.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import java.util.ArrayList;
import java.util.List;
import lockstep.game.Mode;
import lockstep.platform.Pad;
import lockstep.view.KeptSettings;
import lockstep.view.menu.Menus.Screen;
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
        choose("Settings");
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
        choose("Settings");
        see(Mode.PAUSED, 2);
        assertEquals(Screen.SETTINGS, menus.screen());
        menus.key(Keys.ESCAPE);
        see(Mode.PAUSED, 2);
        assertEquals(Screen.PAUSE, menus.screen());
        assertEquals(Item.SETTINGS, menus.items()[menus.selected()]);
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
        see(Mode.PLAYING, 1);
        menus.press(Buttons.LEFT, layout.x[1] + 5, 720 - layout.y[1] - 5);
        assertEquals(List.of(Command.QUIT), commands);
    }

    @Test
    void quittingIsAskedOnceAndTheFirstAnswerIsNo() {
        choose("Quit");
        assertEquals(List.of(), commands, "it was not asked");
        choose("Back");
        assertEquals(Screen.TITLE, menus.screen());
        assertEquals("Quit", menus.items()[menus.selected()].label, "it goes back to where it was");
        menus.key(Keys.ENTER);
        menus.key(Keys.ENTER);
        assertEquals(List.of(), commands, "a second Enter must not quit");
        choose("Quit");
        choose("Quit");
        assertEquals(List.of(Command.QUIT), commands);
    }

    @Test
    void aRunIsLeftOnlyAfterItWasAsked() {
        fly();
        commands.clear();
        for (String way : List.of("Title screen", "Restart", "Quit")) {
            see(Mode.PAUSED, 2);
            choose(way);
            menus.key(Keys.ESCAPE);
            see(Mode.PAUSED, 2);
            assertEquals(Screen.PAUSE, menus.screen(), way);
            assertEquals(List.of(), commands, way);
        }
        choose("Title screen");
        choose("Title screen");
        assertEquals(List.of(Command.TITLE), commands);
    }

    @Test
    void aPausedRunCanBeRestarted() {
        fly();
        see(Mode.PAUSED, 2);
        choose("Restart");
        choose("Restart");
        see(Mode.PAUSED, 2);
        assertEquals(List.of(Command.START, Command.START), commands);
        assertEquals(Screen.PLAY, menus.screen(), "the run that is left is not shown again");
    }

    @Test
    void aRunThatIsOverOrWatchedIsLeftAtOnce() {
        fly();
        wait(Mode.OVER, 2, Menus.GUARD_SECONDS + FRAME);
        choose("Title screen");
        assertEquals(List.of(Command.START, Command.TITLE), commands);
        commands.clear();
        menus = new Menus(settings, commands::add, layout, true);
        see(Mode.PAUSED, 1);
        choose("Restart");
        assertEquals(List.of(Command.START), commands);
    }

    @Test
    void menusEndAtTheirEnds() {
        see(Mode.PLAYING, 1);
        int before = menus.moves();
        menus.key(Keys.UP);
        assertEquals(0, menus.selected());
        assertEquals(before, menus.moves(), "nothing moved, nothing sounds");
        for (int i = 0; i < 9; i++) {
            menus.key(Keys.DOWN);
        }
        assertEquals("Quit", menus.items()[menus.selected()].label);
    }

    @Test
    void aClickOnTheNameOfASliderLeavesItsValue() {
        choose("Settings");
        see(Mode.PLAYING, 1);
        menus.press(Buttons.LEFT, layout.x[0] + 5, 720 - layout.y[0] - 5);
        assertEquals(0.8, settings.now.master(), 1e-6);
    }

    /** Moves to a line by keys, as a person does, and presses Enter. */
    private void choose(String label) {
        boolean row = menus.screen() == Screen.OVER;
        for (int i = 0; i < 20; i++) {
            menus.key(row ? Keys.LEFT : Keys.UP);
        }
        for (int i = 0; i < 20 && !menus.items()[menus.selected()].label.equals(label); i++) {
            menus.key(row ? Keys.RIGHT : Keys.DOWN);
        }
        assertEquals(label, menus.items()[menus.selected()].label);
        menus.key(Keys.ENTER);
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

    private void cover(boolean on, Mode mode) {
        menus.covered(on);
        see(mode, 2);
    }

    @Test
    void aPanelPausesTheRunAndItsEndGoesOn() {
        fly();
        cover(true, Mode.PLAYING);
        cover(true, Mode.PAUSED);
        assertEquals(Screen.PLAY, menus.screen(), "no menu lies over the panel");
        assertTrue(menus.isHeld());
        cover(false, Mode.PAUSED);
        cover(false, Mode.PLAYING);
        assertEquals(List.of(Command.START, Command.PAUSE, Command.PAUSE), commands);
        assertFalse(menus.isHeld());
    }

    @Test
    void aRunThatThePlayerPausedStaysPausedWhenThePanelIsGone() {
        fly();
        menus.key(Keys.ESCAPE);
        cover(true, Mode.PLAYING);
        cover(true, Mode.PAUSED);
        cover(false, Mode.PAUSED);
        assertEquals(List.of(Command.START, Command.PAUSE), commands);
        assertEquals(Screen.PAUSE, menus.screen());
    }

    @Test
    void pausedByHandWhileThePanelHoldsTheRunItStaysPaused() {
        fly();
        cover(true, Mode.PAUSED);
        menus.pad(Pad.START);
        cover(false, Mode.PAUSED);
        assertEquals(Screen.PAUSE, menus.screen());
        assertEquals(List.of(Command.START, Command.PAUSE), commands, "a second one would go on");
        menus.key(Keys.ESCAPE);
        see(Mode.PLAYING, 2);
        cover(true, Mode.PAUSED);
        menus.focusLost();
        cover(false, Mode.PAUSED);
        assertEquals(Screen.PAUSE, menus.screen());
    }

    @Test
    void aPanelThatIsGoneBeforeThePauseCameTakesItBack() {
        fly();
        cover(true, Mode.PLAYING);
        cover(false, Mode.PLAYING);
        assertEquals(List.of(Command.START, Command.PAUSE, Command.PAUSE), commands);
    }

    @Test
    void onePanelAfterTheOtherHoldsTheRunThoughTheEndOfThePauseHasNotCome() {
        fly();
        cover(true, Mode.PAUSED);
        cover(false, Mode.PAUSED);
        assertEquals(Screen.PLAY, menus.screen(), "the menu of a pause that is over flashes up");
        cover(true, Mode.PAUSED);
        assertEquals(List.of(Command.START, Command.PAUSE, Command.PAUSE, Command.PAUSE), commands);
        cover(true, Mode.PLAYING);
        cover(true, Mode.PAUSED);
        assertTrue(menus.isHeld());
    }

    @Test
    void aPanelPausesNothingOnTheTitleOrWhenTheShipIsLost() {
        menus.covered(true);
        menus.covered(false);
        fly();
        see(Mode.OVER, 2);
        menus.covered(true);
        menus.covered(false);
        assertEquals(List.of(Command.START), commands);
    }

    @Test
    void aShipLostBeforeThePauseCameIsLost() {
        fly();
        cover(true, Mode.PLAYING);
        cover(true, Mode.OVER);
        assertEquals(Screen.OVER, menus.screen());
        cover(false, Mode.OVER);
        assertEquals(List.of(Command.START, Command.PAUSE), commands, "there is nothing to go on with");
    }

    @Test
    void theAutopilotsARecordedAndAnUnwillingPlayersRunGoOnBehindAPanel() {
        settings.now = settings.now.withPanelsPause(false);
        fly();
        cover(true, Mode.PLAYING);
        cover(false, Mode.PLAYING);
        settings.now = settings.now.withPanelsPause(true);
        menus.recorded();
        cover(true, Mode.PLAYING);
        cover(false, Mode.PLAYING);
        assertEquals(List.of(Command.START), commands);
        menus = new Menus(settings, commands::add, layout, true);
        cover(true, Mode.PLAYING);
        assertEquals(List.of(Command.START), commands);
    }

    @Test
    void theLineUnderThePointerIsChosenWhenTheLinesMove() {
        fly();
        see(Mode.PAUSED, 2);
        menus.pointer(layout.x[0] + 5, 720 - layout.y[0] - layout.h[0] / 2);
        assertEquals(0, menus.selected());
        assertTrue(layout.arrange(Screen.PAUSE, 5, 1280, 720, 232, 1), "the dialog moves up");
        menus.moved();
        assertEquals(2, menus.selected(), "what a click would choose is what is marked");
    }

    @Test
    void theFrameCapGoesRound() {
        see(Mode.PLAYING, 1);
        assertEquals(240, Item.FRAME_CAP.changed(settings.now, -1).frameCap());
        assertEquals(30, Item.FRAME_CAP.changed(settings.now, 1).frameCap());
        assertEquals(60, Item.FRAME_CAP.changed(settings.now.withFrameCap(50), 1).frameCap());
    }
}
