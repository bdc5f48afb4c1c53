package lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import lockstep.sync.Faults;
import lockstep.time.Clock;
import org.junit.jupiter.api.Test;

/** What roles note, and where it stays when they move or leave. */
class NotesTest {
    private final LaneSetup setup = new LaneSetup(Clock.SYSTEM, Faults.NONE, new SafePoint(), false, null, 1, new Notes());
    private final Lane one = new Lane(0, "one", setup);
    private final Lane two = new Lane(1, "two", setup);

    private RoleContext on(Lane lane, String role) {
        TestRole fresh = new TestRole(role);
        lane.add(fresh, 0, 0, false);
        return lane.slots().of(fresh).context;
    }

    private List<String> shown() {
        return setup.notes().all().stream().map(n -> n.role() + " on " + n.lane().name() + ": " + n.name() + " " + n.value())
            .toList();
    }

    @Test
    void aNoteIsShownWithItsRoleAndLaneAndKeepsItsNewestValue() {
        RoleContext c = on(one, "heartbeat");
        c.note("seen", 3);
        c.note("far", 0.5);
        c.note("seen", 4);
        assertEquals(List.of("heartbeat on one: seen 4.0", "heartbeat on one: far 0.5"), shown());
    }

    @Test
    void whatARoleNotedMovesWithItAndNothingIsShownTwice() {
        RoleContext gone = on(two, "assets");
        gone.note("seen", 1);
        RoleContext c = on(one, "assets");
        c.note("seen", 2);
        RoleSlot slot = one.slots().remove(one.slots().roles().get(0));
        two.slots().remove(two.slots().roles().get(0));
        two.slots().add(slot, 0, 0);
        assertEquals(List.of("assets on two: seen 2.0"), shown());
        c.note("seen", 5);
        assertEquals(List.of("assets on two: seen 5.0"), shown());
    }

    @Test
    void whoComesToTheSamePlaceGoesOnWithTheNotesOfWhoLeft() {
        on(one, "assets").note("seen", 1);
        one.slots().remove(one.slots().roles().get(0));
        assertEquals(List.of("assets on one: seen 1.0"), shown());
        on(one, "assets").note("seen", 2);
        assertEquals(List.of("assets on one: seen 2.0"), shown());
    }

    @Test
    void aNameThatIsTooLongOrEmptyAndOneNoteTooManyAreRefusedInOneLine() {
        RoleContext c = on(one, "heartbeat");
        String tooLong = "x".repeat(Notes.LONGEST_NAME + 1);
        assertEquals("role 'heartbeat' notes '" + tooLong + "': a name has 1 to 24 characters", refusal(c, tooLong));
        assertEquals("role 'heartbeat' notes ' ': a name has 1 to 24 characters", refusal(c, " "));
        for (int i = 0; i < Notes.MOST; i++) {
            c.note("note " + i, i);
        }
        assertEquals("role 'heartbeat' notes 'one more': it has 8 notes already", refusal(c, "one more"));
        c.note("note 0", 9);
        assertEquals(Notes.MOST, shown().size());
    }

    private static String refusal(RoleContext c, String name) {
        return assertThrows(IllegalArgumentException.class, () -> c.note(name, 0)).getMessage();
    }

    @Test
    void notingAgainAllocatesNothing() {
        RoleContext c = on(one, "heartbeat");
        c.note("first", 0);
        c.note("second", 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1_000; i++) {
                c.note("second", i);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void randomNumbersDependOnTheRunsSeedTheRoleAndItsFirstLaneOnly() {
        long first = on(one, "a").random().nextLong();
        assertEquals(first, on(new Lane(0, "renamed", setup), "a").random().nextLong());
        assertTrue(first != on(two, "a").random().nextLong());
        assertTrue(first != on(one, "b").random().nextLong());
    }
}
