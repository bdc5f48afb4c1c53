package lockstep.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyFileTest {
    static final Set<String> ROLES = Set.of("input", "physics", "assets", "render", "echo");
    static final Set<String> GUARDS = Set.of("mutex", "none");
    private static final String LANES = "[lanes]\nmain = [\"input\", \"physics\", \"assets\", \"render\"]\n";

    @Test
    void lanesAloneGetTheDefaultsOfFour() throws Exception {
        Topology topology = parse(LANES);
        assertEquals(Sync.DEFAULT, topology.sync());
        assertEquals(Topology.DEFAULT_HZ, topology.hz());
        assertEquals("", topology.about());
        assertEquals(List.of("input", "physics", "assets", "render"), topology.mainLane().roles());
    }

    @Test
    void aRegisteredRoleMayBePlacedOrLeftOut() throws Exception {
        Topology topology = parse(LANES + "extra = [\"echo\"]\n[hz]\nphysics = 60\n");
        assertEquals("extra", topology.laneOf("echo").name());
        assertEquals(Topology.OTHER_ROLE_HZ, topology.hz("echo"));
        assertEquals(60, topology.hz("physics"));
        assertFalse(parse(LANES).roles().contains("echo"));
    }

    @Test
    void assetsMayStandOnSeveralLanes() throws Exception {
        Topology topology = parse(LANES + "more = [\"assets\"]\n");
        assertTrue(topology.lanes().get(0).runs("assets") && topology.lanes().get(1).runs("assets"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsOneClearLine(int line, String fragment, String text) {
        String message = assertThrows(TopologyException.class, () -> parse(text)).getMessage();
        assertTrue(message.startsWith("bad.toml:" + line + ": "), message);
        assertTrue(message.contains(fragment), message);
        assertTrue(message.contains("; "), () -> "says nothing of what would be right: " + message);
        assertEquals(1, message.lines().count());
        assertTrue(message.length() < 400, message);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
            fault(1, "no [lanes]", ""),
            fault(1, "no [lanes]", "about = \"nothing else\"\n"),
            fault(1, "unknown key 'lane'; did you mean 'lanes'? one of: about, lanes, hz, sync", "lane = 1\n" + LANES),
            fault(3, "unknown table 'zzz'; one of: about", LANES + "[zzz]\n"),
            fault(1, "about must be text", "about = 7\n" + LANES),
            fault(1, "about must be one line", "about = \"a\\nb\"\n" + LANES),
            fault(1, "about must be one line", "about = \"" + "a".repeat(201) + "\"\n" + LANES),
            fault(1, "lanes must be the table [lanes]", "lanes = [\"input\"]\n"),
            fault(1, "lanes must be the table [lanes]", "[[lanes]]\nmain = [\"input\"]\n"),
            fault(1, "[lanes] is empty", "[lanes]\n"),
            fault(2, "lane 'main' must be a list", "[lanes]\nmain = \"input\"\n"),
            fault(2, "lane 'main' must be a list", "[lanes]\nmain.sub = [\"input\"]\n"),
            fault(3, "lane 'idle' has no role", LANES + "idle = []\n"),
            fault(2, "must list roles as text", "[lanes]\nmain = [1]\n"),
            fault(4, "unknown role 'rendre'; did you mean 'render'? one of: assets, echo, input, physics, render",
                "[lanes]\nmain = [\n\"input\",\n\"rendre\"]\n"),
            fault(3, "role 'physics' is placed twice, on 'main' and 'again'; exactly one",
                LANES + "again = [\"physics\"]\n"),
            fault(2, "role 'assets' is placed twice, on 'main' and 'main'; once a lane",
                "[lanes]\nmain = [\"assets\", \"assets\"]\n"),
            fault(4, "role 'echo' is placed twice", LANES + "a = [\"echo\"]\nb = [\"echo\"]\n"),
            fault(1, "role 'render' is on no lane; place it on exactly one",
                "[lanes]\nmain = [\"input\", \"physics\", \"assets\"]\n"),
            fault(1, "role 'assets' is on no lane; place it on one or more",
                "[lanes]\nmain = [\"input\", \"physics\", \"render\"]\n"),
            fault(2, "bad lane name 'a_b'; 1 to 16 letters", "[lanes]\na_b = [\"input\"]\n"),
            fault(2, "bad lane name ''", "[lanes]\n\"\" = [\"input\"]\n"),
            fault(2, "bad lane name 'a?b'", "[lanes]\n\"a\\nb\" = [\"input\"]\n"),
            fault(2, "bad lane name 'abcdefghijklmnopq'", "[lanes]\nabcdefghijklmnopq = [\"input\"]\n"),
            fault(3, "too many lanes: 65; at most 64", "\n\n[lanes]\n" + assetLanes(65)),
            fault(1, "hz must be the table [hz]", "hz = 60\n" + LANES),
            fault(4, "unknown role 'phisics'; did you mean 'physics'?", LANES + "[hz]\nphisics = 1\n"),
            fault(4, "rate of 'physics' is not usable; a whole number from 30 to 1000", LANES + "[hz]\nphysics = -1\n"),
            fault(4, "rate of 'physics' is not usable", LANES + "[hz]\nphysics = 60.5\n"),
            fault(4, "rate of 'input' is not usable; a number from 0 to 10000", LANES + "[hz]\ninput = -1\n"),
            fault(4, "rate of 'physics' is not usable", LANES + "[hz]\nphysics = nan\n"),
            fault(4, "rate of 'physics' is not usable", LANES + "[hz]\nphysics = inf\n"),
            fault(4, "rate of 'physics' is not usable", LANES + "[hz]\nphysics = 10000.5\n"),
            fault(4, "rate of 'physics' is not usable", LANES + "[hz]\nphysics = \"120\"\n"),
            fault(4, "Integer is too large", LANES + "[hz]\nphysics = 99999999999999999999\n"),
            fault(5, "physics previously defined at line 4", LANES + "[hz]\nphysics = 1\nphysics = 2\n"),
            fault(3, "lanes previously defined at line 1", LANES + "[lanes]\nx = [\"echo\"]\n"),
            fault(1, "sync must be the table [sync]", "sync = \"mutex\"\n" + LANES),
            fault(4, "unknown key 'gaurd'; did you mean 'guard'? one of: guard, permits,", LANES + "[sync]\ngaurd = 1\n"),
            fault(4, "unknown guard 'mutx'; did you mean 'mutex'? one of: mutex, none", LANES + "[sync]\nguard = \"mutx\"\n"),
            fault(4, "guard must be text", LANES + "[sync]\nguard = true\n"),
            fault(4, "permits must be a whole number", LANES + "[sync]\npermits = -1\n"),
            fault(4, "permits must be a whole number", LANES + "[sync]\npermits = 1.0\n"),
            fault(4, "permits must be a whole number; 0 (no limit) to 64", LANES + "[sync]\npermits = 65\n"),
            fault(4, "unknown granularity 'wolrd'; did you mean 'world'? one of: world, region",
                LANES + "[sync]\ngranularity = \"wolrd\"\n"),
            fault(4, "unknown order 'AS_WRITTEN'", LANES + "[sync]\norder = \"AS_WRITTEN\"\n"),
            fault(4, "unknown hold 'forever'; one of: copy, tick", LANES + "[sync]\nhold = \"forever\"\n"),
            fault(4, "unknown barrier '", LANES + "[sync]\nbarrier = \"" + "x".repeat(5000) + "\"\n"),
            fault(4, "barrier must be text", LANES + "[sync]\nbarrier = []\n"),
            fault(1, "not valid TOML", "[lanes\nmain = [\"input\"]\n"),
            fault(1, "not valid TOML", "x = " + "[".repeat(60_000)),
            fault(1, "not valid TOML", "about = \"a\u0000b\"\n"));
    }

    private static Arguments fault(int line, String fragment, String text) {
        return Arguments.of(line, fragment, text);
    }

    private static String assetLanes(int count) {
        StringBuilder lanes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lanes.append("a").append(i).append(" = [\"assets\"]\n");
        }
        return lanes.toString();
    }

    private static Topology parse(String text) throws TopologyException {
        return TopologyFile.parse("bad", "bad.toml", text, ROLES, GUARDS);
    }
}
