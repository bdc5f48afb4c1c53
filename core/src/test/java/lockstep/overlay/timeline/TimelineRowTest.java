package lockstep.overlay.timeline;

import static lockstep.overlay.timeline.LateEvidence.MS;
import static lockstep.overlay.timeline.LateEvidence.START;
import static lockstep.overlay.timeline.LateEvidence.frozen;
import static lockstep.overlay.timeline.LateEvidence.lane;
import static lockstep.overlay.timeline.LateEvidence.span;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import lockstep.blame.Blame;
import lockstep.blame.Step;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;
import org.junit.jupiter.api.Test;

/** Spans cut into pieces, hit by time, and the path and arrows over the rows. */
class TimelineRowTest {
    private final SpanTrack spans = new SpanTrack(100);

    private static List<String> pieces(TimelineRow row) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < row.pieces(); i++) {
            all.add((row.from(i) - START) / MS + "-" + (row.to(i) - START) / MS + " " + row.spans().kind(row.span(i)).word());
        }
        return all;
    }

    @Test
    void nestedSpansCutWhatTheyNestIn() {
        TimelineRow row = new TimelineRow(frozen(1, 40).lanes().get(0));
        assertEquals(List.of("0-2 work", "2-26 guard wait", "26-28 work", "28-30 upload", "30-38 work", "38-40 swap"),
            pieces(row));
        assertEquals(1, row.holds());
        assertEquals(SpanKind.HOLD, row.spans().kind(row.hold(0)));
    }

    @Test
    void nestingTwiceAndGapsAndTouchingSpansAreCutRight() {
        span(spans, SpanKind.IO, 3, 5);
        span(spans, SpanKind.UPLOAD, 2, 6);
        span(spans, SpanKind.WORK, 1, 8);
        span(spans, SpanKind.PACE, 8, 9);
        span(spans, SpanKind.WORK, 11, 12);
        assertEquals(List.of("1-2 work", "2-3 upload", "3-5 I/O", "5-6 upload", "6-8 work", "8-9 pace", "11-12 work"),
            pieces(new TimelineRow(lane(3, "render", spans))));
    }

    @Test
    void overlapsThatDoNotNestLoseNoTimeAndCountNoneTwice() {
        span(spans, SpanKind.WORK, 0, 5);
        span(spans, SpanKind.IO, 3, 8);
        assertEquals(List.of("0-3 work", "3-8 I/O"), pieces(new TimelineRow(lane(3, "render", spans))));
    }

    @Test
    void thinSpansCanBeHitWithinTheSlack() {
        span(spans, SpanKind.GUARD_WAIT, 4, 4.1);
        span(spans, SpanKind.WORK, 0, 10);
        TimelineRow row = new TimelineRow(lane(3, "render", spans));
        assertEquals(SpanKind.WORK, spans.kind(row.pick(START + 5 * MS, 0)));
        assertEquals(SpanKind.WORK, spans.kind(row.pick(START + 5 * MS, 800_000)), "0.9 ms away");
        assertEquals(SpanKind.GUARD_WAIT, spans.kind(row.pick(START + 5 * MS, 900_000)));
        assertEquals(-1, row.pick(START + 12 * MS, MS));
        assertEquals(-1, row.pick(START - 2 * MS, MS));
    }

    @Test
    void ofNestedHoldsTheInnerIsHit() {
        span(spans, SpanKind.HOLD, 3, 4, 3, 255, 1, -1, 0);
        span(spans, SpanKind.HOLD, 2, 6, 3, 255, 0, -1, 0);
        TimelineRow row = new TimelineRow(lane(3, "render", spans));
        assertEquals(1, spans.what(row.pickHold(START + 3_500_000, 0)));
        assertEquals(0, spans.what(row.pickHold(START + 5 * MS, 0)));
        assertEquals(-1, row.pickHold(START + 7 * MS, 0));
    }

    @Test
    void rolesOfALaneAreShadedByTheirNumbers() {
        span(spans, SpanKind.WORK, 0, 1, 3, 255, 0, -1, 0);
        span(spans, SpanKind.WORK, 1, 2, 1, 255, 0, -1, 0);
        TimelineRow row = new TimelineRow(lane(0, "work", spans));
        assertEquals(1, row.shade(0));
        assertEquals(0, row.shade(1));
    }

    private static List<TimelineRow> rows() {
        return frozen(1, 40).lanes().stream().map(TimelineRow::new).toList();
    }

    @Test
    void thePathJumpsWhereItChangesLane() {
        TimelinePath path = new TimelinePath(frozen(1, 40).late().path(), rows());
        assertEquals(3, path.count(), "work and swap on one lane are one stretch");
        assertEquals(new TimelinePath.Stretch(START, START + 2 * MS, 0), path.stretch(0));
        assertEquals(new TimelinePath.Stretch(START + 2 * MS, START + 26 * MS, 2), path.stretch(1));
        assertEquals(new TimelinePath.Stretch(START + 26 * MS, START + 40 * MS, 0), path.stretch(2));
        assertEquals(path.stretch(1), path.longest());
    }

    @Test
    void stepsOnLanesThatAreNotShownAreLeftOut() {
        TimelinePath path = new TimelinePath(List.of(new Step(START, START + MS, 9, Blame.WORK, 0, -1)), rows());
        assertEquals(0, path.count());
        assertEquals(null, path.longest());
    }

    @Test
    void arrowsLeadFromWaitersToWhomTheyWaitedFor() {
        assertEquals(List.of(
            new TimelineArrow(0, 2, START + 2 * MS, START + 26 * MS, 0, SpanKind.GUARD_WAIT),
            new TimelineArrow(1, 0, START + 5 * MS, START + 39 * MS, 1, SpanKind.BARRIER_WAIT)), TimelineArrow.of(rows()));
    }
}
