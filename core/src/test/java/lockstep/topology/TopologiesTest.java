package lockstep.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.assets.AssetSource;
import lockstep.files.OneLine;
import lockstep.sync.Granularity;
import lockstep.sync.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologiesTest {
    private static final String ONE = "[lanes]\none = [\"input\", \"physics\", \"assets\", \"render\"]\n";

    @TempDir
    Path folder;
    private Topologies topologies;

    @BeforeEach
    void useBuiltIn() throws Exception {
        topologies = new Topologies(AssetSource.builtIn(), TopologyFileTest.ROLES, TopologyFileTest.GUARDS);
    }

    @Test
    void aShippedOneIsFoundByItsName() throws Exception {
        assertEquals(topologies.shipped("two"), topologies.find("two"));
    }

    @Test
    void aFileAnywhereIsFoundAndNamedLikeIt() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.toml"), ONE);
        assertEquals("mine", topologies.find(file.toString()).name());
    }

    @Test
    void aByteOrderMarkIsNoFault() throws Exception {
        Path file = Files.writeString(folder.resolve("mark.toml"), "\uFEFF" + ONE);
        assertEquals("one", topologies.find(file.toString()).mainLane().name());
    }

    @Test
    void anUnknownNameListsTheShippedOnes() {
        assertFault("unknown topology 'fuor'; did you mean 'four'? shipped: four, classic, two, loaders", "fuor");
        assertFault("unknown topology ''; shipped: four, classic, two, loaders", "");
        assertFault("unknown topology 'a?b'; shipped:", "a\u0000b");
    }

    @Test
    void aMissingFileListsTheShippedOnes() {
        assertFault("no topology file '" + OneLine.quote(folder + "/clasic.toml").substring(1), folder + "/clasic.toml");
        assertFault("did you mean 'classic'? shipped: four", folder + "/clasic.toml");
    }

    @Test
    void whatHasASlashIsTakenForAFile() {
        assertFault("no topology file '/clasic'; did you mean 'classic'?", "/clasic");
        assertFault("no topology file '\\clasic'", "\\clasic");
    }

    @Test
    void aHugeFileIsRefusedAtOnce() throws Exception {
        Path file = folder.resolve("huge.toml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50L * 1024 * 1024);
        }
        assertCpuSeconds(1, () -> assertFault("huge.toml: too large for a topology file; at most 64 KiB", file.toString()));
    }

    @Test
    void aFullSizeFileOfRubbishFailsSoon() throws Exception {
        Path file = Files.writeString(folder.resolve("rubbish.toml"), "a=1\n".repeat(TopologyFile.MAX_BYTES / 4));
        assertCpuSeconds(5, () -> assertFault("rubbish.toml:2: not valid TOML; a previously", file.toString()));
    }

    @Test
    void aFolderIsNoTopology() {
        assertFault(": is a directory; name a topology file in it", folder.toString());
    }

    @Test
    void aDeviceIsNoTopology() {
        if (Files.exists(Path.of("/dev/zero"))) {
            assertFault("/dev/zero: is not a regular file", "/dev/zero");
        }
    }

    @Test
    void otherTextThanUtf8IsRefusedWithItsLine() throws Exception {
        Path file = Files.write(folder.resolve("latin.toml"), "# one\nabout = \"é\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertFault("latin.toml:2: not UTF-8 text; save the file as UTF-8", file.toString());
        Files.write(file, "# é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertFault("latin.toml:1: not UTF-8 text", file.toString());
    }

    @Test
    void topologiesOfAnAssetFolderReplaceTheBuiltInOnes() throws Exception {
        Files.createDirectories(folder.resolve("topologies/sub"));
        Files.writeString(folder.resolve("topologies/zeta.toml"), ONE);
        Files.writeString(folder.resolve("topologies/two.toml"), ONE);
        Files.writeString(folder.resolve("topologies/notes.txt"), "not one");
        Files.writeString(folder.resolve("topologies/sub/deep.toml"), ONE);
        topologies = new Topologies(AssetSource.folder(folder), TopologyFileTest.ROLES, TopologyFileTest.GUARDS);
        assertEquals(List.of("two", "zeta"), topologies.names());
        assertFault("unknown topology 'four'; shipped: two, zeta", "four");
    }

    @Test
    void dialsWithoutEffectSaySo() throws Exception {
        Topology four = topologies.shipped("four");
        assertEquals(Map.of("order", "with granularity world"), four.noEffect());
        Sync region = four.sync().withGranularity(Granularity.REGION).withOrder(Order.AS_WRITTEN);
        assertEquals(Map.of(), four.withSync(region).noEffect());
        assertEquals(Map.of("granularity", "with guard none", "hold", "with guard none", "order", "with guard none"),
            four.withSync(region.withGuard("none")).noEffect());
        assertEquals("with physics and render on one lane", topologies.shipped("classic").noEffect().get("barrier"));
        assertEquals("with 4 lanes", four.withSync(region.withPermits(4)).noEffect().get("permits"));
        assertEquals(Map.of(), four.withSync(region.withPermits(3)).noEffect());
        Topology classic = topologies.shipped("classic");
        assertEquals("with 1 lane", classic.withSync(classic.sync().withPermits(1)).noEffect().get("permits"));
    }

    @Test
    void oneRateIsChangedAndTheOthersStay() throws Exception {
        Topology four = topologies.shipped("four");
        Topology faster = four.withHz("physics", 240);
        assertEquals(240, faster.hz("physics"));
        assertEquals(four, faster.withHz("physics", four.hz("physics")));
    }

    /** In time of this thread alone, so that a busy machine is no fault. */
    private static void assertCpuSeconds(int most, Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long ns = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertTrue(ns < most * 1_000_000_000L, "took " + ns + " ns");
    }

    private void assertFault(String fragment, String nameOrFile) {
        String message = assertThrows(TopologyException.class, () -> topologies.find(nameOrFile)).getMessage();
        assertTrue(message.contains(fragment), message);
        assertEquals(1, message.lines().count(), message);
    }
}
