package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.TestLane;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A critical section and a whole tick, each as one call. */
class SectionTest {
    private static final int SLOTS = 10;
    private static final long LIMIT_NS = 5_000_000;
    private static final Need[] LOOK_AND_COUNT = {Need.read(Region.BODIES), Need.write(Region.TALLY)};

    private final TestLane lane = new TestLane(1, "one");
    private final TestLane other = new TestLane(2, "two");
    private final List<String> parts = new ArrayList<>();

    @AfterEach
    void close() {
        lane.close();
        other.close();
    }

    private static World world(String guard, Hold hold) {
        return new World(SLOTS, 4, new World.Sharing(guard, Granularity.REGION, Order.SORTED, hold), true, Faults.NONE);
    }

    static Stream<Arguments> guardsAndHolds() {
        return Guards.names().stream().flatMap(g -> Stream.of(Hold.values()).map(h -> Arguments.of(g, h)));
    }

    private Access access(World world, long limitNs) {
        return world.access("role", lane.recorder(), limitNs, LOOK_AND_COUNT);
    }

    private static boolean isHeld(World world) {
        return world.guards().stream().anyMatch(g -> g.isHeldBy(1));
    }

    @ParameterizedTest
    @MethodSource("guardsAndHolds")
    void readsThenWritesOnceAndHoldsNothingAfterwards(String guard, Hold hold) throws Exception {
        World w = world(guard, hold);
        Access a = access(w, Guard.NO_LIMIT);
        Section s = a.section("Test", in -> parts.add("reads"), out -> {
            parts.add("writes");
            out.add(Counter.RUNS, 1);
        }, LOOK_AND_COUNT);
        assertTrue(lane.ask(() -> a.wholeTick(s::run).run()));
        assertEquals(List.of("reads", "writes"), parts);
        assertEquals(1, w.tally(Counter.RUNS));
        assertFalse(isHeld(w));
    }

    @Test
    void readsAgainWhenAWriterCameAndWritesAfterTheReadThatIsGood() throws Exception {
        World w = world("stamped", Hold.COPY);
        Access a = access(w, LIMIT_NS);
        Access physics = w.access("physics", other.recorder(), Guard.NO_LIMIT, Need.write(Region.BODIES));
        Bodies seen = new Bodies(SLOTS);
        Section publish =
            physics.section("Test.publish", Section.Reads.NOTHING, out -> out.put(Scenes.bodies(SLOTS, parts.size())),
                Need.write(Region.BODIES));
        Section s = a.section("Test.look", in -> {
            in.take(seen);
            parts.add("reads");
            if (parts.size() < 3) {
                tell(publish);
            }
        }, out -> {
            parts.add("writes what it saw of tick " + seen.scene.tick);
            out.add(Counter.RUNS, 1);
        }, LOOK_AND_COUNT);
        assertTrue(lane.ask(s::run));
        assertEquals(List.of("reads", "reads", "reads", "writes what it saw of tick 2"), parts);
        assertEquals(1, w.tally(Counter.RUNS));
        assertEquals(1, w.viewsChecked(), "what a failed attempt copied is no view");
    }

    private void tell(Section publish) {
        try {
            other.ask(publish::run);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReaderThatIsNotLetInAgainInTimeWritesNothing() throws Exception {
        World w = world("stamped", Hold.COPY);
        Scope publish = w.access("physics", other.recorder(), Guard.NO_LIMIT).scope("Test.publish", Need.write(Region.BODIES));
        Section s = access(w, LIMIT_NS).section("Test.look", in -> {
            try {
                other.ask(publish::enter);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, out -> parts.add("writes"), LOOK_AND_COUNT);
        assertFalse(lane.ask(s::run));
        assertEquals(List.of(), parts);
        assertFalse(isHeld(w));
        other.tell(publish::exit);
    }

    @Test
    void aGuardNotHadInTimeMeansThatNeitherPartRuns() throws Exception {
        for (Hold hold : Hold.values()) {
            World w = world("mutex", hold);
            Scope tally = w.access("b", other.recorder(), Guard.NO_LIMIT).scope("b", Need.write(Region.TALLY));
            Access a = access(w, LIMIT_NS);
            Section s = a.section("Test", in -> parts.add("reads"), out -> parts.add("writes"), LOOK_AND_COUNT);
            assertTrue(other.ask(tally::enter));
            assertFalse(lane.ask(() -> hold == Hold.TICK ? a.wholeTick(s::run).run() : s.run()));
            assertEquals(List.of(), parts);
            assertFalse(isHeld(w));
            other.tell(tally::exit);
            assertTrue(lane.ask(s::run), "it can be run again");
            parts.clear();
        }
    }

    @ParameterizedTest
    @EnumSource(Hold.class)
    void anExceptionInEitherPartGivesEverythingBack(Hold hold) throws Exception {
        World w = world("mutex", hold);
        Access a = access(w, LIMIT_NS);
        Section failsReading = a.section("Test", in -> fail(), Section.Writes.NOTHING, LOOK_AND_COUNT);
        Section failsWriting = a.section("Test", Section.Reads.NOTHING, out -> fail(), LOOK_AND_COUNT);
        Section good = a.section("Test", Section.Reads.NOTHING, out -> out.add(Counter.RUNS, 1), LOOK_AND_COUNT);
        for (Section s : List.of(failsReading, failsWriting)) {
            WholeTick tick = a.wholeTick(s::run);
            assertThrows(UnsupportedOperationException.class, () -> lane.ask(() -> tick.run()));
            assertFalse(isHeld(w));
        }
        assertTrue(lane.ask(() -> a.wholeTick(good::run).run()));
        assertEquals(1, w.tally(Counter.RUNS));
    }

    private static void fail() {
        throw new UnsupportedOperationException();
    }

    /** Who keeps the object that writes for the reading part still cannot write too early. */
    @Test
    void writingBeforeWhatWasReadIsKnownToBeGoodIsRefused() throws Exception {
        Access a = access(world("stamped", Hold.COPY), LIMIT_NS);
        WorldWriter[] kept = new WorldWriter[1];
        a.section("Test", Section.Reads.NOTHING, out -> kept[0] = out, Need.write(Region.TALLY)).run();
        Section early = a.section("Test.early", in -> kept[0].add(Counter.RUNS, 1), Section.Writes.NOTHING, LOOK_AND_COUNT);
        assertThrows(IllegalStateException.class, early::run);
    }

    @ParameterizedTest
    @EnumSource(Hold.class)
    void sectionsDoNotNest(Hold hold) throws Exception {
        Access a = access(world("mutex", hold), LIMIT_NS);
        Section inner = a.section("Test.inner", Section.Reads.NOTHING, Section.Writes.NOTHING, Need.write(Region.TALLY));
        Section outer = a.section("Test.outer", Section.Reads.NOTHING, out -> ask(inner), Need.read(Region.BODIES));
        String said = assertThrows(IllegalStateException.class, a.wholeTick(outer::run)::run).getMessage();
        assertEquals("lane 'one' begins a section or a tick inside 'Test.outer': sections do not nest", said);
        assertTrue(inner.run());
    }

    private static void ask(Section s) {
        try {
            s.run();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ticksAreNumberedFrom1UnlessTheRoleNumbersThem() throws Exception {
        Access a = access(world("mutex", Hold.COPY), LIMIT_NS);
        List<Long> numbers = new ArrayList<>();
        WholeTick tick = a.wholeTick(() -> numbers.add(a.tick()));
        tick.run();
        tick.run();
        tick.run(40);
        tick.run();
        assertEquals(List.of(1L, 2L, 40L, 41L), numbers);
    }

    @ParameterizedTest
    @MethodSource("guardsAndHolds")
    void runningThemAllocatesNothing(String guard, Hold hold) throws Exception {
        World w = world(guard, hold);
        Access a = access(w, Guard.NO_LIMIT);
        Bodies seen = new Bodies(SLOTS);
        w.allHere();
        WholeTick tick =
            a.wholeTick(a.section("Test", in -> in.take(seen), out -> out.add(Counter.RUNS, 1), LOOK_AND_COUNT)::run);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1_000; i++) {
                tick.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }
}
