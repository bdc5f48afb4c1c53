package lockstep.trace.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.time.TimeCounts;
import lockstep.trace.compare.Compared.Sense;
import lockstep.trace.compare.RunFile.Key;

/** The figures by which two runs are compared, as far as a run's intervals contain them. */
final class Families {
    private static final double FINE = 0.001;
    private static final double COARSE = 0.01;

    private final RunFile run;
    private final List<Family> all = new ArrayList<>();

    private Families(RunFile run) {
        this.run = run;
    }

    /** The families in the order of the table. */
    static List<Family> of(RunFile run) {
        Families f = new Families(run);
        f.frames();
        f.roles();
        f.lanes();
        f.world();
        return f.all;
    }

    private void frames() {
        long[] count = run.totals().get(new Key("frames", "", "count"));
        long[] sum = run.totals().get(new Key("frames", "", "sum_ns"));
        if (count != null && sum != null) {
            all.add(new Family.Flow(new Compared("frames", "/s", Sense.SPEED), new Rate(count, sum, 1e9)));
        }
        List<TimeCounts> times = run.times().get(new Key("frames", "", "time"));
        if (times != null) {
            double[] q = {0.5, 0.99, 0.999};
            all.add(new Family.Spread(Stream.of("p50", "p99", "p99.9", "1% low", "max").map(Families::frame).toList(),
                new Distribution(times, q, true), new double[] {0.5, 0.99, 0.999, 0.99}, FINE));
        }
        events("late frames", "frames", "late");
        long[] over = run.totals().get(new Key("frames", "", "over_budget"));
        if (over != null && count != null) {
            all.add(new Family.Flow(new Compared("frames over budget", "%", Sense.AMOUNT), new Rate(over, count, 100)));
        }
        events("redrawn frames", "frames", "redrawn");
        spread("input to frame", "input", "", "to_frame", FINE);
        spread("input age", "input", "", "age", FINE);
    }

    private static Compared frame(String what) {
        return what.endsWith("low") ? new Compared("frame " + what, "/s", Sense.SPEED)
            : new Compared("frame " + what, "ms", Sense.TIME);
    }

    private void roles() {
        for (Map.Entry<Key, List<TimeCounts>> e : run.times().entrySet()) {
            if (e.getKey().group().equals("roles")) {
                String role = e.getKey().of();
                long[] runs = e.getValue().stream().mapToLong(Families::count).toArray();
                all.add(new Family.Flow(new Compared(role + " runs", "/s", Sense.SPEED), new Rate(runs, run.ns(), 1e9)));
                spread(role + " work", "roles", role, "work", COARSE);
            }
        }
    }

    private static long count(TimeCounts t) {
        long n = 0;
        for (int i = 0; i < t.size(); i++) {
            n += t.count(i);
        }
        return n;
    }

    private void lanes() {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (Map.Entry<Key, long[]> e : run.totals().entrySet()) {
            if (e.getKey().group().equals("lanes")) {
                sums.merge(e.getKey().figure(), e.getValue(), RunFile::sum);
            }
        }
        sums.forEach((figure, each) -> lane("all lanes", figure, each));
        run.totals().forEach((k, each) -> {
            if (k.group().equals("lanes")) {
                lane("lane " + k.of(), k.figure(), each);
            }
        });
    }

    private void lane(String which, String figure, long[] each) {
        switch (figure) {
            case "guard_wait_ns" -> flow(which + ": guard wait", "ms/s", each, 1e3);
            case "barrier_wait_ns" -> flow(which + ": barrier wait", "ms/s", each, 1e3);
            case "permit_wait_ns" -> flow(which + ": permit wait", "ms/s", each, 1e3);
            case "cpu_ns" -> flow(which + ": CPU", "%", each, 100);
            default -> {}
        }
    }

    private void flow(String name, String unit, long[] each, double scale) {
        all.add(new Family.Flow(new Compared(name, unit, Sense.AMOUNT), new Rate(each, run.ns(), scale)));
    }

    private void world() {
        events("torn frames", "world", "torn_frames");
        events("skewed frames", "world", "skewed_frames");
        events("lost updates", "world", "lost_updates");
        events("bad views", "world", "bad_views");
    }

    private void spread(String name, String group, String of, String figure, double resolution) {
        List<TimeCounts> times = run.times().get(new Key(group, of, figure));
        if (times != null) {
            double[] q = {0.5, 0.99};
            List<Compared> figures =
                Stream.of("p50", "p99", "max").map(w -> new Compared(name + " " + w, "ms", Sense.TIME)).toList();
            all.add(new Family.Spread(figures, new Distribution(times, q, false), q, resolution));
        }
    }

    private void events(String name, String group, String figure) {
        long[] events = run.totals().get(new Key(group, "", figure));
        if (events != null && Arrays.stream(events).allMatch(n -> n >= 0)) {
            all.add(new Family.Events(new Compared(name, "/min", Sense.AMOUNT), events, run.ns()));
        }
    }
}
