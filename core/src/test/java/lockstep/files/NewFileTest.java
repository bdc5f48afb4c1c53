package lockstep.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
    void aFileThatIsNotKeptLeavesNothing() throws Exception {
        NewFile fresh = new NewFile(folder.resolve("a"));
        Files.writeString(fresh.begin(), "new");
        fresh.close();
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
        device.close();
        assertTrue(Files.exists(Path.of("/dev/null")));
    }

    @Test
    void whatIsWrittenWholeHasItsNameAndNothingElseIsLeft() throws Exception {
        NewFile.write(folder.resolve("a"), "the text", out -> out.write("new".getBytes(UTF_8)));
        assertEquals("new", Files.readString(folder.resolve("a")));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void whatFailsHalfWayLeavesTheOldFileAndOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");
        IOException e = assertThrows(IOException.class, () -> NewFile.write(file, "the text", out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left\non device");
        }));
        assertEquals(file + ": the text could not be written: No space left?on device", e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void whatAProgramFailsInLeavesNothingEither() {
        assertThrows(IllegalStateException.class, () -> NewFile.write(folder.resolve("a"), "the text", out -> {
            throw new IllegalStateException();
        }));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void twoProgramsThatWriteOneFileAtOnceNeverMix() throws Exception {
        Path file = folder.resolve("a");
        try (NewFile one = NewFile.shared(file, "a-"); NewFile other = NewFile.shared(file, "a-")) {
            Files.writeString(one.part(), "one");
            Files.writeString(other.part(), "ot");
            one.keep();
            assertEquals("one", Files.readString(file));
            Files.writeString(other.part(), "other");
            other.keep();
        }
        assertEquals("other", Files.readString(file));
        assertEquals(1, folder.toFile().list().length);
    }

    static List<Arguments> refusals() {
        return List.of(Arguments.of(new NoSuchFileException("/proc/x.part"), "/proc/x.part (no such file or folder)"),
            Arguments.of(new AccessDeniedException("x"), "x (permission denied)"),
            Arguments.of(new FileAlreadyExistsException("x"), "x (is there already)"),
            Arguments.of(new FileSystemException("x"), "x (refused without a reason)"),
            Arguments.of(new FileSystemException("x", null, "Read-only file system"), "x: Read-only file system"),
            Arguments.of(new IOException("File too large"), "File too large"),
            Arguments.of(new ClosedChannelException(), "ClosedChannelException"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsKnownOfARefusalIsSaid(IOException refusal, String words) {
        assertEquals("x: the text could not be written: " + words,
            NewFile.unwritable(Path.of("x"), "the text", refusal).getMessage());
    }
}
