package lockstep.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.files.OneLine;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Reads one topology file once: checks it from top to bottom and stops at the first error. */
final class TopologyReader {
    private static final List<String> TOP = List.of("about", "lanes", "hz", "sync");
    private static final Pattern LANE_NAME = Pattern.compile("[A-Za-z0-9-]{1,16}");
    private static final int LONGEST_ABOUT = 200;

    private final TomlFaults faults;
    private final TomlParseResult file;
    private final Set<String> knownRoles;
    private final Set<String> knownGuards;

    TopologyReader(String where, String text, Set<String> knownRoles, Set<String> knownGuards)
        throws TopologyException {
        this.faults = new TomlFaults(where);
        this.knownRoles = knownRoles;
        this.knownGuards = knownGuards;
        if (text.length() > TopologyFile.MAX_BYTES) {
            throw new TopologyException(where + ": too large for a topology file; at most 64 KiB");
        }
        this.file = Toml.parse(text);
        if (file.hasErrors()) {
            TomlParseError first = file.errors().get(0);
            throw faults.at(first.position().line(), "not valid TOML; " + OneLine.of(first.getMessage()));
        }
    }

    Topology read(String name) throws TopologyException {
        for (String key : file.keySet()) {
            if (!TOP.contains(key)) {
                throw faults.unknown(TomlFaults.lineOf(file, key), file.isTable(List.of(key)) ? "table" : "key", key, TOP);
            }
        }
        String about = file.contains("about") ? about() : "";
        TomlTable laneTable = table("lanes", "lane names and their roles, for example main = [\"input\"]");
        if (laneTable == null) {
            throw faults.at(1, "no [lanes]; name each lane and its roles, for example main = [\"input\", \"physics\"]");
        }
        List<LaneSpec> lanes = lanes(laneTable);
        TomlTable syncTable = table("sync", "guard, permits, granularity, order, hold and barrier");
        Sync sync = syncTable == null ? Sync.DEFAULT : new SyncReader(syncTable, faults, knownGuards).read();
        return new Topology(name, about, lanes, rates(lanes), sync);
    }

    private String about() throws TopologyException {
        Object about = file.get("about");
        if (!(about instanceof String text)) {
            throw faults.at(TomlFaults.lineOf(file, "about"), "about must be text; one sentence in quotes");
        }
        if (text.length() > LONGEST_ABOUT || !text.equals(OneLine.of(text))) {
            throw faults.at(TomlFaults.lineOf(file, "about"), "about must be one line; at most " + LONGEST_ABOUT + " characters");
        }
        return text;
    }

    private List<LaneSpec> lanes(TomlTable table) throws TopologyException {
        int line = TomlFaults.lineOf(file, "lanes");
        if (table.isEmpty()) {
            throw faults.at(line, "[lanes] is empty; name each lane and its roles");
        }
        if (table.size() > Topology.MAX_LANES) {
            throw faults.at(line, "too many lanes: " + table.size() + "; at most " + Topology.MAX_LANES);
        }
        List<LaneSpec> lanes = new ArrayList<>();
        Map<String, String> placed = new LinkedHashMap<>();
        for (String lane : table.keySet()) {
            lanes.add(lane(table, lane, placed));
        }
        for (String role : Topology.STANDARD_ROLES) {
            if (!placed.containsKey(role)) {
                throw faults.at(line, "role '" + role + "' is on no lane; place it on "
                    + (role.equals(Topology.ASSETS) ? "one or more" : "exactly one"));
            }
        }
        return lanes;
    }

    private LaneSpec lane(TomlTable table, String lane, Map<String, String> placed) throws TopologyException {
        int line = TomlFaults.lineOf(table, lane);
        if (!LANE_NAME.matcher(lane).matches()) {
            throw faults.at(line, "bad lane name " + OneLine.quote(lane) + "; 1 to 16 letters, digits or '-'");
        }
        if (!(table.get(List.of(lane)) instanceof TomlArray array)) {
            throw faults.at(line, "lane '" + lane + "' must be a list of roles; for example " + lane + " = [\"assets\"]");
        }
        if (array.isEmpty()) {
            throw faults.at(line, "lane '" + lane + "' has no role; give it one or remove it");
        }
        List<String> roles = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            int roleLine = array.inputPositionOf(i).line();
            if (!(array.get(i) instanceof String role)) {
                throw faults.at(roleLine,
                    "lane '" + lane + "' must list roles as text; one of: " + TomlFaults.sorted(knownRoles));
            }
            if (!knownRoles.contains(role)) {
                throw faults.unknown(roleLine, "role", role, TomlFaults.sorted(knownRoles));
            }
            String before = placed.put(role, lane);
            if (before != null && (!role.equals(Topology.ASSETS) || roles.contains(role))) {
                throw faults.at(roleLine, "role '" + role + "' is placed twice, on '" + before + "' and '" + lane
                    + "'; " + (role.equals(Topology.ASSETS) ? "once a lane" : "exactly one lane runs it"));
            }
            roles.add(role);
        }
        return new LaneSpec(lane, roles);
    }

    private Map<String, Double> rates(List<LaneSpec> lanes) throws TopologyException {
        Map<String, Double> rates = new LinkedHashMap<>(Topology.DEFAULT_HZ);
        for (LaneSpec lane : lanes) {
            lane.roles().forEach(role -> rates.putIfAbsent(role, Topology.OTHER_ROLE_HZ));
        }
        TomlTable table = table("hz", "roles and their rates, for example physics = 120");
        if (table == null) {
            return rates;
        }
        for (String role : table.keySet()) {
            int line = TomlFaults.lineOf(table, role);
            if (!knownRoles.contains(role)) {
                throw faults.unknown(line, "role", role, TomlFaults.sorted(knownRoles));
            }
            if (!(table.get(List.of(role)) instanceof Number rate) || !Topology.takesHz(role, rate.doubleValue())) {
                throw faults.at(line, "rate of '" + role + "' is not usable; " + Topology.hzRange(role) + " (runs a second)");
            }
            rates.put(role, rate.doubleValue() + 0.0);
        }
        return rates;
    }

    private TomlTable table(String key, String content) throws TopologyException {
        Object value = file.get(List.of(key));
        if (value != null && !(value instanceof TomlTable)) {
            throw faults.at(TomlFaults.lineOf(file, key), key + " must be the table [" + key + "]; with " + content);
        }
        return (TomlTable) value;
    }
}
