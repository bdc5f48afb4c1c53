package lockstep.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lockstep.assets.AssetSource;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyRoundTripTest {
    private static Topologies topologies() throws Exception {
        return new Topologies(AssetSource.builtIn(), TopologyFileTest.ROLES, TopologyFileTest.GUARDS);
    }

    @Test
    void theShippedTopologiesAreListedInOrder() throws Exception {
        assertEquals(List.of("four", "classic", "two", "loaders"), topologies().names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"four", "classic", "two", "loaders"})
    void aShippedTopologyParsesAndRoundTrips(String name) throws Exception {
        Topology topology = topologies().shipped(name);
        assertEquals(name, topology.name());
        assertFalse(topology.about().isBlank());
        assertTrue(topology.mainLane().runs("input"));
        assertEquals(topology, again(topology));
    }

    @Test
    void fourIsTheDefault() throws Exception {
        Topology four = topologies().shipped("four");
        assertEquals(Sync.DEFAULT, four.sync());
        assertEquals(Topology.DEFAULT_HZ, four.hz());
        assertEquals(4, four.lanes().size());
    }

    @Test
    void classicRunsAllOnOneLaneInTheOrderOfAGameLoop() throws Exception {
        Topology classic = topologies().shipped("classic");
        assertEquals(List.of(new LaneSpec("main", Topology.STANDARD_ROLES)), classic.lanes());
        assertEquals(BarrierMode.LOCKSTEP, classic.sync().barrier());
        assertEquals(0, classic.hz("input"));
    }

    @Test
    void randomTopologiesRoundTrip() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Topology topology = random(random, i);
            assertEquals(topology, again(topology), topology::toToml);
        }
    }

    private static Topology again(Topology topology) throws TopologyException {
        return TopologyFile.parse(topology.name(), "again.toml", topology.toToml(),
            TopologyFileTest.ROLES, TopologyFileTest.GUARDS);
    }

    private static Topology random(Random random, int number) {
        List<String> roles = new ArrayList<>(Topology.STANDARD_ROLES);
        if (random.nextBoolean()) {
            roles.add("echo");
        }
        Collections.shuffle(roles, random);
        Map<String, List<String>> lanes = new LinkedHashMap<>();
        for (String role : roles) {
            lanes.computeIfAbsent("l" + random.nextInt(5), name -> new ArrayList<>()).add(role);
        }
        int loaders = random.nextInt(4);
        for (int i = 0; i < loaders; i++) {
            lanes.put(i == 0 ? "123456789-ABCdef" : i + "-loader", List.of("assets"));
        }
        List<LaneSpec> specs = lanes.entrySet().stream().map(e -> new LaneSpec(e.getKey(), e.getValue())).toList();
        Map<String, Double> hz = new LinkedHashMap<>(Topology.DEFAULT_HZ);
        for (String role : roles) {
            double fraction = random.nextDouble() * Math.pow(10, random.nextInt(12) - 8);
            double rate = random.nextBoolean() ? random.nextInt(10_001) : fraction;
            hz.put(role, role.equals(Topology.PHYSICS) ? 30 + random.nextInt(971) : rate);
        }
        Sync sync = new Sync(random.nextBoolean() ? "mutex" : "none", random.nextInt(Topology.MAX_LANES + 1),
            pick(random, Granularity.values()), pick(random, Order.values()), pick(random, Hold.values()),
            pick(random, BarrierMode.values()));
        String about = pick(random, new String[] {"", "plain words", "a \"quote\", a \\ and an é 😀", "# = [x]"});
        return new Topology("random-" + number, about, specs, hz, sync);
    }

    private static <T> T pick(Random random, T[] from) {
        return from[random.nextInt(from.length)];
    }
}
