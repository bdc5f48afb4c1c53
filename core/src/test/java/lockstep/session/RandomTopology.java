package lockstep.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import lockstep.topology.Topology;

/** Topologies drawn from a seed: the roles on 1 to 6 lanes in any order, with any rates and any of the dials. */
public final class RandomTopology {
    private RandomTopology() {
    }

    public static Topology draw(long seed, String guard) throws Exception {
        Random random = new Random(seed);
        List<List<String>> lanes = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lanes.add(new ArrayList<>());
        }
        List<String> roles = new ArrayList<>(List.of("input", "physics", "assets", "render"));
        Collections.shuffle(roles, random);
        for (String role : roles) {
            lanes.get(random.nextInt(count)).add(role);
        }
        for (List<String> lane : lanes) {
            if (lane.isEmpty()) {
                lane.add("assets");
            }
        }
        StringJoiner toml = new StringJoiner("\n");
        toml.add("[lanes]");
        for (int i = 0; i < count; i++) {
            StringJoiner names = new StringJoiner("\", \"", "[\"", "\"]");
            lanes.get(i).forEach(names::add);
            toml.add("lane-" + i + " = " + names);
        }
        toml.add("[hz]").add("input = " + pick(random, "0", "1000", "250")).add("render = " + pick(random, "0", "61"));
        toml.add("assets = " + pick(random, "0", "100"));
        toml.add("[sync]").add("guard = \"" + guard + "\"");
        toml.add("granularity = \"" + pick(random, "world", "region") + "\"");
        toml.add("hold = \"" + pick(random, "copy", "tick") + "\"");
        toml.add("barrier = \"" + pick(random, "free", "pipelined", "lockstep") + "\"");
        return Run.parse(toml.toString());
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
