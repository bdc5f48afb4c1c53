package lockstep.overlay.timeline;

import static lockstep.overlay.timeline.LateEvidence.MS;
import static lockstep.overlay.timeline.LateEvidence.frozen;
import static lockstep.overlay.timeline.LateEvidence.lane;
import static lockstep.overlay.timeline.LateEvidence.span;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.SpanTrack;
import org.junit.jupiter.api.Test;

class TimelineInfoTest {
    private final TimelineInfo info = new TimelineInfo(LateEvidence.NAMES);
    private final Frozen frozen = frozen(1, 40);
    private final SpanTrack spans = new SpanTrack(10);

    @Test
    void aSpanInWhichAPlantedFaultFiredSaysWhich() {
        span(spans, SpanKind.WORK, 0, 30, 3, SpanRing.NOBODY, 2, 9 * MS, 77);
        TimelineRow row = new TimelineRow(lane(3, "render", spans));
        assertEquals("planted: fault 2", info.planted(spans, 0));
        assertEquals(
            List.of("lane render   \u00b7   role render, run 77", "from +0.00 to +30.00 ms of the frame", "planted: fault 2",
                "CPU time 9.00 ms of 30.0 ms"),
            info.lines(frozen, row, 0));
    }

    @Test
    void ofAWaitThatGoesOnTheWordsSaySo() {
        span(spans, SpanKind.PACE, -20, -10, 1, SpanRing.NOBODY, 0, -1, 0);
        span(spans, SpanKind.GUARD_WAIT, -10, 70, 1, 2, 0, -1, 0);
        TimelineRow row = new TimelineRow(new FrozenLane(1, "physics", spans, true));
        assertEquals("guard wait 'world', 80.0 ms so far", info.head(frozen, row, 1));
        assertEquals(
            List.of("lane physics   \u00b7   role physics", "from -10.00 ms of the frame, not over yet",
                "waits for lane assets"),
            info.lines(frozen, row, 1));
        assertEquals("pace, 10.0 ms", info.head(frozen, row, 0));
    }

    @Test
    void theGuardOfAHoldIsNoFault() {
        span(spans, SpanKind.HOLD, 0, 30, 3, SpanRing.NOBODY, 2, -1, 0);
        span(spans, SpanKind.WORK, 0, 30);
        assertEquals("", info.planted(spans, 0));
        assertEquals("", info.planted(spans, 1));
    }
}
