package lockstep.trace.jfr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;

/**
 * Records late frames in the flight recording, each once, when its verdict is final. Any thread; times are ns of the run's clock.
 */
final class JfrLateFrames {
    private record Held(LateFrame frame, long sinceNs) {
    }

    private final long epochNs;
    @GuardedBy("this")
    private final Map<Long, Held> held = new LinkedHashMap<>();
    @GuardedBy("this")
    private long written;

    /** {@code epochNs} is the time from 1970 to the zero of the run's clock, ns. */
    JfrLateFrames(long epochNs) {
        this.epochNs = epochNs;
    }

    /** Takes a verdict, or a revised one, at {@code nowNs}. Frames come in order. */
    synchronized void judged(LateFrame frame, long nowNs) {
        if (frame.frame() <= written) {
            return;
        }
        Held before = held.get(frame.frame());
        held.put(frame.frame(), new Held(frame, before == null ? nowNs : before.sinceNs));
    }

    /** Records the frames that were first judged long enough ago, or {@code all}. */
    synchronized void write(long nowNs, boolean all) {
        Iterator<Held> i = held.values().iterator();
        while (i.hasNext()) {
            Held h = i.next();
            if (!all && nowNs - h.sinceNs < LateFrames.FINAL_NS) {
                return;
            }
            commit(h.frame);
            written = h.frame.frame();
            i.remove();
        }
    }

    private void commit(LateFrame f) {
        JfrEvents.LateFrame e = new JfrEvents.LateFrame();
        e.frame = f.frame();
        e.ended = (epochNs + f.endNs()) / 1_000_000;
        e.lane = f.lane();
        e.took = f.ns();
        e.over = f.overNs();
        e.kind = Blame.UNEXPLAINED.word();
        if (!f.causes().isEmpty()) {
            Cause first = f.causes().get(0);
            e.culprit = first.lane();
            e.kind = first.kind().word();
            e.what = first.what();
            e.share = first.share();
            e.confidence = first.confidence();
        }
        e.sentence = f.sentence();
        e.commit();
    }
}
