package lockstep.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        Files.writeString(fresh.part(), "new");
        assertEquals("old", Files.readString(file));
        fresh.keep();
        assertEquals("new", Files.readString(file));
        assertFalse(Files.exists(fresh.part()));
    }

    @Test
    void aDroppedFileLeavesNothing() throws Exception {
        NewFile fresh = new NewFile(folder.resolve("a"));
        Files.writeString(fresh.part(), "new");
        fresh.drop();
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkStaysALink() throws Exception {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        NewFile fresh = new NewFile(link);
        Files.writeString(fresh.part(), "new");
        fresh.keep();
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsWrittenToAndNeverReplaced() throws Exception {
        NewFile device = new NewFile(Path.of("/dev/null"));
        assertEquals(Path.of("/dev/null"), device.part());
        device.keep();
        device.drop();
        assertTrue(Files.exists(Path.of("/dev/null")));
    }
}
