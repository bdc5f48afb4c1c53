package lockstep.trace.report;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.blame.Step;
import lockstep.roles.Registry;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/** What the lanes did around the late frames that have evidence; times are µs from the start of the page's first frame. */
final class ReportEvidence {
    /** How much is shown from before a frame began and from after its end, ns. */
    static final long AROUND_NS = 30_000_000;
    /** The most spans shown of one lane; the longest are chosen, since those shorter than a pixel would only enlarge the page. */
    private static final int MOST = 600;

    private final JsonWriter json;
    private final long originNs;

    ReportEvidence(JsonWriter json, long originNs) {
        this.json = json;
        this.originNs = originNs;
    }

    /** {@code faults} are the planted faults in words; the index is the number in spans less 1. */
    void write(List<Frozen> frozen, List<String> faults) throws IOException {
        json.array("evidence");
        for (Frozen f : frozen) {
            json.object();
            guards(f);
            json.array("path");
            for (Step s : f.late().path()) {
                json.array().value(us(s.startNs())).value(us(s.endNs()) - us(s.startNs())).value(s.lane());
                json.value(s.kind().ordinal()).value(s.what()).value(s.waiter()).pop();
            }
            json.pop().array("lanes");
            for (FrozenLane lane : f.lanes()) {
                json.object().set("number", lane.number()).set("name", lane.name()).array("spans");
                spans(lane.spans().copy(f.late().startNs() - AROUND_NS, f.late().endNs() + AROUND_NS));
                json.pop().pop();
            }
            json.pop().pop();
        }
        json.pop();
        numbers(faults);
    }

    private void spans(SpanTrack track) throws IOException {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < track.count(); i++) {
            shown.add(i);
        }
        shown.sort((a, b) -> Long.compare(ns(track, b), ns(track, a)));
        for (int i : shown.subList(0, Math.min(MOST, shown.size())).stream().sorted().toList()) {
            json.array().value(track.kind(i).ordinal()).value(us(track.startNs(i)))
                .value(us(track.endNs(i)) - us(track.startNs(i)));
            json.value(track.role(i)).value(track.whom(i)).value(track.what(i)).pop();
        }
    }

    private static long ns(SpanTrack track, int i) {
        return track.endNs(i) - track.startNs(i);
    }

    /** The guards' names at the time of the frame. */
    private void guards(Frozen f) throws IOException {
        json.object("guardNames");
        for (Map.Entry<Integer, String> g : f.guards().entrySet()) {
            json.set(Integer.toString(g.getKey()), g.getValue());
        }
        json.pop();
    }

    /** The words for the numbers in spans and steps. */
    private void numbers(List<String> faults) throws IOException {
        json.array("spanKinds");
        for (SpanKind kind : SpanKind.values()) {
            json.value(kind.word());
        }
        json.pop().array("roleNames");
        for (String role : Registry.names()) {
            json.value(role);
        }
        json.pop().array("faultNames");
        for (String fault : faults) {
            json.value(fault);
        }
        json.pop();
    }

    private long us(long ns) {
        return Math.round((ns - originNs) / 1e3);
    }
}
