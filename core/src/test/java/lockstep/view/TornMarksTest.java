package lockstep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is shown of damage, short of drawing it. */
class TornMarksTest {
    private static final class Counts implements Damage {
        long torn, points, truth;

        @Override
        public long tornFrames() {
            return torn;
        }

        @Override
        public long points() {
            return points;
        }

        @Override
        public long truePoints() {
            return truth;
        }
    }

    @Test
    void aWholeSnapshotHasNoMarksAndATornOneIsMarkedForHalfASecond() {
        Snapshot shot = new Snapshot(4);
        TornMarks marks = new TornMarks();
        marks.see(shot, 0.1f);
        assertEquals(0, marks.count());
        var s = shot.next().scene;
        s.tick = 7; // a header of another tick than the stamps, which are 0
        s.slots = 2;
        s.kind[0] = 1;
        s.id[0] = 5;
        s.kind[1] = 1;
        s.id[1] = 6;
        shot.taken();
        marks.see(shot, 0.1f);
        assertEquals(2, marks.count());
        marks.see(shot, 0.3f);
        assertEquals(2, marks.count());
        marks.see(shot, 0.3f);
        assertEquals(0, marks.count());
    }

    @Test
    void theTornCounterFlashesWhenItGrowsAndLostPointsAreNeverTakenBack() {
        Counts counts = new Counts();
        DamageHud hud = new DamageHud();
        hud.see(counts, 0.1f);
        assertFalse(hud.flashes());
        counts.torn = 1;
        counts.truth = 120;
        counts.points = 100;
        hud.see(counts, 0.1f);
        assertTrue(hud.flashes());
        assertEquals(20, hud.lost());
        counts.points = 110;
        hud.see(counts, 0.6f);
        assertFalse(hud.flashes());
        assertEquals(20, hud.lost());
    }
}
