package lockstep.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a topology file may just say; what lies beyond is refused in {@link TopologyFileTest}. */
class TopologyLimitsTest {
    private static final String LANES = "[lanes]\nmain = [\"input\", \"physics\", \"assets\", \"render\"]\n";

    private static Topology parse(String text) throws TopologyException {
        return TopologyFile.parse("wide", "wide.toml", text, TopologyFileTest.ROLES, TopologyFileTest.GUARDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Topology.MAX_LANES})
    void asManyPermitsAsThereCanBeLanes(int permits) throws Exception {
        assertEquals(permits, parse(LANES + "[sync]\npermits = " + permits + "\n").sync().permits());
    }

    @Test
    void asManyLanesAsThereMayBe() throws Exception {
        String more =
            IntStream.range(1, Topology.MAX_LANES).mapToObj(i -> "a" + i + " = [\"assets\"]\n").collect(Collectors.joining());
        assertEquals(Topology.MAX_LANES, parse(LANES + more).lanes().size());
    }

    @ParameterizedTest
    @CsvSource({"physics, 30", "physics, 1000", "input, 0", "input, 10000", "assets, 0.5", "echo, 10000"})
    void ratesUpToTheirLimits(String role, double hz) throws Exception {
        assertEquals(hz, parse(LANES + "[hz]\n" + role + " = " + hz + "\n").hz(role));
    }

    @ParameterizedTest
    @CsvSource({"physics, 29", "physics, 1001", "input, 10001", "echo, -0.1"})
    void noFurther(String role, double hz) {
        assertThrows(TopologyException.class, () -> parse(LANES + "[hz]\n" + role + " = " + hz + "\n"));
    }

    @Test
    void minusNothingIsNothing() throws Exception {
        assertEquals(0.0, parse(LANES + "[hz]\ninput = -0.0\n").hz("input"));
    }

    @Test
    void aRoleWithoutARateIsListedWithTheUsualOne() throws Exception {
        assertEquals(60.0, parse(LANES + "extra = [\"echo\"]\n").hz().get("echo"));
    }

    @Test
    void aLongSentence() throws Exception {
        String about = "a".repeat(200);
        assertEquals(about, parse("about = \"" + about + "\"\n" + LANES).about());
    }

    @Test
    void aFullSizeFile(@TempDir Path folder) throws Exception {
        String full = LANES + "#".repeat(TopologyFile.MAX_BYTES - LANES.length());
        Path file = Files.writeString(folder.resolve("full"), full);
        Topology topology = TopologyFile.read(file, TopologyFileTest.ROLES, TopologyFileTest.GUARDS);
        assertEquals("full", topology.name(), "a file needs no ending");
        assertEquals(List.of("input", "physics", "assets", "render"), topology.mainLane().roles());
        Files.writeString(file, full + "#");
        assertThrows(TopologyException.class,
            () -> TopologyFile.read(file, TopologyFileTest.ROLES, TopologyFileTest.GUARDS));
    }
}
