package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;

/** Faults that are planted and taken away while the game runs. */
class WidenedFaultsTest {
    private final LaneRecorder lane = new LaneRecorder(0, "lane", () -> 0);

    private static List<FaultSpec> specs(String... texts) {
        return Arrays.stream(texts).map(FaultSpec::parse).toList();
    }

    @Test
    void aPointThatAWindowMayBeWidenedAtIsFilledAndEmptiedLater() {
        Faults faults = new Faults(List.of());
        Fault copy = faults.at("copy", "world");
        assertFalse(copy.armed());
        faults.widen(specs("world.copy=yield@every=1"));
        assertTrue(copy.armed());
        copy.fire(lane, 1);
        assertEquals(1, faults.log().kept(), "a firing is logged though nothing was planted with the run");
        assertEquals("world.copy", faults.log().point(0));
        faults.widen(List.of());
        assertFalse(copy.armed());
        assertEquals(1, faults.log().fired());
    }

    @Test
    void whatWasPlantedWithTheRunStays() {
        List<FaultSpec> atStart = specs("physics.tally=yield@every=2");
        Faults faults = new Faults(atStart);
        Fault tally = faults.at("tally", "physics");
        List<FaultSpec> later = specs("physics.tally=yield@every=3");
        faults.widen(later);
        assertEquals(later, faults.widened());
        assertEquals(List.of(atStart.get(0), later.get(0)), faults.specs());
        for (int tick = 1; tick <= 6; tick++) {
            tally.fire(lane, tick);
        }
        assertEquals(3 + 2, faults.log().fired());
        faults.widen(List.of());
        assertEquals(atStart, faults.specs());
        assertTrue(tally.armed());
    }

    @Test
    void onlyTheOwnersPointsAreFilled() {
        Faults faults = new Faults(List.of());
        Fault physics = faults.at("tally", "physics", "work");
        Fault render = faults.at("tally", "render", "draw");
        faults.widen(specs("work.tally=yield@every=1"));
        assertTrue(physics.armed());
        assertFalse(render.armed());
    }

    @Test
    void whatWidensNoWindowIsRefusedAndNothingChanges() {
        Faults faults = new Faults(List.of());
        Fault copy = faults.at("copy", "world");
        String message = assertThrows(IllegalArgumentException.class,
            () -> faults.widen(specs("world.copy=yield@every=1", "physics.tick=1ms@every=1"))).getMessage();
        assertEquals("physics.tick cannot be planted while the game runs; it widens no window", message);
        assertFalse(copy.armed());
        assertEquals(List.of(), faults.specs());
    }

    @Test
    void whoIsGoneIsNotPlantedAt() {
        Faults faults = new Faults(List.of());
        Fault gone = faults.at("tally", "physics");
        Fault stays = faults.at("tally", "physics");
        faults.forget(gone);
        faults.widen(specs("physics.tally=yield@every=1"));
        assertFalse(gone.armed());
        assertTrue(stays.armed());
    }

    @Test
    void pointsThatNothingCanComeToAreAllTheSame() {
        Faults faults = new Faults(List.of());
        assertSame(Fault.NONE, faults.at("tick", "physics"));
        assertSame(Fault.NONE, Faults.NONE.at("copy", "world"), "a run that never gets faults");
        assertNotSame(Fault.NONE, faults.at("copy", "world"));
    }
}
