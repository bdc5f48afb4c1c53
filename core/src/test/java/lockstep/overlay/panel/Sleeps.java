package lockstep.overlay.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.engine.Lane;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.Spans;

/** How long lanes meant to sleep, by their own records. One thread. */
final class Sleeps {
    private static final int ROOM = 8192;

    private final Spans spans = new Spans(ROOM);
    private final Map<Lane, Long> read = new HashMap<>();

    /** Fails if a lane has set out to sleep for longer than so many ns since it was last asked. */
    void check(List<Lane> lanes, long mostNs) {
        for (Lane lane : lanes) {
            spans.read(lane.recorder().ring(), read.getOrDefault(lane, 0L));
            read.put(lane, spans.next());
            for (int i = 0; i < spans.count(); i++) {
                long meantNs = spans.detail(i) - spans.startNs(i);
                if (spans.kind(i) == SpanKind.PACE && spans.what(i) != Pacer.PAUSED && meantNs > mostNs) {
                    throw new AssertionError("lane '" + lane.name() + "' set out to sleep for " + meantNs / 1_000_000 + " ms");
                }
            }
        }
    }
}
