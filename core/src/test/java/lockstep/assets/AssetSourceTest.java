package lockstep.assets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetSourceTest {
    @TempDir
    Path folder;

    @Test
    void theIndexListsTheBuiltInFiles() throws Exception {
        AssetSource assets = AssetSource.builtIn();
        assertTrue(assets.list("topologies").contains("topologies/four.toml"));
        assertTrue(assets.list("").containsAll(assets.list("topologies")));
        assertEquals(List.of(), assets.list("no-such-folder"));
        for (String path : assets.list("")) {
            assets.read(path);
        }
    }

    @Test
    void aBuiltInFileThatIsNoneIsAClearLine() throws Exception {
        AssetSource assets = AssetSource.builtIn();
        assertFault("'nope.png' does not exist", assets, "nope.png");
        assertFault("'topologies' is a folder, not a file", assets, "topologies");
        assertFault("'lockstep/assets/AssetSource.class' does not exist", assets, "lockstep/assets/AssetSource.class");
        assertTrue(assertThrows(IOException.class, () -> assets.read("topologies/four.toml", 10)).getMessage()
            .contains("'topologies/four.toml' is too large; at most 10 bytes"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "/", "/etc/passwd", "..", "../x", "a/../../x", "a//b", "a/", "./a", "a\\b", "C:/x", "a\u0000b", "a\nb"})
    void aPathNeverLeadsOut(String path) throws Exception {
        assertFault("bad asset path", AssetSource.builtIn(), path);
        assertFault("bad asset path", AssetSource.folder(folder), path);
    }

    @Test
    void aFolderIsReadAndListedLikeTheBuiltInFiles() throws Exception {
        Files.createDirectories(folder.resolve("b/c"));
        Files.write(folder.resolve("b/c/two"), new byte[] {2});
        Files.write(folder.resolve("b/one"), new byte[] {1});
        Files.write(folder.resolve("b-side"), new byte[] {3});
        AssetSource assets = AssetSource.folder(folder);
        assertEquals(List.of("b/c/two", "b/one"), assets.list("b"));
        assertEquals(List.of("b-side", "b/c/two", "b/one"), assets.list(""));
        assertEquals(List.of(), assets.list("none"));
        assertArrayEquals(new byte[] {2}, assets.read("b/c/two", 1));
    }

    @Test
    void whatIsNoReadableFileIsAClearLine() throws Exception {
        Files.createDirectory(folder.resolve("sheet.png"));
        AssetSource assets = AssetSource.folder(folder);
        assertFault("'sheet.png' in folder '" + folder + "' is a folder, not a file", assets, "sheet.png");
        assertFault("'nope' does not exist in folder '" + folder + "'", assets, "nope");
    }

    @Test
    void aFileOverTheLimitIsNotRead() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
            sparse.setLength(3L * 1024 * 1024 * 1024);
        }
        assertFault("'huge' is too large; at most 67108864 bytes", AssetSource.folder(folder), "huge");
    }

    @Test
    void aLinkMayNotLeadOut(@TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("secret"), "x");
        try {
            Files.createSymbolicLink(folder.resolve("way"), outside);
            Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("this file system has no links");
        }
        AssetSource assets = AssetSource.folder(folder);
        assertFault("leads out of folder", assets, "way/secret");
        assertFault("'loop' does not exist", assets, "loop");
        assertThrows(IOException.class, () -> assets.list("way"));
        assertEquals(List.of(), assets.list(""));
    }

    @Test
    void anUnreadableFileIsAClearLine() throws Exception {
        Path file = Files.writeString(folder.resolve("shut"), "x");
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this user reads everything");
        assertFault("'shut' in folder '" + folder + "' cannot be read; permission denied", AssetSource.folder(folder), "shut");
    }

    @Test
    void theFolderMustBeOne() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertTrue(
            assertThrows(IOException.class, () -> AssetSource.folder(file)).getMessage().contains("is a file, not a folder"));
        assertTrue(assertThrows(IOException.class, () -> AssetSource.folder(folder.resolve("no"))).getMessage()
            .contains("does not exist"));
    }

    private static void assertFault(String fragment, AssetSource assets, String path) {
        String message = assertThrows(IOException.class, () -> assets.read(path)).getMessage();
        assertTrue(message.contains(fragment), message);
        assertEquals(1, message.lines().count());
    }
}
