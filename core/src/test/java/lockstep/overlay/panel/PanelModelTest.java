package lockstep.overlay.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.blame.LateFrames;
import lockstep.overlay.Allocation;
import lockstep.platform.Pad;
import lockstep.roles.Registry;
import lockstep.sync.Guards;
import lockstep.sync.OnDeadlock;
import lockstep.topology.Topology;
import lockstep.topology.TopologyFile;
import lockstep.view.menu.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panel without a window: what keys, pad and clicks do to a game that obeys. */
class PanelModelTest {
    private final PretendGame game = new PretendGame();
    private final List<Command> commands = new ArrayList<>();
    private final PanelModel panel = new PanelModel(game, commands::add);

    @TempDir
    Path folder;

    private void press(int... keys) {
        for (int key : keys) {
            panel.key(key);
            panel.poll(false, 0);
        }
    }

    private void goTo(String label) {
        for (int i = 0; i < panel.rows().size(); i++) {
            if (panel.rows().get(i).label.equals(label)) {
                panel.select(i);
                return;
            }
        }
        throw new AssertionError("no line '" + label + "'");
    }

    private PanelRow row(String label) {
        goTo(label);
        return panel.rows().get(panel.selected());
    }

    @Test
    void whileItIsOpenTheShipIsLetGo() {
        press(Keys.F2);
        assertTrue(panel.isOpen());
        press(Keys.ESCAPE);
        assertFalse(panel.isOpen());
        assertTrue(panel.pad(Pad.BACK));
        assertTrue(panel.pad(Pad.B));
        assertEquals(List.of(Command.HANDS_OFF, Command.HANDS_ON, Command.HANDS_OFF, Command.HANDS_ON), commands);
    }

    @Test
    void flightKeysReachNobodyElseWhileItIsOpenAndEverybodyWhileItIsClosed() {
        assertFalse(panel.key(Keys.W));
        assertFalse(panel.key(Keys.ESCAPE));
        assertFalse(panel.pad(Pad.A));
        press(Keys.F2);
        assertTrue(panel.key(Keys.W));
        assertTrue(panel.key(Keys.F8));
        assertFalse(panel.key(Keys.F1), "the overlay's own");
        assertFalse(panel.pad(Pad.START), "the pause's own");
    }

    @Test
    void aDialAsksForTheNextValueAndShowsTheAnswer() {
        press(Keys.F2, Keys.DOWN, Keys.RIGHT);
        assertEquals("fair-mutex", game.topology.sync().guard());
        assertEquals("four*", game.topology.name());
        assertEquals("guard fair-mutex: done", panel.asking().says());
        press(Keys.LEFT, Keys.LEFT, Keys.LEFT);
        assertEquals("mutex", game.topology.sync().guard());
        assertEquals(2, game.changes.size(), "a dial at its end asks for nothing");
    }

    @Test
    void whatIsAskedWhileAChangeIsOnItsWayIsSentAsOne() {
        game.keepsAnswers = true;
        press(Keys.F2, Keys.DOWN, Keys.RIGHT, Keys.RIGHT, Keys.RIGHT);
        assertEquals(1, game.changes.size());
        assertEquals("rw-lock", row("guard").value);
        assertTrue(panel.asking().pending());
        assertEquals("guard fair-mutex ...", panel.asking().says());
        game.kept.get(0).complete(null);
        panel.poll(false, 0);
        assertEquals(2, game.changes.size());
        game.kept.get(1).complete(null);
        panel.poll(false, 0);
        assertEquals("rw-lock", game.topology.sync().guard());
        assertFalse(panel.asking().pending());
    }

    @Test
    void aChangeThatFailsIsSaidAndTheDialGoesBack() {
        game.answer = "lane 'render' did not reach a safe point within 2 s";
        press(Keys.F2, Keys.DOWN, Keys.RIGHT);
        assertEquals(game.answer, panel.asking().says());
        assertTrue(panel.asking().bad());
        assertEquals("mutex", row("guard").value);
    }

    @Test
    void dialsWithoutEffectSayWhy() {
        press(Keys.F2);
        assertEquals("with granularity world", row("order").note);
        game.topology = game.topology.withSync(game.topology.sync().withGuard("none"));
        assertEquals("with guard none", row("hold").note);
        assertEquals(PanelRow.Kind.FIXED, row("physics rate").kind);
    }

    @Test
    void theGuardsLineSaysOfEachLockWhoWaits() {
        press(Keys.F2);
        Map<String, String> waits = Map.of("mutex", "A lane that comes while another is in waits.", "rw-lock",
            "Readers go in together; a writer waits until it is alone.", "stamped",
            "Readers first try without the lock and check afterwards; a writer waits until it is alone.");
        waits.forEach((guard, says) -> {
            game.topology = game.topology.withSync(game.topology.sync().withGuard(guard));
            assertEquals(guard + ": a lock. " + says, row("guard").help);
        });
    }

    @Test
    void ratesAndPermitsAndShippedTopologiesCanBeChosen() {
        press(Keys.F2);
        goTo("render cap");
        press(Keys.RIGHT);
        assertEquals(15, game.topology.hz("render"));
        goTo("permits");
        press(Keys.RIGHT, Keys.RIGHT, Keys.LEFT);
        assertEquals(1, game.topology.sync().permits());
        goTo("topology");
        press(Keys.RIGHT);
        assertEquals("four", game.topology.name());
        press(Keys.RIGHT);
        assertEquals("classic", game.topology.name());
    }

    @Test
    void aRoleMovesToTheLaneOfTheChosenColumn() {
        panel.page(PanelModel.Page.LANES);
        press(Keys.F2);
        goTo("render");
        press(Keys.ENTER);
        assertEquals(List.of("input", "render"), game.topology.mainLane().roles());
        assertEquals("render to lane input: done", panel.asking().says());
        panel.click(panel.selected(), -1, panel.lanes().columns().size() - 1);
        panel.poll(false, 0);
        assertEquals("render", game.topology.laneOf("render").name());
    }

    @Test
    void wrongPlacesGetASentenceAndChangeNothing() {
        panel.page(PanelModel.Page.LANES);
        press(Keys.F2);
        goTo("input");
        press(Keys.RIGHT, Keys.ENTER);
        assertTrue(panel.asking().says().startsWith("'input' stays on lane 'input': window systems"), panel.asking().says());
        goTo("physics");
        press(Keys.ENTER);
        assertEquals("'physics' is on lane 'physics' already; choose another lane for it", panel.asking().says());
        goTo("assets");
        press(Keys.RIGHT, Keys.ENTER);
        assertEquals("'assets' would be on no lane; put it on another one first", panel.asking().says());
        game.refuses = "on macOS 'render' stays on the main lane";
        goTo("assets");
        press(Keys.LEFT, Keys.ENTER);
        assertEquals(game.refuses, panel.asking().says());
        assertTrue(panel.asking().bad());
        assertEquals(List.of(), game.changes);
    }

    @Test
    void lanesAreSteppedOnlyWhileAllStand() {
        press(Keys.F7);
        assertEquals("lanes can be stepped only while all are paused: press F6 first", panel.asking().says());
        press(Keys.F6, Keys.F7, Keys.TAB, Keys.SHIFT_LEFT, Keys.F7);
        panel.keyUp(Keys.SHIFT_LEFT);
        assertTrue(game.paused);
        press(Keys.F6);
        assertFalse(game.paused);
        assertEquals(List.of("tick", "lane physics"), game.asked);
    }

    @Test
    void aRunThatPausesForThePanelGoesOnBeforeItsLanesStand() {
        press(Keys.F2);
        panel.key(Keys.F6);
        assertTrue(panel.lanePause().wanted(), "the panel would hold the run still");
        panel.poll(true, 5);
        assertFalse(game.paused);
        assertEquals("pause all lanes ...", panel.asking().says());
        panel.poll(false, 6);
        assertTrue(game.paused);
        press(Keys.F6);
        assertFalse(game.paused || panel.lanePause().wanted());
    }

    @Test
    void lanesOfARunThatThePlayerPausedStandAllTheSame() {
        panel.key(Keys.F6);
        panel.poll(true, 5);
        panel.poll(true, 5 + 249_000_000);
        assertFalse(game.paused);
        panel.poll(true, 5 + 250_000_000);
        assertTrue(game.paused);
    }

    @Test
    void whoThinksBetterOfItBeforeLanesStandStopsNone() {
        panel.key(Keys.F6);
        panel.poll(true, 5);
        panel.key(Keys.F6);
        panel.poll(false, 6);
        assertFalse(game.paused || panel.lanePause().wanted());
    }

    @Test
    void itsLinesEndAtTheirEnds() {
        press(Keys.F2, Keys.UP);
        assertEquals(0, panel.selected());
    }

    @Test
    void windowsAreWidenedAndLetBe() {
        panel.page(PanelModel.Page.WIDEN);
        press(Keys.F2);
        goTo("remove");
        press(Keys.ENTER);
        assertEquals("nothing was planted on this page", panel.asking().says());
        goTo("widen");
        press(Keys.ENTER);
        assertEquals("world.copy 20us every 64", game.widened.get(0).words());
        goTo("remove");
        press(Keys.ENTER);
        assertEquals(List.of(), game.widened);
    }

    @Test
    void theTopologyIsSavedAndAnOldFileIsReplacedOnlyWhenAskedTwice() throws Exception {
        game.saver = new TopologySaver(folder, Runnable::run);
        panel.page(PanelModel.Page.FILE);
        press(Keys.F2);
        for (int i = 0; i < "my-topology.toml".length(); i++) {
            press(Keys.BACKSPACE);
        }
        press(Keys.ENTER);
        assertEquals("'' is no name for a topology; type one such as my-topology.toml", panel.asking().says());
        press(Keys.A, Keys.MINUS, Keys.NUM_1, Keys.ENTER);
        assertEquals("saved; play it with --topology a-1.toml", panel.asking().says());
        Path file = folder.resolve("a-1.toml");
        Topology read = TopologyFile.read(file, Registry.names(), Guards.names());
        assertEquals(game.topology.lanes(), read.lanes());
        Files.writeString(file, "mine");
        press(Keys.ENTER);
        assertEquals("mine", Files.readString(file));
        assertTrue(panel.asking().says().startsWith("a-1.toml exists already"));
        press(Keys.ENTER);
        assertTrue(Files.readString(file).contains("[lanes]"));
        assertFalse(panel.saving().asksToReplace());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "something else was left behind");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsASentence() throws Exception {
        TopologySaver saver = new TopologySaver(folder.resolve("gone"), Runnable::run);
        Path gone = folder.resolve("gone/a.toml");
        assertEquals(gone + ": the topology could not be written: " + gone + ".part (no such file or folder)",
            saver.save("a.toml", "x", false).get());
        assertTrue(saver.save("../a.toml", "x", false).get().contains("is not the name of a file"));
        Files.createDirectory(folder.resolve("d.toml"));
        assertTrue(new TopologySaver(folder, Runnable::run).save("d.toml", "x", true).get().contains("is not a regular file"));
    }

    @Test
    void aClosedPanelWithNothingToSayAllocatesNothing() {
        Panel closed = new Panel(game, commands::add, (canvas, seen) -> {}, () -> 5_000_000_000L,
            new LateToast(new LateNews(new LateFrames()), () -> true));
        int times = 2_000;
        long bytes = Allocation.bytes(times, () -> closed.draw(null, null));
        assertTrue(bytes < times, bytes + " bytes in " + times + " frames");
    }

    @Test
    void everyKeyAndClickOnEveryPageDoesNoHarm() {
        game.saver = new TopologySaver(folder, Runnable::run);
        press(Keys.F2);
        for (int turn = 0; turn < PanelModel.Page.values().length; turn++) {
            for (int i = 0; i < panel.rows().size() + 1; i++) {
                for (int bit : new int[] {Pad.UP, Pad.DOWN, Pad.LEFT, Pad.RIGHT, Pad.A, Pad.RIGHT, Pad.A, Pad.DOWN}) {
                    panel.pad(bit);
                    panel.poll(false, 0);
                }
                panel.click(i, 0.9f, i);
                panel.click(-1, 0.9f, 3);
                panel.scroll(-1);
            }
            panel.pad(Pad.Y);
        }
        for (String role : Topology.STANDARD_ROLES) {
            assertTrue(game.topology.roles().contains(role), role);
        }
        assertTrue(game.topology.mainLane().runs("input"));
    }

    @Test
    void f4LooksForRacesAndLooksNoMore() {
        press(Keys.F4);
        assertTrue(game.races().isOn());
        press(Keys.F4);
        assertFalse(game.races().isOn());
        assertEquals(List.of("races true", "races false"), game.asked);
    }

    @Test
    void whatIsDoneAboutADeadlockIsADial() {
        panel.key(Keys.F2);
        goTo("on deadlock");
        press(Keys.RIGHT);
        assertEquals(OnDeadlock.BREAK, game.onDeadlock);
        press(Keys.LEFT, Keys.LEFT);
        assertEquals(OnDeadlock.REPORT, game.onDeadlock);
    }
}
