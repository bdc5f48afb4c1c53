package lockstep.trace.report;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.blame.Blame;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.blame.Names;
import lockstep.blame.Sentence;
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
    private final Names now;
    private final List<String> pathWords = new ArrayList<>();

    ReportEvidence(JsonWriter json, long originNs, Names now) {
        this.json = json;
        this.originNs = originNs;
        this.now = now;
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
                json.value(s.kind().ordinal()).value(words(f, s)).pop();
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

    /** The number of a step's words in {@code pathWords}. */
    private int words(Frozen f, Step s) {
        String lane = f.lanes().stream().filter(l -> l.number() == s.lane()).map(FrozenLane::name).findFirst()
            .orElse(now.lane(s.lane()));
        String what = s.kind() == Blame.GUARD ? f.guards().getOrDefault(s.what(), "?") : now.role(s.what());
        String words = Sentence.step(lane, s.kind(), what);
        if (!pathWords.contains(words)) {
            pathWords.add(words);
        }
        return pathWords.indexOf(words);
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
        texts("spanKinds", Stream.of(SpanKind.values()).map(SpanKind::word).toList());
        texts("roleNames", Registry.names());
        texts("pathWords", pathWords);
        texts("faultNames", faults);
    }

    private void texts(String key, Iterable<String> texts) throws IOException {
        json.array(key);
        for (String text : texts) {
            json.value(text);
        }
        json.pop();
    }

    private long us(long ns) {
        return Math.round((ns - originNs) / 1e3);
    }
}
