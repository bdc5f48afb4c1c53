package lockstep.overlay.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time to px and back, zoomed and moved. */
class TimelineAxisTest {
    private static final long MS = 1_000_000;
    /** Large, as clocks are: rounding must not show. */
    private static final long ORIGIN = 4_000_000_000_000_000L;

    private final TimelineAxis axis = new TimelineAxis();

    @BeforeEach
    void aThousandPxOverAHundredMs() {
        axis.place(100, 1_000);
        axis.bounds(ORIGIN, ORIGIN + 100 * MS);
    }

    private static void assertNear(long wanted, long ns) {
        assertEquals(0, (double) (ns - wanted), 2, "ns beside " + wanted);
    }

    private void assertShows(long fromMs, long toMs) {
        assertNear(ORIGIN + fromMs * MS, axis.fromNs());
        assertNear(ORIGIN + toMs * MS, axis.toNs());
    }

    @Test
    void anInstantIsWhereItsShareOfTheWidthIs() {
        assertEquals(100, axis.px(ORIGIN), 0.001f);
        assertEquals(350, axis.px(ORIGIN + 25 * MS), 0.001f);
        assertEquals(ORIGIN + 25 * MS, axis.ns(350));
        axis.show(ORIGIN + 40 * MS, ORIGIN + 60 * MS);
        assertEquals(600, axis.px(ORIGIN + 50 * MS), 0.001f);
        assertEquals(-900, axis.px(ORIGIN + 30 * MS - 10 * MS), 0.001f, "what is not shown lies outside");
    }

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        axis.zoom(350, 0.5);
        assertNear(ORIGIN + 25 * MS, axis.ns(350));
        assertEquals(50_000, axis.nsPerPx(), 0.001);
        axis.zoom(350, 2);
        assertShows(0, 100);
    }

    @Test
    void nothingBeyondTheEvidenceIsShown() {
        axis.zoom(1_100, 0.1);
        assertShows(90, 100);
        axis.pan(500);
        assertShows(90, 100);
        axis.zoom(1_100, 100);
        assertShows(0, 100);
        axis.show(ORIGIN - 5 * MS, ORIGIN + 10 * MS);
        assertShows(0, 15);
    }

    @Test
    void zoomingInEndsAtTwentyMicroseconds() {
        axis.zoom(100, 1e-9);
        assertEquals(20_000, axis.toNs() - axis.fromNs());
    }

    @Test
    void draggingMovesByPx() {
        axis.show(ORIGIN + 40 * MS, ORIGIN + 60 * MS);
        axis.pan(-100);
        assertShows(38, 58);
    }

    @Test
    void revealingMovesNoFurtherThanNeeded() {
        axis.show(ORIGIN + 40 * MS, ORIGIN + 60 * MS);
        axis.reveal(ORIGIN + 45 * MS, ORIGIN + 50 * MS);
        assertShows(40, 60);
        axis.reveal(ORIGIN + 62 * MS, ORIGIN + 65 * MS);
        assertShows(45, 65);
        axis.reveal(ORIGIN + 10 * MS, ORIGIN + 11 * MS);
        assertShows(10, 30);
        axis.reveal(ORIGIN + 20 * MS, ORIGIN + 90 * MS);
        assertShows(20, 40);
    }

    @Test
    void ticksAreRoundNumbersFarEnoughApart() {
        assertEquals(10 * MS, axis.tickNs(80), "8 ms are needed");
        assertEquals(10 * MS, axis.tickNs(100));
        assertEquals(20 * MS, axis.tickNs(101));
        axis.show(ORIGIN, ORIGIN + 3 * MS);
        assertEquals(500_000, axis.tickNs(80), "0.24 ms are needed");
    }
}
