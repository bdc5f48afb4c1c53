package lockstep.desktop.doctor;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lockstep.assets.AssetSource;
import lockstep.desktop.game.GameLauncher;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.sync.Guards;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import lockstep.trace.MachineFacts;

/**
 * {@code lockstep doctor --cost}: what it costs to watch the lanes. Plays headless, alternately watched and not, for about forty
 * seconds in total.
 *
 * <p>In a run that is not watched, no spans and no CPU times are recorded, and the meter and the judge of late frames do not run.
 * What lanes need themselves stays: reading the clock, counting frames and work times, the watchdog.
 *
 * <p>The difference is mostly noise on a small machine. It is therefore reported with its confidence interval, beside a direct
 * measurement: the CPU time of the watching threads, and spans and runs per second times the cost of one.
 */
public final class ObservingCost {
    private static final int PAIRS = Difference.PAIRS;
    private static final long SETTLE_MS = 1_000;
    private static final long RUN_MS = 2_500;
    private static final long WARM_MS = 2_000;

    private static final double MOST_RATIO = 1.3;
    private static final double MOST_SHARE = 0.01;
    private static final String ON_LANES = "on the lanes";

    private final PrintWriter err;
    private final List<CostRun> on = new ArrayList<>();
    private final List<CostRun> off = new ArrayList<>();

    private ObservingCost(PrintWriter err) {
        this.err = err;
    }

    /** Measures and reports. */
    public static void print(PrintWriter err) throws Exception {
        new ObservingCost(err).print();
    }

    private void print() throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        line("machine    %s%s", MachineFacts.line(), load < 0 ? "" : String.format(Locale.ROOT, "; load %.1f before", load));
        SpanCost span = SpanCost.measure();
        line("one span   %.0f ns; two clock reads and five plain stores %.0f ns: %.2fx (goal: at most 1.3x, %s)", span.spanNs(),
            span.plainNs(),
            span.ratio(), verdict(span.ratio() <= MOST_RATIO));
        line("one run    %.0f ns to record it and to read the CPU time of its thread twice", span.runNs());
        err.flush();
        runs();
        line("in %d pairs of headless runs, %.1f s measured of each; share of a core in %%", PAIRS, RUN_MS / 1e3);
        line("%-26s %10s %10s %16s", "", "watched", "not", "difference, 95 %");
        row("frame p50, ms", CostRun::p50Ms);
        row("frame p99, ms", CostRun::p99Ms);
        List<String> lanes = List.copyOf(on.get(0).lanes().keySet());
        lanes.forEach(lane -> row("CPU of " + lane + ", %", r -> 100 * r.lanes().get(lane).cpu()));
        row("CPU of the process, %", r -> 100 * r.processCpu());
        direct(span, lanes);
        for (String lane : lanes) {
            line("allocated  %s: %.1f bytes a frame watched, %.1f not (medians)", lane,
                median(on, r -> r.lanes().get(lane).bytesPerFrame()),
                median(off, r -> r.lanes().get(lane).bytesPerFrame()));
        }
        err.flush();
    }

    private void runs() throws Exception {
        GameLauncher.loadNatives();
        Topology four = new Topologies(AssetSource.builtIn(), Registry.names(), Guards.names()).shipped("four");
        RunConfig watched = RunConfig.builder(four, AssetSource.builtIn()).headless(true).mute(true).autopilot(true).build();
        RunConfig not = RunConfigBuilder.from(watched).observed(false).build();
        CostRun.measure(watched, WARM_MS, SETTLE_MS);
        CostRun.measure(not, SETTLE_MS, SETTLE_MS);
        for (int i = 0; i < PAIRS; i++) {
            if (i % 2 == 0) {
                on.add(CostRun.measure(watched, SETTLE_MS, RUN_MS));
            }
            off.add(CostRun.measure(not, SETTLE_MS, RUN_MS));
            if (i % 2 == 1) {
                on.add(CostRun.measure(watched, SETTLE_MS, RUN_MS));
            }
        }
    }

    private void row(String what, ToDoubleFunction<CostRun> value) {
        Difference more = Difference.of(on.stream().mapToDouble(value).toArray(), off.stream().mapToDouble(value).toArray());
        line("%-26s %10.2f %10.2f %+8.2f +-%6.2f", what, median(on, value), median(off, value), more.mean(), more.half95());
    }

    private void direct(SpanCost span, List<String> lanes) {
        double spans = lanes.stream().mapToDouble(lane -> median(on, r -> r.lanes().get(lane).spansPerS())).sum();
        double runs = lanes.stream().mapToDouble(lane -> median(on, r -> r.lanes().get(lane).runsPerS())).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String name : on.get(0).observersCpu().keySet()) {
            shares.put(name, median(on, r -> r.observersCpu().get(name)));
        }
        shares.put(ON_LANES, ((spans - runs) * span.spanNs() + runs * span.runNs()) / 1e9);
        line("on the lanes %.0f spans and %.0f runs are recorded a second", spans, runs);
        line("%s", directly(shares));
    }

    /** The direct measurement in words: shares of a core by thread, and whether the sum is within the limit. */
    static String directly(Map<String, Double> shares) {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        StringBuilder s = new StringBuilder("directly   ");
        shares.forEach((who, share) -> s.append(String.format(Locale.ROOT, "%s %.2f %%, ", who, 100 * share)));
        boolean met = sum < MOST_SHARE;
        s.append(String.format(Locale.ROOT, "in all %.2f %% of a core (goal: below 1 %%, %s", 100 * sum, verdict(met)));
        if (!met) {
            String most = shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            s.append("; most of it: ").append(most);
        }
        return s.append(')').toString();
    }

    private static String verdict(boolean met) {
        return met ? "met" : "missed";
    }

    private static double median(List<CostRun> runs, ToDoubleFunction<CostRun> value) {
        return runs.stream().mapToDouble(value).sorted().toArray()[runs.size() / 2];
    }

    private void line(String format, Object... args) {
        err.println(String.format(Locale.ROOT, format, args));
    }
}
