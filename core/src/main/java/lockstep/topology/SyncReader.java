package lockstep.topology;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tomlj.TomlTable;

/** Reads the table {@code [sync]} of a topology file. */
final class SyncReader {
    private static final List<String> KEYS = List.of("guard", "permits", "granularity", "order", "hold", "barrier");

    private final TomlTable table;
    private final TomlFaults faults;
    private final Set<String> knownGuards;

    SyncReader(TomlTable table, TomlFaults faults, Set<String> knownGuards) {
        this.table = table;
        this.faults = faults;
        this.knownGuards = knownGuards;
    }

    Sync read() throws TopologyException {
        for (String key : table.keySet()) {
            if (!KEYS.contains(key)) {
                throw faults.unknown(TomlFaults.lineOf(table, key), "key", key, KEYS);
            }
        }
        Sync sync = Sync.DEFAULT;
        String guard = word("guard", sync.guard(), word -> word);
        if (!knownGuards.contains(guard)) {
            throw faults.unknown(TomlFaults.lineOf(table, "guard"), "guard", guard, TomlFaults.sorted(knownGuards));
        }
        return new Sync(guard, permits(), word("granularity", sync.granularity(), Words::granularity),
            word("order", sync.order(), Words::order), word("hold", sync.hold(), Words::hold),
            word("barrier", sync.barrier(), Words::barrier));
    }

    private int permits() throws TopologyException {
        Object permits = table.contains("permits") ? table.get("permits") : Long.valueOf(0);
        if (!(permits instanceof Long count) || count < 0 || count > Topology.MAX_LANES) {
            throw faults.at(TomlFaults.lineOf(table, "permits"), "permits must be a whole number; 0 (no limit) to "
                + Topology.MAX_LANES);
        }
        return count.intValue();
    }

    private <T> T word(String key, T missing, Function<String, T> parse) throws TopologyException {
        if (!table.contains(key)) {
            return missing;
        }
        if (!(table.get(key) instanceof String word)) {
            throw faults.at(TomlFaults.lineOf(table, key), key + " must be text; a word in quotes");
        }
        try {
            return parse.apply(word);
        } catch (IllegalArgumentException e) {
            throw faults.at(TomlFaults.lineOf(table, key), e.getMessage());
        }
    }
}
