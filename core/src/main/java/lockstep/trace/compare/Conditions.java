package lockstep.trace.compare;

import com.badlogic.gdx.utils.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The conditions of two runs. */
final class Conditions {
    private static final List<String> MACHINE = List.of("java", "os", "cores", "display", "gl");

    private Conditions() {
    }

    /** A condition that differs. */
    record Difference(String name, String a, String b) {
    }

    /** All conditions that differ: settings, then build and machine. */
    static List<Difference> differences(RunFile a, RunFile b) {
        Map<String, String> of = all(a);
        Map<String, String> with = all(b);
        Set<String> names = new LinkedHashSet<>(of.keySet());
        names.addAll(with.keySet());
        return names.stream().filter(n -> !of.getOrDefault(n, "-").equals(with.getOrDefault(n, "-")))
            .map(n -> new Difference(n, of.getOrDefault(n, "-"), with.getOrDefault(n, "-"))).toList();
    }

    /** What makes a comparison doubtful, one line each. */
    static List<String> warnings(RunFile a, RunFile b) {
        List<String> lines = new ArrayList<>();
        List<String> machine = differences(a, b).stream().map(Difference::name).filter(MACHINE::contains).toList();
        if (!machine.isEmpty()) {
            lines.add("not the same machine: " + String.join(", ", machine)
                + " differ, and that alone can change figures");
        }
        one(lines, "A", a);
        one(lines, "B", b);
        if (a.ns().length == 0 || b.ns().length == 0) {
            String which = a.ns().length > 0 ? "B has" : b.ns().length > 0 ? "A has" : "A and B have";
            lines.add(which + " no intervals because an older build wrote the file: no confidence interval can be given");
        } else if (Math.min(a.ns().length, b.ns().length) < Comparison.ENOUGH) {
            lines.add("fewer than " + Comparison.ENOUGH
                + " intervals of a second: no confidence interval can be given; run for longer");
        } else if (Math.min(a.ns().length, b.ns().length) < Comparison.AMPLE) {
            lines.add("fewer than " + Comparison.AMPLE
                + " intervals: the 95 % intervals may be too narrow; run for longer");
        }
        return lines;
    }

    private static void one(List<String> lines, String which, RunFile run) {
        Map<String, String> begin = flat(run.json().get("settings"));
        List<String> switched = flat(run.json().get("settings_at_end")).entrySet().stream()
            .filter(e -> !e.getValue().equals(begin.get(e.getKey())))
            .map(e -> e.getKey() + " from " + begin.get(e.getKey()) + " to " + e.getValue()).toList();
        if (!switched.isEmpty()) {
            lines.add(which + " was changed while it ran: " + String.join(", ", switched));
        }
        long[] unread = run.totals().getOrDefault(new RunFile.Key("frames", "", "unread"), new long[0]);
        if (Arrays.stream(unread).sum() > 0) {
            lines.add(
                which + " drew faster than frames could be read: " + Arrays.stream(unread).sum() + " frames are in no interval");
        }
        int exit = run.json().getInt("exit", 0);
        if (exit != 0) {
            lines.add(which + " ended with exit code " + exit);
        }
    }

    private static Map<String, String> all(RunFile run) {
        Map<String, String> all = new LinkedHashMap<>(flat(run.json().get("settings")));
        all.put("version", text(run.json().get("version")));
        MACHINE.forEach(k -> all.put(k, text(run.json().get(k))));
        return all;
    }

    private static Map<String, String> flat(JsonValue object) {
        Map<String, String> map = new LinkedHashMap<>();
        if (object != null) {
            object.forEach(v -> map.put(v.name(), text(v)));
        }
        return map;
    }

    private static String text(JsonValue v) {
        if (v == null) {
            return "-";
        }
        if (!v.isArray() && !v.isObject()) {
            return v.asString();
        }
        return v.isEmpty() ? "-"
            : StreamSupport.stream(v.spliterator(), false).map(Conditions::text).collect(Collectors.joining(" "));
    }
}
