package lockstep.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lockstep.sync.Guards;
import lockstep.trace.MachineFacts;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link SharingBenchmark} and prints Markdown: the median operation in µs, its ratio to plain array copies of the
 * same bytes in the same run, the 99th percentile where two lanes meet, and bytes allocated per operation. Arguments:
 * names of guards, and numbers of entities; all without any.
 */
public final class SharingReport {
    private final Map<String, RunResult> times;
    private final Map<String, RunResult> allocations;
    private final PrintStream out = System.out;

    private SharingReport(Collection<RunResult> times, Collection<RunResult> allocations) {
        this.times = byName(times);
        this.allocations = byName(allocations);
    }

    private static Map<String, RunResult> byName(Collection<RunResult> all) {
        Map<String, RunResult> results = new TreeMap<>();
        for (RunResult r : all) {
            results.put(key(r.getParams().getBenchmark().replaceAll(".*\\.", ""), r.getParams().getParam("guard"),
                r.getParams().getParam("entities")), r);
        }
        return results;
    }

    public static void main(String[] args) throws Exception {
        List<String> guards = List.of(args).stream().filter(Guards.names()::contains).toList();
        List<String> sizes = List.of(args).stream().filter(a -> a.matches("\\d+")).toList();
        ChainedOptionsBuilder times = options(guards, sizes);
        ChainedOptionsBuilder allocations = options(guards, sizes).mode(Mode.AverageTime).addProfiler(GCProfiler.class)
            .forks(1).warmupIterations(1).measurementIterations(2);
        new SharingReport(new Runner(times.build()).run(), new Runner(allocations.build()).run())
            .print(guards.isEmpty() ? List.copyOf(Guards.names()) : guards,
                sizes.isEmpty() ? List.of("1000", "5000", "20000") : sizes);
    }

    private static ChainedOptionsBuilder options(List<String> guards, List<String> sizes) {
        ChainedOptionsBuilder options =
            new OptionsBuilder().include(SharingBenchmark.class.getSimpleName()).shouldFailOnError(true);
        if (!guards.isEmpty()) {
            options.param("guard", guards.toArray(String[]::new));
        }
        if (!sizes.isEmpty()) {
            options.param("entities", sizes.toArray(String[]::new));
        }
        return options;
    }

    private void print(List<String> guards, List<String> sizes) {
        out.println();
        out.println(MachineFacts.line());
        for (String size : sizes) {
            out.printf("%n%s entities (%d KB a copy)%n%n", size, Integer.parseInt(size) * 24 / 1000);
            out.println(
                "| guard | alone: publish + take | to plain | B/op | two lanes: publish"
                    + " | to plain | p99 | take | to plain | p99 | B/op |");
            out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            row("plain copies", key("plainAlone", null, size), key("plainTwo", null, size), "plainPublish", "plainTake", size);
            for (String guard : guards) {
                row(guard, key("alone", guard, size), key("two", guard, size), "publish", "take", size);
            }
        }
    }

    private void row(String name, String alone, String two, String publish, String take, String size) {
        double plain = us(times.get(key("plainAlone", null, size)).getPrimaryResult(), 50);
        Result<?> p = times.get(two).getSecondaryResults().get(publish);
        Result<?> t = times.get(two).getSecondaryResults().get(take);
        RunResult plainTwo = times.get(key("plainTwo", null, size));
        double a = us(times.get(alone).getPrimaryResult(), 50);
        out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %s | %.2f | %.2f | %.1f | %.2f | %.2f | %.1f | %s |%n", name, a, a / plain,
            bytes(alone), us(p, 50), us(p, 50) / us(plainTwo.getSecondaryResults().get("plainPublish"), 50), us(p, 99),
            us(t, 50), us(t, 50) / us(plainTwo.getSecondaryResults().get("plainTake"), 50), us(t, 99), bytes(two));
    }

    private static double us(Result<?> ns, double percentile) {
        return ns.getStatistics().getPercentile(percentile) / 1e3;
    }

    private static String key(String benchmark, String guard, String size) {
        return benchmark + " " + guard + " " + size;
    }

    /** Whole bytes: the harness's own is a fraction of one. */
    private String bytes(String result) {
        for (Map.Entry<String, Result> r : new TreeMap<>(allocations.get(result).getSecondaryResults()).entrySet()) {
            if (r.getKey().endsWith("gc.alloc.rate.norm")) {
                return String.format(Locale.ROOT, "%.0f", r.getValue().getScore());
            }
        }
        return "?";
    }
}
