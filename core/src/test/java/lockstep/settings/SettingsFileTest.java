package lockstep.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final Settings CHOSEN = Settings.DEFAULT.withMaster(0.25).withEffects(0.5).withMusic(0)
        .withFullscreen(true).withVsync(false).withFrameCap(144).withShake(false).withFlash(false).withPanelsPause(false)
        .withScore(new Score(1200, 3, "2026-11-20")).withScore(new Score(900, 2, "a \"day\""))
        .withKeys(Map.of("left", "Left", "right", "D", "thrust", "W", "fire", "X", "pause", "P"));

    @TempDir
    Path home;
    private Path folder;
    private Path file;
    private final List<String> log = new ArrayList<>();
    private SettingsFile settings;

    @BeforeEach
    void place() {
        folder = home.resolve("new/lockstep");
        file = folder.resolve(SettingsFile.NAME);
        settings = new SettingsFile(Optional.of(folder), log::add);
    }

    @Test
    void withoutAFileThereAreDefaults() {
        assertEquals(Settings.DEFAULT, settings.load());
        assertEquals(List.of(), log);
    }

    @Test
    void whatIsSavedIsLoaded() throws Exception {
        settings.save(CHOSEN);
        assertEquals(CHOSEN, settings.load());
        assertEquals(List.of(SettingsFile.NAME), names());
    }

    @Test
    void aCrashBeforeTheMoveLeavesTheOldFile() throws Exception {
        settings.save(CHOSEN);
        SettingsFile crashing = new SettingsFile(Optional.of(folder), log::add, written -> {
            throw new AssertionError("power cut");
        });
        assertThrows(AssertionError.class, () -> crashing.save(Settings.DEFAULT));
        assertEquals(CHOSEN, settings.load());
        assertEquals(List.of(SettingsFile.NAME), names());
    }

    @Test
    void aLeftoverOfACrashGoesLater() throws Exception {
        settings.save(CHOSEN);
        Path old = Files.writeString(folder.resolve("settings-1.tmp"), "half");
        Path fresh = Files.writeString(folder.resolve("settings-2.tmp"), "half");
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        settings.save(CHOSEN);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"volume = [", "\u0000\u0001", "x = 1\nx = 2\n"})
    void aBrokenFileIsSetAsideAndDefaultsUsed(String text) throws Exception {
        write(text);
        assertEquals(Settings.DEFAULT, settings.load());
        assertEquals(List.of("settings.broken-1"), names());
        assertEquals(text, Files.readString(folder.resolve("settings.broken-1")));
        assertEquals(1, log.size());
        assertTrue(log.get(0).contains("set aside as settings.broken-1, using defaults"), log.get(0));
        assertEquals(1, log.get(0).lines().count());
    }

    @Test
    void binaryRubbishIsSetAside() throws Exception {
        Files.createDirectories(folder);
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(Settings.DEFAULT, settings.load());
        assertEquals(List.of("settings.broken-1"), names());
    }

    @Test
    void atMostThreeBrokenFilesAreKept() throws Exception {
        for (int i = 1; i <= 5; i++) {
            write("broken " + i);
            settings.load();
        }
        assertEquals(List.of("settings.broken-3", "settings.broken-4", "settings.broken-5"), names());
        assertEquals("broken 5", Files.readString(folder.resolve("settings.broken-5")));
    }

    @Test
    void valuesOutOfRangeOrOfAWrongTypeAreMended() throws Exception {
        write("volume.master = 7\nvolume.effects = -1\nvolume.music = nan\nbest = 3\n"
            + "[picture]\nvsync = \"yes\"\nframe-cap = 99999999999\nshake = false\n[keys]\nleft = 3\nfire = \"F\"\n");
        Settings loaded = settings.load();
        assertEquals(1, loaded.master());
        assertEquals(0, loaded.effects());
        assertEquals(Settings.DEFAULT.music(), loaded.music());
        assertTrue(loaded.vsync());
        assertEquals(1000, loaded.frameCap());
        assertFalse(loaded.shake());
        assertEquals("A", loaded.keys().get("left"));
        assertEquals("F", loaded.keys().get("fire"));
        assertEquals(List.of(), log);
    }

    @Test
    void unknownKeysAndCommentsStay() throws Exception {
        write("# mine\nfuture = 4\n[volume]\nmaster = 0.1 # quiet\nvoice = 0.3\n");
        settings.save(CHOSEN);
        String text = Files.readString(file);
        assertTrue(text.contains("# mine") && text.contains("future = 4") && text.contains("voice = 0.3"), text);
        assertEquals(CHOSEN, settings.load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"volume = 3\npicture = []\nkeys = true\nbest = 'x'\n", "[keys.left]\na = 1\n", "[[keys]]\na = 1\n",
        "volume = { master = 1 }\nbest = [ { score = 1 } ]\n", "broken ["})
    void whateverWasThereTheNewSettingsAreReadable(String before) throws Exception {
        write(before);
        settings.save(CHOSEN);
        assertEquals(CHOSEN, settings.load(), () -> log.toString());
    }

    @Test
    void aFolderInTheFilesPlaceIsLeftAlone() throws Exception {
        Files.createDirectories(file.resolve("inside"));
        assertEquals(Settings.DEFAULT, settings.load());
        String why = assertThrows(IOException.class, () -> settings.save(CHOSEN)).getMessage();
        assertTrue(why.startsWith(file + ": the settings could not be written: "), why);
        assertEquals(1, why.lines().count(), why);
        assertTrue(Files.isDirectory(file.resolve("inside")));
        assertEquals(1, log.size());
        assertEquals(List.of(SettingsFile.NAME), names());
    }

    @Test
    void withoutAFolderNothingIsKept() throws Exception {
        SettingsFile none = new SettingsFile(Optional.empty(), log::add);
        none.save(CHOSEN);
        assertEquals(Settings.DEFAULT, none.load());
        assertEquals(List.of(), log);
    }

    @Test
    void theScoresOfTwoProgramsStayAndEachKeepsWhatChangedInIt() throws Exception {
        settings.save(CHOSEN);
        SettingsFile other = new SettingsFile(Optional.of(folder), log::add);
        Settings here = settings.load();
        Settings there = other.load();
        other.save(there.withMusic(0.5).withScore(new Score(5000, 7, "there")));
        here = here.withShake(true).withScore(new Score(4000, 6, "here"));
        settings.save(here);
        settings.save(here.withScore(new Score(4500, 6, "here")));
        Settings both = other.load();
        assertEquals(List.of(5000L, 4500L, 4000L, 1200L, 900L), both.best().stream().map(Score::score).toList());
        assertEquals(0.5, both.music());
        assertTrue(both.shake());
    }

    @Test
    void twoProgramsThatSaveAtOnceLoseNoScore() throws Exception {
        for (int round = 0; round < 20; round++) {
            Files.deleteIfExists(file);
            List<Thread> programs = new ArrayList<>();
            for (int i = 1; i <= Settings.BEST; i++) {
                SettingsFile one = new SettingsFile(Optional.of(folder), log::add);
                Settings with = one.load().withScore(new Score(i, 1, "day"));
                programs.add(new Thread(() -> assertDoesNotThrow(() -> one.save(with)), "program " + i));
            }
            programs.forEach(Thread::start);
            for (Thread program : programs) {
                program.join();
            }
            assertEquals(List.of(5L, 4L, 3L, 2L, 1L), settings.load().best().stream().map(Score::score).toList());
        }
    }

    @Test
    void aFileDeletedMeanwhileComesBackWhole() throws Exception {
        settings.save(CHOSEN);
        Settings here = settings.load();
        Files.delete(file);
        settings.save(here.withMaster(1));
        assertEquals(CHOSEN.withMaster(1), settings.load());
    }

    @Test
    void aLockOfAnotherUserKeepsNothingFromBeingSaved() throws Exception {
        Files.createDirectories(folder.resolve(SettingsLock.NAME));
        settings.save(CHOSEN);
        assertEquals(CHOSEN, settings.load());
    }

    @Test
    void aLinkedFileStaysALink() throws Exception {
        Path elsewhere = Files.writeString(home.resolve("dotfile.toml"), "");
        Files.createDirectories(folder);
        try {
            Files.createSymbolicLink(file, elsewhere);
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("this file system has no links");
        }
        settings.save(CHOSEN);
        assertTrue(Files.isSymbolicLink(file));
        assertEquals(CHOSEN, settings.load());
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(name -> !name.equals(SettingsLock.NAME)).sorted()
                .toList();
        }
    }
}
