package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.WrittenTurns;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.sync.Race;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for one region holds for all of them. */
class EveryRegionTest {
    private static final int SLOTS = WorldTest.SLOTS;

    private final LaneRecorder one = new LaneRecorder(1, "one", () -> 0);
    private final LaneRecorder two = new LaneRecorder(2, "two", () -> 0);

    private static World.Sharing sharing(String guard) {
        return new World.Sharing(guard, Granularity.REGION, Order.SORTED, Hold.COPY);
    }

    private static World world(String guard) {
        return new World(SLOTS, 4, sharing(guard), false, Faults.NONE);
    }

    private static void write(Access a, Region region) {
        switch (region) {
            case INTENTS -> a.out().put(new Intents());
            case BODIES -> a.out().put(Scenes.bodies(SLOTS, 1));
            case SECTORS -> a.out().put(new Sectors(4));
            case TALLY -> a.out().add(Counter.RUNS, 1);
        }
    }

    private static void read(Access a, Region region) {
        switch (region) {
            case INTENTS -> a.in().take(new Intents());
            case BODIES -> a.in().take(new Bodies(SLOTS));
            case SECTORS -> a.in().take(new Sectors(4));
            case TALLY -> a.in().tallyTick();
        }
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void withoutAGuardAWriteAndAReadRaceAndSayWhereAndWhen(Region region) throws Exception {
        World w = world("none");
        w.races().on(List.of(one, two));
        Access writer = w.access("writer", one, 0, Need.write(region));
        Access reader = w.access("reader", two, 0, Need.read(region));
        Scope put = writer.scope("Writer.put", Need.write(region));
        Scope look = reader.scope("Reader.look", Need.read(region));
        writer.wholeTick(() -> {}).run();
        writer.enterTick(2);
        put.enter();
        write(writer, region);
        put.exit();
        writer.exitTick();
        reader.enterTick(7);
        look.enter();
        read(reader, region);
        look.exit();
        reader.exitTick();
        assertEquals(List.of(new Race(region.word(), new Race.Access("one", 2, true, "Writer.put"),
            new Race.Access("two", 7, false, "Reader.look"))), w.races().found());
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void underAMutexTheyDoNot(Region region) throws Exception {
        World w = world("mutex");
        w.races().on(List.of(one, two));
        Access writer = w.access("writer", one, 0, Need.write(region));
        Access reader = w.access("reader", two, 0, Need.read(region));
        Scope put = writer.scope("s", Need.write(region));
        Scope look = reader.scope("s", Need.read(region));
        for (int i = 0; i < 3; i++) {
            put.enter();
            write(writer, region);
            put.exit();
            look.enter();
            read(reader, region);
            look.exit();
        }
        assertEquals(0, w.races().count());
    }

    @Test
    void theStampOfTheTallyIsAWriteToo() {
        World w = world("none");
        w.races().on(List.of(one, two));
        w.access("physics", one, 0).out().stampTally(3);
        w.access("render", two, 0).in().tallyTick();
        assertEquals(1, w.races().count());
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void nothingIsWrittenBeforeWhatWasReadIsKnownToBeGood(Region region) throws Exception {
        World w = world("stamped");
        Access a = w.access("role", one, 0, Need.read(Region.BODIES), Need.write(region));
        Scope look = a.scope("s", Need.read(Region.BODIES));
        look.enter();
        assertThrows(IllegalStateException.class, () -> write(a, region));
        assertThrows(IllegalStateException.class, () -> a.out().stampTally(1));
        assertFalse(look.again());
        write(a, region);
        look.exit();
    }

    @ParameterizedTest
    @ValueSource(strings = {"triple-buffer"})
    void whoComesAfterAllWereHereBeginsWithTheNewestOfEachRegion(String guard) {
        World w = world(guard);
        Access writer = w.access("w", one, 0, Need.write(Region.INTENTS), Need.write(Region.BODIES), Need.write(Region.SECTORS));
        w.access("r", two, 0, Need.read(Region.INTENTS), Need.read(Region.BODIES), Need.read(Region.SECTORS));
        w.allHere();
        Intents intents = new Intents();
        intents.controls.shots = 9;
        writer.out().put(intents);
        writer.out().put(Scenes.bodies(SLOTS, 4));
        Sectors sectors = new Sectors(4);
        sectors.bytes = 77;
        writer.out().put(sectors);
        w.keepNewest();
        Access late = w.access("late", two, 0, Need.read(Region.INTENTS), Need.read(Region.BODIES), Need.read(Region.SECTORS));
        Intents intentsSeen = new Intents();
        late.in().take(intentsSeen);
        assertEquals(9, intentsSeen.controls.shots);
        Bodies seen = new Bodies(SLOTS);
        late.in().take(seen);
        assertEquals(4, seen.scene.tick);
        Sectors sectorsSeen = new Sectors(4);
        late.in().take(sectorsSeen);
        assertEquals(77, sectorsSeen.bytes);
    }

    @Test
    void aSectionMadeBeforeASwitchTakesTheNewGuards() throws Exception {
        World w = world("mutex");
        Access a = w.access("role", one, 0, Need.write(Region.BODIES));
        Scope section = a.scope("s", Need.write(Region.BODIES));
        w.share(new World.Sharing("spin", Granularity.WORLD, Order.SORTED, Hold.COPY));
        section.enter();
        assertTrue(w.guards().get(0).isHeldBy(1));
        section.exit();
        assertEquals(1, w.guards().get(0).stats().holds(1).getTotalCount());
    }

    @Test
    void aSectionWhoseWaitIsBrokenOffGivesAllBackAndBeginsAgain() throws Exception {
        World w = world("mutex");
        Guard bodies = w.guards().get(Region.BODIES.ordinal());
        Guard tally = w.guards().get(Region.TALLY.ordinal());
        try (TestLane lane = new TestLane(3, "lane"); TestLane other = new TestLane(4, "other")) {
            other.tell(() -> tally.acquire(other.recorder(), true, Guard.NO_LIMIT));
            Scope section = w.access("role", lane.recorder(), Guard.NO_LIMIT).scope("s",
                Need.write(Region.BODIES), Need.write(Region.TALLY));
            WrittenTurns turns = new WrittenTurns();
            lane.recorder().turn(turns);
            Future<Boolean> entered = lane.begin(section::enter);
            TestLane.until(() -> lane.recorder().waiting().look() != null);
            assertTrue(lane.recorder().waiting().breakOff(lane.thread(), lane.recorder().waiting().sinceNs()));
            TestLane.until(() -> bodies.stats().holds(3).getTotalCount() == 1 && lane.recorder().waiting().look() != null);
            other.tell(() -> tally.release(other.recorder(), true));
            assertTrue(TestLane.result(entered));
            assertTrue(bodies.isHeldBy(3) && tally.isHeldBy(3));
            lane.tell(section::exit);
            assertEquals(2, bodies.stats().holds(3).getTotalCount());
            assertEquals(List.of("given up", "taken", "given up", "taken", "given up", "taken"), turns.calls,
                "others have their turn while it waits, lets others go first, and waits again");
        }
    }

    @Test
    void limitsAreNumberedAfterTheRegions() {
        World w = world("mutex");
        assertEquals(4, w.limit("decode", 2).number());
        assertEquals(5, w.limit("upload", 2).number());
    }
}
