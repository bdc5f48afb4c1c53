package lockstep.trace.report;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.roles.RenderStats;
import lockstep.roles.RunConfig;
import lockstep.session.Session;
import lockstep.sync.Deadlock;
import lockstep.sync.FaultLog;
import lockstep.sync.FaultSpec;
import lockstep.sync.Race;
import lockstep.time.FrameLog;
import lockstep.time.LateRule;
import lockstep.time.OverBudget;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.trace.About;
import lockstep.trace.MachineFacts;
import lockstep.trace.summary.Summary;
import org.HdrHistogram.Histogram;

/** The run as a whole on a page: its settings, machine, result and planted faults. */
final class ReportRun {
    /** The most firings of planted faults that are listed. */
    static final int FIRINGS = 20_000;

    private final JsonWriter json;
    private final Session session;
    private final About about;

    ReportRun(JsonWriter json, Session session, About about) {
        this.json = json;
        this.session = session;
        this.about = about;
    }

    void write(Map<String, Long> observerNs, long originNs) throws IOException {
        json.set("version", about.version()).set("exit", about.exit()).set("seconds", session.elapsedNs() / 1e9);
        frames();
        settings();
        machine();
        costs(observerNs);
        faults(originNs);
        races();
        deadlocks();
    }

    private void frames() throws IOException {
        RenderStats frames = session.frames();
        FrameLog log = frames.log();
        LateRule rule = log.rule();
        Histogram h = log.all();
        json.object("frames").set("count", log.frames()).set("fps", log.sumNs() == 0 ? 0 : log.frames() * 1e9 / log.sumNs());
        json.set("p50", ms(h.getValueAtPercentile(50))).set("p99", ms(h.getValueAtPercentile(99)));
        json.set("p999", ms(h.getValueAtPercentile(99.9))).set("max", ms(h.getMaxValue()));
        json.set("overBudget", log.overBudget()).set("overWords", OverBudget.WORDS).set("tolerance", OverBudget.TOLERANCE);
        json.set("hasBudget", log.overBudget() > 0 || log.budgetNs() > 0).set("notJudged", log.notJudged()).set("needs",
            FrameLog.MEDIAN_OF);
        json.set("late", log.late()).set("torn", frames.tornFrames()).set("skewed", frames.skewedFrames());
        json.set("redrawn", frames.redrawnFrames()).set("lost", session.world().lostUpdates()).set("low1", log.low1PercentFps());
        json.set("rule", rule.words()).set("slack", ms(rule.slackNs())).set("factor", rule.factor()).pop();
    }

    private void settings() throws IOException {
        RunConfig config = session.config();
        Map<String, Object> first = sharing(config.topology());
        Map<String, Object> last = sharing(session.topology());
        json.array("settings");
        for (Map.Entry<String, Object> s : first.entrySet()) {
            Object end = last.get(s.getKey());
            json.array().value(s.getKey()).value(s.getValue());
            if (!s.getValue().equals(end)) {
                json.value(end);
            }
            json.pop();
        }
        setting("seed", Long.toString(config.seed()));
        setting("bodies", config.bodies());
        setting("ship", config.isReplay() ? "replay" : config.autopilot() ? "autopilot" : "player");
        setting("views checked", session.world().viewsChecked());
        setting("bad views", session.world().viewsBad());
        setting("last tick", session.finalHash().tick());
        setting("hash", Summary.hex(session.finalHash().hash()));
        json.pop();
    }

    private void setting(String name, Object value) throws IOException {
        json.array().value(name).value(value).pop();
    }

    private static Map<String, Object> sharing(Topology topology) {
        Sync sync = topology.sync();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("topology", topology.name());
        all.put("guard", sync.guard());
        all.put("barrier", sync.barrier().word());
        all.put("granularity", sync.granularity().word());
        all.put("hold", sync.hold().word());
        all.put("order", sync.order().word());
        all.put("permits", sync.permits());
        return all;
    }

    private void machine() throws IOException {
        MachineFacts facts = MachineFacts.read(about.gl());
        json.array("machine");
        setting("processor", facts.cpu().isEmpty() ? property("os.arch") : facts.cpu());
        setting("cores", Runtime.getRuntime().availableProcessors());
        setting("memory", facts.ramKb().isEmpty() ? "unknown" : (Long.parseLong(facts.ramKb()) >> 10) + " MiB");
        setting("system", facts.os() + ", " + property("os.name") + " " + facts.kernel() + " " + property("os.arch"));
        setting("Java", property("java.vm.name") + " " + property("java.vm.version"));
        setting("collectors",
            String.join(", ", ManagementFactory.getGarbageCollectorMXBeans().stream().map(b -> b.getName()).toList()));
        setting("heap up to", (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        setting("display", about.display());
        setting("OpenGL", about.gl());
        json.pop();
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    private void costs(Map<String, Long> observerNs) throws IOException {
        json.object("costs").set("overlayP50", ms(about.overlayCostP50Ns())).set("overlayP99", ms(about.overlayCostP99Ns()));
        json.array("threads");
        for (Map.Entry<String, Long> t : observerNs.entrySet()) {
            json.array().value(t.getKey()).value(t.getValue() / 1e9).pop();
        }
        json.pop().pop();
    }

    private void faults(long originNs) throws IOException {
        FaultLog log = session.faults().log();
        List<String> asked = session.config().injects();
        json.object("faults").array("asked");
        for (String spec : asked) {
            json.value(spec);
        }
        json.pop().array("live");
        List<String> words = asked.stream().map(a -> FaultSpec.parse(a).words()).toList();
        for (String named : session.faults().named()) {
            if (!words.contains(named)) {
                json.value(named);
            }
        }
        json.pop().set("fired", log.fired()).array("firings");
        for (int i = 0; i < Math.min(log.kept(), FIRINGS); i++) {
            json.array().value(log.point(i)).value(log.lane(i)).value(Math.round((log.atNs(i) - originNs) / 1e3));
            json.value(Math.round(log.forNs(i) / 1e3)).pop();
        }
        json.pop().pop();
    }

    private void races() throws IOException {
        json.object("races").set("count", session.races().count()).array("found");
        for (Race r : session.races().found()) {
            json.object().set("region", r.region()).set("first", access(r.first())).set("second", access(r.second())).pop();
        }
        json.pop().pop();
    }

    private static String access(Race.Access a) {
        return a.lane() + (a.word().equals("write") ? " wrote in " : " read in ") + a.at() + " (tick " + a.tick() + ")";
    }

    private void deadlocks() throws IOException {
        json.array("deadlocks");
        for (Deadlock d : session.deadlocks().found()) {
            json.object().set("resolved", d.resolved()).array("cycle");
            for (Deadlock.Link l : d.cycle()) {
                json.value(l.lane() + " holds " + l.holds() + " and waits for " + l.waitsFor());
            }
            json.pop().pop();
        }
        json.pop();
    }

    private static double ms(long ns) {
        return ns / 1e6;
    }
}
