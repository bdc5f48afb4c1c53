package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** CPU time is read per run and per I/O or swap, on a clock that says what the test tells it to. */
class LaneRecorderCpuTest {
    private long now = 1_000;
    private long cpu = 50_000;
    private final LaneRecorder recorder = new LaneRecorder(3, "assets", new Clock() {
        @Override
        public long nanos() {
            return now;
        }

        @Override
        public long cpuNanos() {
            return cpu;
        }
    });

    private void pass(long wallNs, long cpuNs) {
        now += wallNs;
        cpu += cpuNs;
    }

    private Spans spans() {
        Spans spans = new Spans(8);
        spans.readNewest(recorder.ring());
        return spans;
    }

    @Test
    void aRunIsGivenTheCpuTimeThatItsReadingAndSwappingDidNotTake() {
        recorder.beginRun(1);
        pass(100, 80);
        long reading = recorder.beginBlocking();
        assertEquals(1_100, reading);
        pass(500, 30);
        assertEquals(1_600, recorder.endBlocking(SpanKind.IO, reading, 7));
        pass(100, 60);
        long swapping = recorder.beginBlocking();
        pass(200, 5);
        recorder.endBlocking(SpanKind.SWAP, swapping, 8);
        pass(10, 10);
        recorder.endRun(1_000, now, 9);
        Spans spans = spans();
        assertEquals(SpanKind.IO, spans.kind(0));
        assertEquals(30, spans.cpuNs(0));
        assertEquals(5, spans.cpuNs(1));
        assertEquals(SpanKind.WORK, spans.kind(2));
        assertEquals(150, spans.cpuNs(2));
        assertEquals(210, recorder.workedNs());
    }

    @Test
    void theNextRunBeginsAnew() {
        recorder.beginRun(1);
        recorder.endBlocking(SpanKind.IO, recorder.beginBlocking(), 0);
        pass(100, 80);
        recorder.endRun(1_000, now, 0);
        pass(1_000, 900);
        recorder.beginRun(1);
        pass(100, 40);
        recorder.endRun(2_100, now, 1);
        assertEquals(40, spans().cpuNs(2));
    }

    @Test
    void aThreadThatGotNoCpuTimeIsNotOneWhoseTimeIsUnknown() {
        cpu = 0;
        recorder.beginRun(1);
        recorder.endBlocking(SpanKind.IO, recorder.beginBlocking(), 0);
        recorder.endRun(1_000, 2_000, 0);
        assertEquals(0, spans().cpuNs(0));
        assertEquals(0, spans().cpuNs(1));
        assertEquals(0, recorder.cpuNs());
    }

    @Test
    void whereCpuTimeCannotBeReadNoneIsRecorded() {
        cpu = -1;
        recorder.beginRun(1);
        recorder.endBlocking(SpanKind.IO, recorder.beginBlocking(), 0);
        recorder.endRun(1_000, 2_000, 0);
        assertEquals(-1, spans().cpuNs(0));
        assertEquals(-1, spans().cpuNs(1));
        assertEquals(-1, recorder.cpuNs());
    }
}
