package lockstep.trace.report;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.blame.Sentence;
import lockstep.session.Session;
import lockstep.session.SpanNames;
import lockstep.trace.frames.FrameHistory;

/**
 * The late frames of a page with their causes. Repeated texts are written once, in {@code names}, and referred to by index. Times
 * are µs from the start of the first frame, shares and confidences per cent.
 */
final class ReportLate {
    private final JsonWriter json;
    private final Session session;
    private final long originNs;
    private final Map<String, Integer> names = new LinkedHashMap<>();

    ReportLate(JsonWriter json, Session session, long originNs) {
        this.json = json;
        this.session = session;
        this.originNs = originNs;
    }

    void write(FrameHistory frames) throws IOException {
        LateFrames late = session.lateFrames();
        List<Frozen> frozen = late.frozen();
        Map<Long, Integer> evidence = new HashMap<>();
        for (Frozen f : frozen) {
            evidence.put(f.late().frame(), evidence.size());
        }
        json.object("late").array("frames");
        List<LateFrame> judged = late.all();
        for (LateFrame f : judged) {
            frame(f, evidence.getOrDefault(f.frame(), -1));
        }
        json.pop();
        unjudged(frames, judged);
        culprits(late.totals());
        json.set("judged", late.count()).array("names");
        for (String name : names.keySet()) {
            json.value(name);
        }
        json.pop().pop();
        new ReportEvidence(json, originNs, new SpanNames(session)).write(frozen, session.faults().named());
    }

    private void frame(LateFrame f, int evidence) throws IOException {
        json.array().value(f.frame()).value(us(f.startNs())).value(us(f.endNs()) - us(f.startNs()))
            .value(Math.round(f.budgetNs() / 1e3));
        json.value(f.complete() ? 1 : 0).value(evidence).value(name(f.lane()));
        json.value(f.causes().isEmpty() ? "" : Sentence.of(f.causes().get(0), f.lane())).array();
        for (Cause c : f.causes()) {
            json.array().value(name(c.lane())).value(c.kind().ordinal()).value(name(c.what())).value(name(c.doing()));
            json.value(Math.round(c.ns() / 1e3)).value(Math.round(100 * c.share())).value(Math.round(100 * c.confidence()));
            json.value(name(Sentence.culprit(c))).pop();
        }
        json.pop().pop();
    }

    /** Writes frames that were late by the rule but have no verdict: number, start, time and budget. */
    private void unjudged(FrameHistory frames, List<LateFrame> judged) throws IOException {
        Set<Long> known = new HashSet<>();
        judged.forEach(f -> known.add(f.frame()));
        int left = LateFrames.KEPT - judged.size();
        json.array("unjudged");
        for (int i = 0; i < frames.count() && left > 0; i++) {
            if (frames.late(i) && !known.contains(frames.number(i))) {
                long start = us(frames.startNs(i));
                json.array().value(frames.number(i)).value(start).value(us(frames.endNs(i)) - start);
                json.value(Math.round(frames.budgetNs(i) / 1e3)).pop();
                left--;
            }
        }
        json.pop();
    }

    private void culprits(List<LateFrames.Total> totals) throws IOException {
        json.array("culprits");
        for (LateFrames.Total t : totals) {
            json.array().value(name(t.lane())).value(t.kind().ordinal()).value(name(t.what())).value(t.frames());
            json.value(t.ns() / 1e6).value(name(Sentence.culprit(t))).pop();
        }
        json.pop().array("kinds");
        for (Blame kind : Blame.values()) {
            json.value(kind.word());
        }
        json.pop();
    }

    private int name(String text) {
        return names.computeIfAbsent(text, t -> names.size());
    }

    private long us(long ns) {
        return Math.round((ns - originNs) / 1e3);
    }
}
