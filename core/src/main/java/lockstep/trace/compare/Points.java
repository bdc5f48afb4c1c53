package lockstep.trace.compare;

import com.badlogic.gdx.utils.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import lockstep.trace.compare.Compared.Sense;

/** The figures of a whole run from its summary, for runs without intervals. */
final class Points {
    private final JsonValue root;
    private final double seconds;
    private final Map<Compared, Double> all = new LinkedHashMap<>();

    private Points(RunFile run) {
        root = run.json();
        seconds = run.seconds();
    }

    /** The figures in the order of the table; those missing in the summary are left out. */
    static Map<Compared, Double> of(RunFile run) {
        Points p = new Points(run);
        JsonValue frames = p.root.get("frames");
        p.put("frames", "/s", Sense.SPEED, frames, "fps", 1);
        p.times("frame", "", frames, "p50", "p99", "p999");
        p.put("frame 1% low", "/s", Sense.SPEED, frames, "low1PercentFps", 1);
        p.times("frame", "", frames, "max");
        p.put("late frames", "/min", Sense.AMOUNT, frames, "late", 60 / p.seconds);
        p.put("frames over budget", "%", Sense.AMOUNT, frames, "over_budget", 100 / Math.max(1, RunFile.number(frames, "count")));
        p.times("input to frame", "to_frame_", p.root.get("input"), "p50", "p99");
        p.times("input age", "age_", p.root.get("input"), "p50", "p99", "max");
        for (JsonValue role : p.root.get("roles")) {
            String name = role.getString("name") + (role.has("lane") ? " on " + role.getString("lane") : "");
            p.put(name + " runs", "/s", Sense.SPEED, role, "hz", 1);
            p.times(name + " work", "work_", role, "p50", "p99", "max");
        }
        for (JsonValue lane : p.root.get("lanes")) {
            String name = "lane " + lane.getString("name") + ": ";
            p.put(name + "guard wait", "ms/s", Sense.AMOUNT, lane, "guard_wait_total", 1 / p.seconds);
            p.put(name + "barrier wait", "ms/s", Sense.AMOUNT, lane, "barrier_wait_total", 1 / p.seconds);
            p.put(name + "permit wait", "ms/s", Sense.AMOUNT, lane, "permit_wait_total", 1 / p.seconds);
            p.put(name + "CPU", "%", Sense.AMOUNT, lane, "cpu_seconds", 100 / p.seconds);
        }
        JsonValue world = p.root.get("world");
        p.put("torn frames", "/min", Sense.AMOUNT, world, "torn_frames", 60 / p.seconds);
        p.put("skewed frames", "/min", Sense.AMOUNT, world, "skewed_frames", 60 / p.seconds);
        p.put("lost updates", "/min", Sense.AMOUNT, world, "lost_updates", 60 / p.seconds);
        p.put("bad views", "/min", Sense.AMOUNT, world, "bad_views", 60 / p.seconds);
        return p.all;
    }

    private void times(String name, String prefix, JsonValue of, String... which) {
        for (String w : which) {
            put(name + " " + (w.equals("p999") ? "p99.9" : w), "ms", Sense.TIME, of, prefix + w, 1);
        }
    }

    private void put(String name, String unit, Sense sense, JsonValue of, String key, double scale) {
        double value = RunFile.number(of, key);
        if (!Double.isNaN(value)) {
            all.put(new Compared(name, unit, sense), value * scale);
        }
    }
}
