package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Spans say which planted fault fired in them. */
class PlantedSpansTest {
    private final LaneRecorder timer = new LaneRecorder(1, "assets", () -> 0);

    private int[] faults() {
        Spans spans = new Spans(16);
        spans.readNewest(timer.ring());
        SpanTrack track = new SpanTrack(16);
        track.append(spans);
        int[] faults = new int[spans.count()];
        for (int i = 0; i < faults.length; i++) {
            faults[i] = spans.fault(i);
            assertEquals(faults[i], track.fault(i));
        }
        return faults;
    }

    private void assertFaults(int... expected) {
        assertEquals(java.util.Arrays.toString(expected), java.util.Arrays.toString(faults()));
    }

    @Test
    void aFaultIsInTheInnermostSpanInWhichItFired() {
        timer.beginRun(1);
        timer.fired(1, 10);
        long reading = timer.beginBlocking();
        timer.fired(2, 500);
        timer.endBlocking(SpanKind.IO, reading, 0);
        timer.beginUpload();
        timer.fired(3, 500);
        timer.endUpload(0, 0, 0);
        timer.beginUpload();
        timer.endUpload(0, 0, 0);
        timer.endRun(0, 0, 0);
        assertFaults(2, 3, 0, 1);
    }

    @Test
    void theNextRunBeginsWithoutOne() {
        timer.beginRun(1);
        timer.fired(1, 10);
        timer.endRun(0, 0, 0);
        timer.beginRun(1);
        timer.endRun(0, 0, 0);
        assertFaults(1, 0);
    }

    @Test
    void ofSeveralTheOneThatFiredForLongestIsNamed() {
        timer.beginRun(1);
        timer.fired(1, 10);
        timer.fired(2, 30);
        timer.fired(1, 20);
        timer.endRun(0, 0, 0);
        timer.beginRun(1);
        for (int i = 0; i < 5; i++) {
            timer.fired(3, 10);
        }
        timer.fired(4, 50);
        timer.endRun(0, 0, 0);
        timer.beginRun(1);
        timer.fired(5, 10);
        timer.fired(6, 11);
        timer.endRun(0, 0, 0);
        assertFaults(2, 3, 6);
    }

    @Test
    void ofAWaitWhatIsTheGuardAndNoFault() {
        timer.beginRun(1);
        timer.span(SpanKind.GUARD_WAIT, 0, 5, 2, 3, 0);
        timer.span(SpanKind.SWAP, 5, 6, 2, 3, 0);
        timer.endRun(0, 6, 0);
        assertFaults(0, 0, 0);
    }
}
