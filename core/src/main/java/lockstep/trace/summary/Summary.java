package lockstep.trace.summary;

import com.badlogic.gdx.utils.JsonWriter;
import com.badlogic.gdx.utils.JsonWriter.OutputType;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import lockstep.assets.AssetStats;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.Note;
import lockstep.engine.RoleStats;
import lockstep.files.NewFile;
import lockstep.session.Session;
import lockstep.sync.Deadlock;
import lockstep.sync.FaultLog;
import lockstep.sync.Guard;
import lockstep.sync.Race;
import lockstep.time.FrameLog;
import lockstep.time.SpanKind;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.trace.About;
import lockstep.trace.JsonText;
import lockstep.trace.frames.Figure;
import lockstep.trace.frames.FrameHistory;
import lockstep.trace.frames.FrameStatistics;
import lockstep.world.Counter;
import org.HdrHistogram.Histogram;

/** Writes the {@code --json} file of a run that has ended. Durations are in milliseconds unless the key says otherwise. */
public final class Summary {
    private final Session session;
    private final About about;
    private final FrameHistory history;
    private final JsonWriter json;

    private Summary(Session session, About about, FrameHistory history, StringWriter text) {
        this.session = session;
        this.about = about;
        this.history = history;
        json = new JsonWriter(new JsonText(text));
        json.setOutputType(OutputType.json);
    }

    /**
     * Writes the complete summary or nothing; {@code history} has the frames of the run.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Session session, About about, FrameHistory history) throws IOException {
        StringWriter text = new StringWriter();
        new Summary(session, about, history, text).all();
        NewFile.writeText(file, "the summary", to -> to.append(text.toString()).append('\n'));
    }

    private void all() throws IOException {
        json.object();
        json.set("version", about.version()).set("java", System.getProperty("java.version"));
        json.set("os",
            System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        json.set("cores", Runtime.getRuntime().availableProcessors());
        json.set("display", about.display()).set("gl", about.gl()).set("exit", about.exit());
        settings();
        json.set("seconds", session.elapsedNs() / 1e9);
        frames();
        lanes();
        roles();
        notes();
        input();
        world();
        assets();
        guards();
        injected();
        races();
        deadlocks();
        LateFrameJson.write(json, session.lateFrames());
        IntervalsJson.write(json, session.meter().intervals());
        json.set("overlay_cost_p50", ms(about.overlayCostP50Ns())).set("overlay_cost_p99", ms(about.overlayCostP99Ns()));
        json.pop();
    }

    private void settings() throws IOException {
        json.object("settings");
        sharing(session.config().topology());
        json.set("seed", session.config().seed()).set("bodies", session.config().bodies());
        json.array("inject");
        for (String inject : session.config().injects()) {
            json.value(inject);
        }
        json.pop().pop();
        json.object("settings_at_end");
        sharing(session.topology());
        json.pop();
    }

    private void sharing(Topology topology) throws IOException {
        Sync sync = topology.sync();
        json.set("topology", topology.name()).set("guard", sync.guard()).set("permits", sync.permits())
            .set("granularity", sync.granularity().word()).set("hold", sync.hold().word()).set("order", sync.order().word())
            .set("barrier", sync.barrier().word());
    }

    private void frames() throws IOException {
        FrameLog log = session.frames().log();
        Histogram h = log.all();
        json.object("frames").set("count", log.frames()).set("fps", log.sumNs() == 0 ? 0 : log.frames() * 1e9 / log.sumNs());
        quantiles("", h);
        json.set("p999", ms(h.getValueAtPercentile(99.9))).set("late", log.late()).set("low1PercentFps", log.low1PercentFps());
        json.set("not_judged", log.notJudged()).set("over_budget", log.overBudget()).set("budget",
            ms(session.frames().budgetNs()));
        json.set("redrawn", session.frames().redrawnFrames()).set("not_kept", history.missed()).object("by_definition");
        for (Figure f : FrameStatistics.of(history)) {
            json.set(f.label(), Double.isFinite(f.value()) ? f.value() : null);
        }
        json.pop().pop();
    }

    private void lanes() throws IOException {
        json.array("lanes");
        for (Lane lane : session.lanes()) {
            json.object().set("name", lane.name()).array("roles");
            for (RoleStats s : lane.stats()) {
                json.value(s.role());
            }
            json.pop();
            json.set("guard_wait_total", ms(lane.recorder().totalNs(SpanKind.GUARD_WAIT)));
            json.set("guard_wait_max", ms(lane.recorder().maxNs(SpanKind.GUARD_WAIT)));
            json.set("barrier_wait_total", ms(lane.recorder().totalNs(SpanKind.BARRIER_WAIT)));
            json.set("permit_wait_total", ms(lane.recorder().totalNs(SpanKind.PERMIT_WAIT)));
            json.set("busy_share", session.rates().busyShare(lane));
            json.set("cpu_seconds", session.meter().cpuNs(lane) / 1e9);
            json.set("allocated_bytes", session.meter().allocatedBytes(lane));
            Conductor.Ended ended = session.conductor().ended(lane);
            json.set("ended", ended.name().toLowerCase(Locale.ROOT)).pop();
        }
        json.pop();
    }

    private void roles() throws IOException {
        json.array("roles");
        for (Lane lane : session.lanes()) {
            for (RoleStats s : lane.stats()) {
                json.object().set("name", s.role()).set("lane", s.lane()).set("runs", s.runs());
                json.set("hz", session.rates().hz(lane, s)).set("asked_hz", s.askedHz());
                quantiles("work_", session.meter().total(s));
                json.set("late_runs", s.lateRuns()).set("dropped_ns", s.droppedNs()).pop();
            }
        }
        json.pop();
    }

    private void notes() throws IOException {
        json.array("notes");
        for (Note n : session.notes().all()) {
            json.object().set("role", n.role()).set("lane", n.lane().name()).set("name", n.name());
            json.set("value", Double.isFinite(n.value()) ? n.value() : null).pop();
        }
        json.pop();
    }

    private void input() throws IOException {
        json.object("input").set("events", session.input().events());
        quantiles("age_", session.input().ageNs());
        Histogram h = session.frames().toFrameNs();
        json.set("to_frame_p50", ms(h.getValueAtPercentile(50))).set("to_frame_p99", ms(h.getValueAtPercentile(99))).pop();
    }

    private void world() throws IOException {
        json.object("world").set("tick", session.finalHash().tick());
        json.set("hash", hex(session.finalHash().hash()));
        json.set("bodies", session.config().bodies()).set("score", session.finalHash().score());
        json.set("torn_frames", session.frames().tornFrames()).set("skewed_frames", session.frames().skewedFrames());
        json.set("views", session.world().viewsChecked()).set("bad_views", session.world().viewsBad());
        json.object("ledger");
        for (Counter c : Counter.values()) {
            json.set(c.word(), session.world().ledger(c));
        }
        json.pop().object("tally");
        for (Counter c : Counter.values()) {
            json.set(c.word(), session.world().tally(c));
        }
        json.pop().set("lost_updates", session.world().lostUpdates()).pop();
    }

    private void assets() throws IOException {
        AssetStats a = session.assets();
        json.object("assets").set("loaded", a.loaded()).set("failed", a.failed()).set("evicted", a.evicted());
        json.set("cancelled", a.cancelled()).set("bytes", a.bytes()).set("upload_max", ms(a.uploadMaxNs()));
        json.set("placeholder_frames", a.placeholderFrames()).pop();
    }

    private void guards() throws IOException {
        json.array("guards");
        for (Guard g : session.world().guards()) {
            Histogram waits = g.stats().waits();
            Histogram holds = g.stats().holds();
            json.object().set("name", g.name()).set("acquisitions", holds.getTotalCount()).set("contended",
                waits.getTotalCount());
            json.set("discarded_reads", g.stats().discarded());
            quantiles("wait_", waits);
            quantiles("hold_", holds);
            json.pop();
        }
        json.pop();
    }

    private void injected() throws IOException {
        FaultLog log = session.faults().log();
        json.array("injected");
        for (int i = 0; i < log.kept(); i++) {
            json.object().set("point", log.point(i)).set("lane", log.lane(i)).set("at_ns", log.atNs(i))
                .set("for_ns", log.forNs(i)).pop();
        }
        json.pop().set("injected_count", log.fired());
    }

    private void races() throws IOException {
        json.array("races_found");
        for (Race r : session.races().found()) {
            json.object().set("region", r.region());
            access("first", r.first());
            access("second", r.second());
            json.pop();
        }
        json.pop().set("races_count", session.races().count());
    }

    private void deadlocks() throws IOException {
        json.array("deadlocks");
        for (Deadlock d : session.deadlocks().found()) {
            json.object().set("at_ns", d.atNs()).array("cycle");
            for (Deadlock.Link l : d.cycle()) {
                json.object().set("lane", l.lane()).set("holds", l.holds()).set("waits_for", l.waitsFor()).pop();
            }
            json.pop().set("resolved", d.resolved()).set("foreign", d.foreign()).pop();
        }
        json.pop().set("deadlocks_count", session.deadlocks().count());
    }

    private void access(String which, Race.Access a) throws IOException {
        json.object(which).set("lane", a.lane()).set("tick", a.tick()).set("access", a.word()).set("at", a.at()).pop();
    }

    private void quantiles(String prefix, Histogram ns) throws IOException {
        json.set(prefix + "p50", ms(ns.getValueAtPercentile(50))).set(prefix + "p99", ms(ns.getValueAtPercentile(99)));
        json.set(prefix + "max", ms(ns.getMaxValue()));
    }

    /** A hash in text form: 16 lower-case hexadecimal digits. */
    public static String hex(long hash) {
        return String.format("%016x", hash);
    }

    private static double ms(long ns) {
        return ns / 1e6;
    }
}
