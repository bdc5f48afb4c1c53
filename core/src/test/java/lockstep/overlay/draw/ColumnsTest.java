package lockstep.overlay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.time.SpanKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With columns of 100 ns. */
class ColumnsTest {
    private final Columns columns = new Columns();
    private final short[] looks = new short[8];

    @BeforeEach
    void restart() {
        columns.reset(100, 0);
    }

    private int look(long column) {
        columns.looks(column, 1, looks);
        return looks[0];
    }

    private void assertBand(SpanKind kind, long column) {
        assertEquals(kind.ordinal(), Columns.band(look(column)), () -> "column " + column);
    }

    private void assertNothing(long column) {
        assertEquals(Columns.NOTHING, Columns.band(look(column)));
    }

    @Test
    void spanFillsTheColumnsItTouches() {
        columns.add(SpanKind.WORK, 0, 150, 420);
        assertNothing(0);
        for (int c = 1; c <= 4; c++) {
            assertBand(SpanKind.WORK, c);
        }
        assertNothing(5);
    }

    @Test
    void mostSevereKindWinsAColumnWhateverTheOrder() {
        SpanKind[] severe = {SpanKind.GUARD_WAIT, SpanKind.BARRIER_WAIT, SpanKind.PERMIT_WAIT, SpanKind.IO, SpanKind.UPLOAD,
            SpanKind.WORK, SpanKind.SWAP, SpanKind.PACE};
        for (int worse = 0; worse < severe.length; worse++) {
            for (int milder = worse + 1; milder < severe.length; milder++) {
                columns.reset(100, 0);
                columns.add(severe[worse], 0, 10, 20);
                columns.add(severe[milder], 0, 30, 90);
                columns.add(severe[milder], 0, 110, 120);
                columns.add(severe[worse], 0, 130, 190);
                assertBand(severe[worse], 0);
                assertBand(severe[worse], 1);
            }
        }
    }

    @Test
    void waitNestedInWorkShowsWhereItWas() {
        columns.add(SpanKind.GUARD_WAIT, 0, 200, 400);
        columns.add(SpanKind.WORK, 0, 100, 600);
        assertBand(SpanKind.WORK, 1);
        assertBand(SpanKind.GUARD_WAIT, 2);
        assertBand(SpanKind.GUARD_WAIT, 3);
        assertBand(SpanKind.WORK, 5);
    }

    @Test
    void swapNestedInWorkShowsWhereItCoversAColumn() {
        columns.add(SpanKind.SWAP, 0, 150, 300);
        columns.add(SpanKind.WORK, 0, 0, 300);
        assertBand(SpanKind.WORK, 0);
        assertBand(SpanKind.WORK, 1);
        assertBand(SpanKind.SWAP, 2);
    }

    @Test
    void holdIsShownBesideTheBandHoweverShort() {
        columns.add(SpanKind.HOLD, 0, 210, 212);
        columns.add(SpanKind.WORK, 0, 100, 400);
        assertBand(SpanKind.WORK, 2);
        assertTrue(Columns.held(look(2)));
        assertFalse(Columns.held(look(1)));
    }

    @Test
    void shadeIsThatOfTheLastWorkInTheColumn() {
        columns.add(SpanKind.WORK, 1, 0, 50);
        columns.add(SpanKind.WORK, 2, 60, 90);
        assertEquals(2, Columns.shade(look(0)));
        columns.add(SpanKind.PACE, 3, 90, 95);
        assertEquals(2, Columns.shade(look(0)));
    }

    @Test
    void timeAfterTheLastSpanIsOpen() {
        columns.add(SpanKind.WORK, 0, 100, 250);
        assertFalse(Columns.open(look(2)));
        assertTrue(Columns.open(look(3)));
        assertFalse(Columns.open(look(0)), "a gap before it is known to be nothing");
    }

    @Test
    void oldColumnsAreForgottenWhenTheirRoomIsUsedAgain() {
        columns.add(SpanKind.GUARD_WAIT, 0, 0, 50);
        columns.add(SpanKind.WORK, 0, Columns.ROOM * 100L, Columns.ROOM * 100L + 50);
        assertNothing(0);
        assertBand(SpanKind.WORK, Columns.ROOM);
        assertNothing(Columns.ROOM - 1);
    }

    @Test
    void spanLongerThanTheRoomIsCutAtItsStart() {
        columns.add(SpanKind.BARRIER_WAIT, 0, -10_000_000, 1_000_050);
        assertBand(SpanKind.BARRIER_WAIT, 10_000);
        assertBand(SpanKind.BARRIER_WAIT, 10_000 - Columns.ROOM + 1);
        assertNothing(10_000 - Columns.ROOM);
    }

    @Test
    void timesBeforeTheClocksOriginAreTimesToo() {
        columns.reset(100, -1_000);
        columns.add(SpanKind.WORK, 0, -250, -150);
        assertBand(SpanKind.WORK, -3);
        assertBand(SpanKind.WORK, -2);
        assertNothing(-1);
    }

    @Test
    void markIsKeptInItsColumn() {
        columns.mark(350);
        assertTrue(Columns.marked(look(3)));
        assertFalse(Columns.marked(look(2)));
        columns.add(SpanKind.WORK, 0, 300, 390);
        assertTrue(Columns.marked(look(3)));
    }
}
