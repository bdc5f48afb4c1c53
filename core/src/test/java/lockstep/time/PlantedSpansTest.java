package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Spans say which planted fault fired in them. */
class PlantedSpansTest {
    private final LaneRecorder recorder = new LaneRecorder(1, "assets", () -> 0);

    private int[] faults() {
        Spans spans = new Spans(16);
        spans.readNewest(recorder.ring());
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
        recorder.beginRun(1);
        recorder.fired(1, 10);
        long reading = recorder.beginBlocking();
        recorder.fired(2, 500);
        recorder.endBlocking(SpanKind.IO, reading, 0);
        recorder.beginUpload();
        recorder.fired(3, 500);
        recorder.endUpload(0, 0, 0);
        recorder.beginUpload();
        recorder.endUpload(0, 0, 0);
        recorder.endRun(0, 0, 0);
        assertFaults(2, 3, 0, 1);
    }

    @Test
    void theNextRunBeginsWithoutOne() {
        recorder.beginRun(1);
        recorder.fired(1, 10);
        recorder.endRun(0, 0, 0);
        recorder.beginRun(1);
        recorder.endRun(0, 0, 0);
        assertFaults(1, 0);
    }

    @Test
    void ofSeveralTheOneThatFiredForLongestIsNamed() {
        recorder.beginRun(1);
        recorder.fired(1, 10);
        recorder.fired(2, 30);
        recorder.fired(1, 20);
        recorder.endRun(0, 0, 0);
        recorder.beginRun(1);
        for (int i = 0; i < 5; i++) {
            recorder.fired(3, 10);
        }
        recorder.fired(4, 50);
        recorder.endRun(0, 0, 0);
        recorder.beginRun(1);
        recorder.fired(5, 10);
        recorder.fired(6, 11);
        recorder.endRun(0, 0, 0);
        assertFaults(2, 3, 6);
    }

    @Test
    void ofAWaitWhatIsTheGuardAndNoFault() {
        recorder.beginRun(1);
        recorder.span(SpanKind.GUARD_WAIT, 0, 5, 2, 3, 0);
        recorder.span(SpanKind.SWAP, 5, 6, 2, 3, 0);
        recorder.endRun(0, 6, 0);
        assertFaults(0, 0, 0);
    }
}
