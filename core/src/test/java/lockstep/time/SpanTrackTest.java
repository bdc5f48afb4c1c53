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
}
