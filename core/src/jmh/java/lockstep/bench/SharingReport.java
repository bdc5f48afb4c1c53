package lockstep.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lockstep.sync.Guards;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link SharingBenchmark} and prints Markdown: times in µs, alone the best of all iterations, since on a shared
 * machine the rest is somebody else's, and of two lanes the median; ratios to plain array copies of the same bytes in the same run; bytes allocated per
 * operation. Arguments: names of guards to run, and {@code N} entities; all without any.
 */
public final class SharingReport {
    private final Map<String, RunResult> results = new TreeMap<>();
    private final PrintStream out = System.out;

    private SharingReport(Collection<RunResult> all) {
        for (RunResult r : all) {
            results.put(key(r.getParams().getBenchmark().replaceAll(".*\\.", ""), r.getParams().getParam("guard"),
                r.getParams().getParam("entities")), r);
        }
    }

    public static void main(String[] args) throws Exception {
        ChainedOptionsBuilder options = new OptionsBuilder().include(SharingBenchmark.class.getSimpleName())
            .addProfiler(GCProfiler.class).shouldFailOnError(true);
        String[] guards = List.of(args).stream().filter(Guards.names()::contains).toArray(String[]::new);
        String[] sizes = List.of(args).stream().filter(a -> a.matches("\\d+")).toArray(String[]::new);
        if (guards.length > 0) {
            options.param("guard", guards);
        }
        if (sizes.length > 0) {
            options.param("entities", sizes);
        }
        new SharingReport(new Runner(options.build()).run())
            .print(guards.length > 0 ? List.of(guards) : List.copyOf(Guards.names()),
                sizes.length > 0 ? List.of(sizes) : List.of("1000", "5000", "20000"));
    }

    private void print(List<String> guards, List<String> sizes) throws IOException {
        out.println();
        out.println(machine());
        for (String size : sizes) {
            out.printf("%n%s entities (%d KB a copy)%n%n", size, Integer.parseInt(size) * 24 / 1000);
            out.println("| guard | alone: publish + take, µs | to plain | B/op | two lanes: publish, µs | to plain | take, µs | to plain | B/op |");
            out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            double alone = best(get("plainAlone", null, size).getPrimaryResult());
            double publish = median(second("plainTwo", null, size, "plainPublish"));
            double take = median(second("plainTwo", null, size, "plainTake"));
            out.printf(Locale.ROOT, "| plain copies | %.2f | 1 | %s | %.2f | 1 | %.2f | 1 | %s |%n", alone / 1e3,
                bytes("plainAlone", null, size), publish / 1e3, take / 1e3, bytes("plainTwo", null, size));
            for (String guard : guards) {
                double a = best(get("alone", guard, size).getPrimaryResult());
                double p = median(second("two", guard, size, "publish"));
                double t = median(second("two", guard, size, "take"));
                out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %s | %.2f | %.2f | %.2f | %.2f | %s |%n", guard, a / 1e3, a / alone,
                    bytes("alone", guard, size), p / 1e3, p / publish, t / 1e3, t / take, bytes("two", guard, size));
            }
        }
    }

    private static String key(String benchmark, String guard, String size) {
        return benchmark + " " + guard + " " + size;
    }

    private RunResult get(String benchmark, String guard, String size) {
        return results.get(key(benchmark, guard, size));
    }

    private Result<?> second(String benchmark, String guard, String size, String method) {
        return get(benchmark, guard, size).getSecondaryResults().get(method);
    }

    private static double best(Result<?> r) {
        return r.getStatistics().getMin();
    }

    private static double median(Result<?> r) {
        return r.getStatistics().getPercentile(50);
    }

    /** Below a tenth of a byte it is the harness's own. */
    private String bytes(String benchmark, String guard, String size) {
        for (Map.Entry<String, Result> r : new TreeMap<>(get(benchmark, guard, size).getSecondaryResults()).entrySet()) {
            if (r.getKey().endsWith("gc.alloc.rate.norm")) {
                double b = r.getValue().getScore();
                return b < 0.5 ? "0" : String.format(Locale.ROOT, "%.0f", b);
            }
        }
        return "?";
    }

    private static String machine() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        String cpu = System.getProperty("os.arch");
        if (Files.isReadable(info)) {
            cpu = Files.readAllLines(info).stream().filter(l -> l.startsWith("model name")).findFirst()
                .map(l -> l.substring(l.indexOf(':') + 1).trim()).orElse(cpu);
        }
        return cpu + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + ", Java "
            + System.getProperty("java.version");
    }
}
