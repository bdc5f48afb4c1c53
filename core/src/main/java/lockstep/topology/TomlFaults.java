package lockstep.topology;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lockstep.files.OneLine;
import org.tomlj.TomlTable;

/** Formats the errors in one TOML file: {@code FILE:LINE: what is wrong; what would be right}. */
final class TomlFaults {
    private final String where;

    TomlFaults(String where) {
        this.where = where;
    }

    TopologyException at(int line, String message) {
        return new TopologyException(where + ":" + line + ": " + message);
    }

    TopologyException unknown(int line, String kind, String word, Collection<String> allowed) {
        return at(line, "unknown " + kind + " " + OneLine.quote(word) + Nearest.help(word, "one of", allowed));
    }

    static int lineOf(TomlTable table, String key) {
        return table.inputPositionOf(List.of(key)).line();
    }

    static List<String> sorted(Set<String> words) {
        return List.copyOf(new TreeSet<>(words));
    }
}
