package lockstep.overlay.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lockstep.sync.Deadlock;
import lockstep.sync.FaultSpec;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import lockstep.time.LaneRecorder;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the plates at the top say. */
class WarningsTest {
    private static final String RACE = " \u2013 this widens the window of a race but does not cause it";

    private final PretendGame game = new PretendGame();
    private final Warnings warnings = new Warnings(game);

    @BeforeEach
    void physicsWritesAndRenderReadsBodies() {
        game.world.access("physics", recorder(1), Guard.NO_LIMIT, Need.write(Region.BODIES), Need.write(Region.TALLY));
        game.world.access("render", recorder(3), Guard.NO_LIMIT, Need.read(Region.BODIES));
    }

    private LaneRecorder recorder(int lane) {
        return game.lanes.get(lane).recorder();
    }

    private List<String> lines(long nowNs) {
        return warnings.lines(nowNs).stream().map(Notices.Line::text).toList();
    }

    private void share(String guard) {
        game.world.share(new World.Sharing(guard, Granularity.WORLD, Order.SORTED, Hold.COPY));
    }

    private void plant(String... specs) {
        game.widened = List.of(specs).stream().map(FaultSpec::parse).toList();
    }

    @Test
    void aWidenedWindowIsOneOfARaceOnlyWhereNothingKeepsLanesApart() {
        plant("world.copy=20us@every=64");
        for (String guard : List.of("mutex", "rw-lock", "stamped", "triple-buffer")) {
            share(guard);
            assertEquals(List.of("planted: world.copy 20us every 64"), lines(0), guard);
        }
        share("none");
        assertEquals(List.of("planted: world.copy 20us every 64" + RACE), lines(0));
        share("mutex");
        assertEquals(List.of("planted: world.copy 20us every 64"), lines(0));
    }

    @Test
    void aRaceNeedsTwoLanesThatUseWhatIsWidened() {
        share("none");
        plant("physics.tally=20us@every=4", "physics.hold=1ms@every=8", "render.draw=20ms@every=1s");
        assertEquals(List.of("planted: physics.tally 20us every 4", "planted: physics.hold 1ms every 8" + RACE,
            "planted: render.draw 20ms every 1s"), lines(0));
        game.world.move("physics", recorder(1), recorder(3));
        assertEquals("planted: physics.hold 1ms every 8", lines(0).get(1));
    }

    private static Deadlock deadlock(long atNs, String resolved) {
        return new Deadlock(atNs, List.of(new Deadlock.Link("physics", "intents, bodies, tally", "sectors"),
            new Deadlock.Link("assets", "sectors", "bodies")), resolved, false);
    }

    @Test
    void aDeadlockThatLastsIsNamedInFullWithTheWayOut() {
        Deadlock d = deadlock(5, "reported");
        game.deadlocks().add(d);
        game.deadlocks().lasting(d);
        assertEquals(List.of("Deadlock: 'physics' and 'assets' wait for each other",
            "'physics' holds intents, bodies, tally and waits for sectors", "'assets' holds sectors and waits for bodies",
            "F2, 'on deadlock: break', ends it"), lines(60_000_000_000L));
        game.onDeadlock = OnDeadlock.BREAK;
        assertEquals(3, lines(60_000_000_000L).size());
    }

    @Test
    void ofDeadlocksThatAreOverTheNewestIsShownForAWhileAndThenTheirNumberAlone() {
        game.deadlocks().add(deadlock(5, "reported"));
        game.deadlocks().add(deadlock(1_000_000_000L, "broken"));
        assertEquals(List.of("deadlocks so far: 2, the newest was broken",
            "'physics' holds intents, bodies, tally and waits for sectors", "'assets' holds sectors and waits for bodies"),
            lines(2_000_000_000L));
        assertEquals(List.of("deadlocks so far: 2, the newest was broken"), lines(20_000_000_000L));
    }
}
