package lockstep.desktop.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lockstep.trace.MachineFacts;

/** Prints scores as Markdown. */
final class BlameTable {
    private static final List<String> FIRST = List.of("render", "upload", "physics", "assets", "input", "gc", "machine", "pace");

    private BlameTable() {
    }

    /** How often each planted culprit was named, and who was named. */
    static String of(Collection<BlameScore> scores) {
        StringBuilder text = new StringBuilder("""
            | planted | late frames | named first | 95 % | longest run | waited for | not scored | planted or machine |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
        for (BlameScore s : scores) {
            double[] w = BlameScore.wilson(s.right, s.frames);
            text.append(
                String.format(Locale.ROOT, "| `%s` | %d | %.1f %% | %.1f to %.1f | %s | %s | %d | %s |%n", s.row, s.frames,
                    100 * s.share(), 100 * w[0], 100 * w[1], percent(s.longestRight, s.frames),
                    percent(s.waitedForRight, s.frames), s.partly,
                    percent(s.partlyRight, s.partly)));
        }
        text.append('\n').append(matrix(scores)).append('\n');
        for (BlameScore s : scores) {
            if (s.twice > 0) {
                text.append(String.format(Locale.ROOT, "%s in one frame: %d, both named in %s%n", s.row, s.twice,
                    percent(s.bothNamed, s.twice)));
            }
        }
        return text.append(untouched(scores)).append(machine()).toString();
    }

    private static String matrix(Collection<BlameScore> scores) {
        List<String> columns = new ArrayList<>(FIRST);
        scores.forEach(s -> s.named.keySet().stream().filter(k -> !columns.contains(k)).forEach(columns::add));
        columns.removeIf(c -> scores.stream().noneMatch(s -> s.named.containsKey(c)));
        StringBuilder text = new StringBuilder("| planted \\ named | " + String.join(" | ", columns) + " |\n| ---"
            + " | ---".repeat(columns.size()) + " |\n");
        for (BlameScore s : scores) {
            text.append("| `").append(s.row).append("` |");
            columns.forEach(c -> text.append(' ').append(s.named.containsKey(c) ? s.named.get(c).toString() : "").append(" |"));
            text.append('\n');
        }
        return text.toString();
    }

    private static String untouched(Collection<BlameScore> scores) {
        Map<String, Integer> named = new TreeMap<>();
        scores.forEach(s -> s.namedUntouched.forEach((k, n) -> named.merge(k, n, Integer::sum)));
        return String.format(Locale.ROOT, "nothing planted fired in %d late frames: %s; a lane said to have slept in %d,"
            + " accused without evidence in %d%n",
            scores.stream().mapToInt(s -> s.untouched).sum(), named,
            scores.stream().mapToInt(s -> s.slept).sum(), scores.stream().mapToInt(s -> s.falselyAccused).sum());
    }

    /** What it was measured on. */
    static String machine() {
        return String.format(Locale.ROOT, "%s, load %.1f%n", MachineFacts.line(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String percent(int n, int of) {
        return of == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * n / of);
    }
}
