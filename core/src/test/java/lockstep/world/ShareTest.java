package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The world is shared in another way while every lane is paused. */
class ShareTest {
    private static final int SLOTS = WorldTest.SLOTS, ASSETS = 4;

    private final LaneRecorder one = new LaneRecorder(1, "one", Clock.SYSTEM);
    private final LaneRecorder two = new LaneRecorder(2, "two", Clock.SYSTEM);

    private static World.Sharing sharing(String guard) {
        return new World.Sharing(guard, Granularity.REGION, Order.SORTED, Hold.COPY);
    }

    private static World world(String guard) {
        return new World(SLOTS, ASSETS, sharing(guard), true, new Faults(List.of()));
    }

    static Stream<Arguments> switches() {
        List<String> guards = List.of("mutex", "stamped", "triple-buffer", "none");
        return guards.stream().flatMap(from -> guards.stream().filter(to -> !to.equals(from)).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void whatWasPublishedBeforeIsReadAfterAndNothingIsLost(String from, String to) throws Exception {
        World w = world(from);
        Access input = w.access("input", one, 0, Need.write(Region.INTENTS));
        Access physics =
            w.access("physics", one, 0, Need.read(Region.INTENTS), Need.write(Region.BODIES), Need.write(Region.TALLY));
        Access assets = w.access("assets", two, 0, Need.write(Region.SECTORS), Need.write(Region.TALLY));
        Access render = w.access("render", two, 0, Need.read(Region.BODIES), Need.read(Region.SECTORS));
        w.allHere();
        Intents intents = new Intents();
        intents.controls.shots = 5;
        input.out().put(intents);
        Bodies bodies = Scenes.bodies(SLOTS, 3);
        physics.out().put(bodies);
        Sectors sectors = new Sectors(ASSETS);
        sectors.state[2] = Sectors.READY;
        assets.out().put(sectors);
        assets.out().put(sectors);
        physics.out().add(Counter.POINTS, 40);
        assets.out().add(Counter.POINTS, 2);

        w.share(sharing(to));
        assertEquals(sharing(to), w.sharing());
        Intents intentsSeen = new Intents();
        physics.in().take(intentsSeen);
        assertEquals(5, intentsSeen.controls.shots);
        Bodies seen = new Bodies(SLOTS);
        render.in().take(seen);
        assertEquals(bodies.compute(), seen.compute());
        assertEquals(0, seen.tornSlots());
        Sectors sectorsSeen = new Sectors(ASSETS);
        render.in().take(sectorsSeen);
        assertEquals(Sectors.READY, sectorsSeen.state[2]);
        assertEquals(2, sectorsSeen.version);
        assertFalse(sectorsSeen.isTorn());
        assertEquals(42, w.tally(Counter.POINTS));
        assertEquals(0, w.lostUpdates());

        assets.out().put(sectors);
        render.in().take(sectorsSeen);
        assertEquals(3, sectorsSeen.version, "versions go on");
        physics.out().put(Scenes.bodies(SLOTS, 4));
        render.in().take(seen);
        assertEquals(4, seen.scene.tick);
        assets.out().add(Counter.POINTS, 1);
        assertEquals(43, w.tally(Counter.POINTS));
        assertEquals(43, w.ledger(Counter.POINTS));
        assertEquals(0, w.viewsBad());
    }

    @Test
    void theSameSharingChangesNothing() {
        World w = world("mutex");
        Guard before = w.guards().get(0);
        w.share(sharing("mutex"));
        assertSame(before, w.guards().get(0));
        w.share(sharing("spin"));
        assertNotSame(before, w.guards().get(0));
    }

    @Test
    void limitsStayWhateverTheRegionsAreGuardedBy() {
        World w = world("mutex");
        Guard decode = w.limit("decode", 2);
        Guard upload = w.limit("upload", 1);
        w.share(new World.Sharing("spin", Granularity.WORLD, Order.SORTED, Hold.COPY));
        assertEquals(List.of(decode, upload), w.guards().subList(1, 3));
        assertEquals("decode", w.guarding().nameOf(decode.number()));
        assertEquals("upload", w.guarding().nameOf(upload.number()));
        assertEquals("guard 77", w.guarding().nameOf(77));
        assertFalse(w.guarding().keepsRegion(decode));
        assertTrue(w.guarding().keepsRegion(w.guards().get(0)));
        assertEquals(List.of(Region.values()), w.guarding().regionsOf(w.guards().get(0)));
        assertEquals(List.of(), w.guarding().regionsOf(decode));
    }

    @Test
    void withHoldTickTheWholeTickHoldsAndWithHoldCopyAgainItDoesNot() throws Exception {
        World w = world("mutex");
        Access render = w.access("render", one, 0, Need.read(Region.BODIES));
        Guard bodies;
        w.share(new World.Sharing("mutex", Granularity.REGION, Order.SORTED, Hold.TICK));
        bodies = w.guards().get(Region.BODIES.ordinal());
        assertTrue(render.enterTick(1));
        assertTrue(bodies.isHeldBy(1));
        render.exitTick();
        assertFalse(bodies.isHeldBy(1));
        w.share(sharing("mutex"));
        bodies = w.guards().get(Region.BODIES.ordinal());
        assertTrue(render.enterTick(1));
        assertFalse(bodies.isHeldBy(1));
        render.exitTick();
    }

    @Test
    void lanesMayRaceOnlyWhereNothingKeepsThemApartAndOneOfThemWrites() {
        World w = world("none");
        w.access("physics", one, 0, Need.write(Region.BODIES), Need.read(Region.INTENTS), Need.write(Region.TALLY));
        w.access("assets", one, 0, Need.write(Region.TALLY));
        w.access("input", two, 0, Need.read(Region.BODIES));
        assertTrue(w.mayRace(Region.BODIES));
        assertFalse(w.mayRace(Region.INTENTS), "nobody writes them");
        assertFalse(w.mayRace(Region.TALLY), "who writes it is on one lane");
        w.access("render", two, 0, Need.write(Region.TALLY));
        assertTrue(w.mayRace(Region.TALLY));
        w.share(sharing("mutex"));
        assertFalse(w.mayRace(Region.BODIES));
    }

    @Test
    void rolesAreCountedByWhatTheyDoToARegion() {
        for (String guard : List.of("mutex", "triple-buffer")) {
            World w = world(guard);
            w.access("physics", one, 0, Need.write(Region.BODIES), Need.write(Region.TALLY));
            w.access("render", two, 0, Need.read(Region.BODIES), Need.write(Region.TALLY));
            w.access("assets", two, 0, Need.read(Region.BODIES));
            assertEquals(3, w.accesses());
            assertEquals(2, w.readers(Region.BODIES), guard);
            assertEquals(1, w.writers(Region.BODIES), guard);
            assertEquals(0, w.readers(Region.TALLY), guard);
            assertEquals(2, w.writers(Region.TALLY), guard);
        }
    }

    @Test
    void aWindowThatIsWidenedWhileTheGameRunsIsWideUntilItIsTakenBack() {
        Faults faults = new Faults(List.of());
        World w = new World(SLOTS, ASSETS, sharing("mutex"), false, faults);
        Access physics = w.access("physics", one, 0, Need.write(Region.BODIES));
        physics.out().put(Scenes.bodies(SLOTS, 1));
        assertEquals(0, faults.log().fired());
        w.widen(new ArrayList<>(List.of(FaultSpec.parse("world.copy=yield@every=1"))));
        physics.out().put(Scenes.bodies(SLOTS, 2));
        assertEquals(SLOTS, faults.log().fired(), "once for each slot");
        w.widen(List.of());
        physics.out().put(Scenes.bodies(SLOTS, 3));
        assertEquals(SLOTS, faults.log().fired());
    }
}
