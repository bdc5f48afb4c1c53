package lockstep.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lockstep.engine.Note;
import lockstep.engine.TestLanes;
import lockstep.sync.Faults;
import lockstep.time.Clock;
import org.junit.jupiter.api.Test;

class NoteRowsTest {
    private final List<Note> notes = new ArrayList<>();
    private final NoteRows rows = new NoteRows(notes);

    private void note(String name) {
        notes.add(TestLanes.note("heartbeat", TestLanes.lane(0, "lane", Clock.SYSTEM, Faults.NONE, false), name, 1));
    }

    @Test
    void thereIsNoRoomTakenBeforeARoleNotesSomething() {
        assertFalse(rows.count());
        assertEquals(0, rows.height());
    }

    @Test
    void eachNoteIsARowUpToSix() {
        int before = 0;
        for (int i = 1; i <= 6; i++) {
            note("n" + i);
            assertTrue(rows.count());
            assertTrue(rows.height() >= before + 17);
            before = rows.height();
        }
        note("n7");
        assertFalse(rows.count(), "the last row says how many more there are");
        assertEquals(before, rows.height());
    }
}
