package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpanTrackTest {
    private static void add(SpanTrack track, long from, long to) {
        track.append(SpanKind.WORK, from, to, 1, SpanRing.NOBODY, 2, 3, 4);
    }

    @Test
    void theOldestAreForgottenForWantOfRoomAndThatIsTold() {
        SpanTrack track = new SpanTrack(8);
        for (int n = 0; n < 8; n++) {
            add(track, 10 * n, 10 * n + 5);
        }
        assertEquals(Long.MIN_VALUE, track.forgottenUntilNs());
        add(track, 80, 85);
        assertEquals(25, track.forgottenUntilNs());
        assertEquals(6, track.count());
        assertEquals(30, track.startNs(0));
        assertEquals(85, track.endNs(5));
    }

    @Test
    void aCopyHasWhatEndedAfterOneMomentAndBeganBeforeAnother() {
        SpanTrack track = new SpanTrack(600);
        for (int n = 0; n < 600; n++) {
            add(track, 10 * n, 10 * n + 5);
        }
        SpanTrack copy = track.copy(1_005, 2_000);
        assertEquals(1_010, copy.startNs(0));
        assertEquals(1_990, copy.startNs(copy.count() - 1));
        assertEquals(3, copy.cpuNs(0));
        assertEquals(4, copy.detail(0));
        assertEquals(0, track.firstEndingAfter(4));
        assertEquals(1, track.firstEndingAfter(5));
    }

    @Test
    void spansOfALaneAreKeptAsTheyWereRecorded() {
        SpanRing ring = new SpanRing(16);
        for (int n = 0; n < 20; n++) {
            ring.add(10 * n, 10 * n + 5, SpanRecords.meta(SpanKind.SWAP, 2, 0xab, 7, n == 19 ? -1 : 99), 1_000 + n);
        }
        Spans spans = new Spans(3);
        spans.readNewest(ring);
        SpanTrack track = new SpanTrack(600);
        add(track, 1, 2);
        track.append(spans);
        assertEquals(4, track.count());
        assertEquals(170, track.startNs(1));
        assertEquals(175, track.endNs(1));
        assertEquals(SpanKind.SWAP, track.kind(1));
        assertEquals(2, track.role(1));
        assertEquals(0xab, track.whom(1));
        assertEquals(7, track.what(1));
        assertEquals(99, track.cpuNs(1));
        assertEquals(-1, track.cpuNs(3));
        assertEquals(1_019, track.detail(3));
    }

    @Test
    void whatIsLeftAfterForgettingIsWhole() {
        SpanTrack track = new SpanTrack(8);
        for (int n = 0; n < 9; n++) {
            track.append(SpanKind.of(n), 10 * n, 10 * n + 5, n, n + 1, n + 2, n + 3, n + 4);
        }
        for (int i = 0; i < track.count(); i++) {
            int n = i + 3;
            assertEquals(10 * n, track.startNs(i));
            assertEquals(SpanKind.of(n), track.kind(i));
            assertEquals(n, track.role(i));
            assertEquals(n + 4, track.detail(i));
        }
    }
}
