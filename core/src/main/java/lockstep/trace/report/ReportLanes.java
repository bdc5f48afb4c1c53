package lockstep.trace.report;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;
import lockstep.session.Session;
import lockstep.sync.Guard;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import org.HdrHistogram.Histogram;

/** The lanes, roles and guards of a page: how their time was spent, in ms. */
final class ReportLanes {
    private static final List<SpanKind> APART =
        List.of(SpanKind.GUARD_WAIT, SpanKind.BARRIER_WAIT, SpanKind.PERMIT_WAIT, SpanKind.IO,
            SpanKind.UPLOAD, SpanKind.SWAP, SpanKind.PACE);

    private final JsonWriter json;
    private final Session session;

    ReportLanes(JsonWriter json, Session session) {
        this.json = json;
        this.session = session;
    }

    void write() throws IOException {
        lanes();
        roles();
        guards();
    }

    /**
     * Uploads are part of a lane's work and taken off it; the other kinds are not. A hold overlaps with them and stands
     * apart.
     */
    private void lanes() throws IOException {
        json.array("lanes");
        for (Lane lane : session.lanes()) {
            LaneRecorder recorder = lane.recorder();
            json.object().set("name", lane.name()).array("roles");
            for (RoleStats s : lane.stats()) {
                json.value(s.role());
            }
            json.pop().object("spent");
            json.set(SpanKind.WORK.word(), ms(Math.max(0, recorder.workedNs() - recorder.totalNs(SpanKind.UPLOAD))));
            for (SpanKind kind : APART) {
                json.set(kind.word(), ms(recorder.totalNs(kind)));
            }
            json.pop().set("hold", ms(recorder.totalNs(SpanKind.HOLD)));
            json.set("longestGuardWait", ms(recorder.maxNs(SpanKind.GUARD_WAIT)));
            json.set("cpuSeconds", session.meter().cpuNs(lane) / 1e9).set("allocated", session.meter().allocatedBytes(lane));
            json.set("ended", session.conductor().ended(lane).name().toLowerCase(Locale.ROOT)).pop();
        }
        json.pop();
    }

    private void roles() throws IOException {
        json.array("roles");
        for (Lane lane : session.lanes()) {
            for (RoleStats s : lane.stats()) {
                json.object().set("name", s.role()).set("lane", s.lane()).set("runs", s.runs());
                json.set("hz", session.rates().hz(lane, s)).set("askedHz", s.askedHz());
                quantiles("work", session.meter().total(s));
                json.set("lateRuns", s.lateRuns()).set("dropped", ms(s.droppedNs())).pop();
            }
        }
        json.pop();
    }

    private void guards() throws IOException {
        json.array("guards");
        for (Guard g : session.world().guards()) {
            json.object().set("name", g.name());
            uses(g.stats().waits(), g.stats().holds());
            json.set("discarded", g.stats().discarded()).set("limit", !session.world().guarding().keepsRegion(g)).array("by");
            for (Lane lane : session.lanes()) {
                int number = lane.recorder().lane();
                Histogram holds = g.stats().holds(number);
                Histogram waits = g.stats().waits(number);
                if (holds.getTotalCount() + waits.getTotalCount() > 0) {
                    json.object().set("name", lane.name());
                    uses(waits, holds);
                    json.pop();
                }
            }
            json.pop().pop();
        }
        json.pop();
    }

    private void uses(Histogram waits, Histogram holds) throws IOException {
        json.set("acquisitions", holds.getTotalCount()).set("contended", waits.getTotalCount());
        quantiles("wait", waits);
        quantiles("hold", holds);
    }

    private void quantiles(String name, Histogram ns) throws IOException {
        json.array(name).value(ms(ns.getValueAtPercentile(50))).value(ms(ns.getValueAtPercentile(99))).value(ms(ns.getMaxValue()))
            .pop();
    }

    private static double ms(long ns) {
        return ns / 1e6;
    }
}
