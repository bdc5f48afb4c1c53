package lockstep.trace.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.files.OneLine;

/** Two runs side by side as text, at most 110 columns wide. */
public final class CompareTable {
    private static final String ROW = "%-32s %11s %11s %-4s  %7s  %-17s  %s";
    private static final int SETTING = 46;

    private CompareTable() {
    }

    /** The lines: the runs, their conditions, the figures, how to read them. */
    public static List<String> lines(RunFile a, RunFile b) {
        List<String> lines = new ArrayList<>();
        lines.add(run("A", a));
        lines.add(run("B", b));
        Conditions.warnings(a, b).forEach(w -> lines.add(OneLine.of("warning: " + w)));
        lines.add("");
        List<Conditions.Difference> differences = Conditions.differences(a, b);
        if (differences.isEmpty()) {
            lines.add("Settings and machine are the same.");
        } else {
            lines.add(String.format("%-12s %-" + SETTING + "s  %s", "differs", "A", "B"));
            differences.forEach(d -> lines
                .add(String.format("%-12s %-" + SETTING + "s  %s", cut(d.name(), 12), cut(d.a(), SETTING), cut(d.b(), SETTING))));
        }
        lines.add("");
        figures(lines, Comparison.of(a, b));
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static String run(String which, RunFile run) {
        String intervals =
            run.ns().length == 0 ? "no intervals" : run.ns().length + (run.ns().length == 1 ? " interval" : " intervals");
        return OneLine.of(format("%s  %s: %s, %.1f s, %s", which, run.path(), text(run, "topology") + ", " + text(run, "guard"),
            run.seconds(), intervals));
    }

    private static String text(RunFile run, String setting) {
        return run.json().get("settings").getString(setting, "?");
    }

    private static void figures(List<String> lines, List<CompareRow> rows) {
        lines.add(String.format(ROW, "figure", "A", "B", "", "B / A", "95 % interval", ""));
        List<String> nothing = new ArrayList<>();
        int judged = 0;
        for (CompareRow r : rows) {
            if (r.nothing()) {
                nothing.add(r.figure().name());
                continue;
            }
            judged += r.interval() == null ? 0 : 1;
            lines.add(String.format(ROW, cut(r.figure().name(), 32), number(r.a()), number(r.b()), r.figure().unit(),
                ratio(r.b() / r.a()), r.interval() == null ? "" : ratio(r.interval().low()) + " .. " + ratio(r.interval().high()),
                r.word()));
        }
        if (!nothing.isEmpty()) {
            lines.addAll(wrapped("0 or missing in both: " + String.join(", ", nothing)));
        }
        if (judged > 0) {
            lines.add("");
            lines.addAll(
                wrapped(format("Of %d intervals about %d exclude 1 by chance, even if nothing differs. They show how much a"
                    + " figure varies within these two runs. They do not show what differs from one start to the next: play"
                    + " a second pair of runs before you believe a small difference.", judged,
                    Math.max(1, Math.round(judged * 0.05)))));
        }
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > 110) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String cut(String text, int width) {
        String line = OneLine.of(text);
        return line.length() <= width ? line : line.substring(0, width - 2) + "..";
    }

    /** A number with four significant digits. */
    static String number(double x) {
        double size = Math.abs(x);
        return Double.isNaN(x) ? "-" : x == 0 ? "0" : size >= 1000 ? format("%.0f", x) : size >= 100 ? format("%.1f", x)
            : size >= 10 ? format("%.2f", x) : size >= 1 ? format("%.3f", x) : size >= 0.1 ? format("%.4f", x)
            : format("%.6f", x);
    }

    /** A ratio, with three decimals while it is near 1. */
    static String ratio(double x) {
        return Double.isNaN(x) ? "-" : Double.isInfinite(x) ? "inf" : x >= 1000 ? format("%.0f", x) : x >= 100 ? format("%.1f", x)
            : x >= 10 ? format("%.2f", x) : x >= 0.1 || x == 0 ? format("%.3f", x) : format("%.4f", x);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
