package lockstep.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    Path folder;

    @Test
    void theOldFileStandsUntilTheNewOneIsKept() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");
        NewFile fresh = new NewFile(file);
        Files.writeString(fresh.begin(), "new");
        assertEquals("old", Files.readString(file));
        fresh.keep();
        assertEquals("new", Files.readString(file));
        assertFalse(Files.exists(fresh.part()));
    }

    @Test
    void aDroppedFileLeavesNothing() throws Exception {
        NewFile fresh = new NewFile(folder.resolve("a"));
        Files.writeString(fresh.begin(), "new");
        fresh.drop();
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkStaysALink() throws Exception {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        NewFile fresh = new NewFile(link);
        Files.writeString(fresh.begin(), "new");
        fresh.keep();
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkPlantedAtThePartIsNotFollowed() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine"), "precious");
        Path part = Files.createSymbolicLink(folder.resolve("a.part"), mine);
        NewFile fresh = new NewFile(folder.resolve("a"));
        Files.writeString(fresh.begin(), "new");
        assertFalse(Files.isSymbolicLink(part));
        fresh.keep();
        assertEquals("precious", Files.readString(mine));
        assertEquals("new", Files.readString(folder.resolve("a")));
        assertFalse(Files.isSymbolicLink(folder.resolve("a")));
    }

    @Test
    void whatAKilledRunLeftIsReplacedAndAFolderRefused() throws Exception {
        Files.writeString(folder.resolve("a.part"), "a longer left-over");
        NewFile fresh = new NewFile(folder.resolve("a"));
        Files.writeString(fresh.begin(), "new");
        fresh.keep();
        assertEquals("new", Files.readString(folder.resolve("a")));
        Files.createDirectory(folder.resolve("b.part"));
        assertThrows(IOException.class, () -> new NewFile(folder.resolve("b")).begin());
        assertTrue(Files.isDirectory(folder.resolve("b.part")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsWrittenToAndNeverReplaced() throws Exception {
        NewFile device = new NewFile(Path.of("/dev/null"));
        assertEquals(Path.of("/dev/null"), device.begin());
        device.keep();
        device.drop();
        assertTrue(Files.exists(Path.of("/dev/null")));
    }
}
