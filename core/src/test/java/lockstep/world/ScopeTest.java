package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.GuardStats;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final long LIMIT_NS = 5_000_000;

    private final TestLane lane = new TestLane(1, "one");
    private final TestLane other = new TestLane(2, "two");
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void close() {
        lane.close();
        other.close();
    }

    /** A guard that writes down what is done with it. */
    private final class Spy implements Guard {
        private final int number;
        private final String name;
        private final GuardStats stats = new GuardStats();

        Spy(int number, String name) {
            this.number = number;
            this.name = name;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean acquire(LaneRecorder me, boolean write, long limitNs) {
            calls.add("+" + name + (write ? "!" : ""));
            return true;
        }

        @Override
        public void release(LaneRecorder me, boolean write) {
            calls.add("-" + name + (write ? "!" : ""));
        }

        @Override
        public GuardStats stats() {
            return stats;
        }
    }

    private World spied(Granularity granularity, Order order, Hold hold) {
        return new World(8, 4, new World.Sharing("spy", granularity, order, hold), false, Faults.NONE, Spy::new);
    }

    private static World mutexed(Granularity granularity, Hold hold, Faults faults) {
        return new World(8, 4, new World.Sharing("mutex", granularity, Order.SORTED, hold), false, faults);
    }

    private static final Need[] AS_WRITTEN = {Need.write(Region.SECTORS), Need.read(Region.BODIES), Need.write(Region.TALLY)};

    private List<String> callsOf(Scope scope) throws InterruptedException {
        calls.clear();
        scope.enter();
        scope.exit();
        return List.copyOf(calls);
    }

    @Test
    void sortedGuardsAreTakenByRegionAndGivenBackTheOtherWayRound() throws Exception {
        Access a = spied(Granularity.REGION, Order.SORTED, Hold.COPY).access("r", lane.recorder(), 0, AS_WRITTEN);
        assertEquals(List.of("+bodies", "+tally!", "+sectors!", "-sectors!", "-tally!", "-bodies"),
            callsOf(a.scope("s", AS_WRITTEN)));
    }

    @Test
    void asWrittenGuardsAreTakenAsTheRoleNamesThem() throws Exception {
        Access a = spied(Granularity.REGION, Order.AS_WRITTEN, Hold.COPY).access("r", lane.recorder(), 0, AS_WRITTEN);
        assertEquals(List.of("+sectors!", "+bodies", "+tally!", "-tally!", "-bodies", "-sectors!"),
            callsOf(a.scope("s", AS_WRITTEN)));
    }

    @Test
    void oneGuardForAllRegionsIsTakenOnceInItsStrongestMode() throws Exception {
        Access a = spied(Granularity.WORLD, Order.SORTED, Hold.COPY).access("r", lane.recorder(), 0);
        assertEquals(List.of("+world!", "-world!"), callsOf(a.scope("s", Need.read(Region.BODIES), Need.write(Region.TALLY))));
        assertEquals(List.of("+world", "-world"), callsOf(a.scope("s", Need.read(Region.BODIES), Need.read(Region.SECTORS))));
    }

    @Test
    void aRegionNamedTwiceIsTakenOnceInItsStrongestMode() throws Exception {
        Access a = spied(Granularity.REGION, Order.AS_WRITTEN, Hold.COPY).access("r", lane.recorder(), 0);
        assertEquals(List.of("+bodies!", "-bodies!"), callsOf(a.scope("s", Need.read(Region.BODIES), Need.write(Region.BODIES))));
        assertEquals(List.of("+bodies!", "-bodies!"), callsOf(a.scope("s", Need.write(Region.BODIES), Need.read(Region.BODIES))));
    }

    @Test
    void withHoldCopyATickTakesNothing() throws Exception {
        Access a = spied(Granularity.REGION, Order.SORTED, Hold.COPY).access("r", lane.recorder(), 0, AS_WRITTEN);
        assertTrue(a.enterTick(1));
        a.exitTick();
        assertEquals(List.of(), calls);
    }

    @Test
    void withHoldTickTheTickTakesAllAndTheScopesInsideTakeNothing() throws Exception {
        Access a = spied(Granularity.REGION, Order.SORTED, Hold.TICK).access("r", lane.recorder(), 0, AS_WRITTEN);
        Scope one = a.scope("s", Need.read(Region.BODIES));
        Scope two = a.scope("s", Need.write(Region.TALLY), Need.write(Region.SECTORS));
        assertTrue(a.enterTick(1));
        List<String> taken = List.copyOf(calls);
        assertEquals(List.of("+bodies", "+tally!", "+sectors!"), taken);
        for (Scope inner : List.of(one, two, one)) {
            assertTrue(inner.enter());
            inner.exit();
        }
        assertEquals(taken, calls);
        a.exitTick();
        assertEquals(List.of("-sectors!", "-tally!", "-bodies"), calls.subList(3, 6));
    }

    @Test
    void withHoldTickAScopeOutsideATickTakesItsOwnGuards() throws Exception {
        Access a = spied(Granularity.REGION, Order.SORTED, Hold.TICK).access("r", lane.recorder(), 0, AS_WRITTEN);
        assertEquals(List.of("+bodies", "-bodies"), callsOf(a.scope("s", Need.read(Region.BODIES))));
    }

    @Test
    void enteringTwiceAndLeavingTwiceAreRefused() throws Exception {
        Access a = spied(Granularity.WORLD, Order.SORTED, Hold.COPY).access("r", lane.recorder(), 0);
        Scope s = a.scope("s", Need.read(Region.BODIES));
        assertThrows(IllegalStateException.class, s::exit);
        s.enter();
        assertThrows(IllegalStateException.class, s::enter);
        s.exit();
        assertThrows(IllegalStateException.class, s::exit);
        assertEquals(List.of("+world", "-world"), calls);
    }

    @Test
    void aTimeLimitGivesBackWhatWasTaken() throws Exception {
        World world = mutexed(Granularity.REGION, Hold.COPY, Faults.NONE);
        Scope tally = world.access("b", other.recorder(), Guard.NO_LIMIT).scope("s", Need.write(Region.TALLY));
        Scope both = world.access("a", lane.recorder(), LIMIT_NS).scope("s", Need.write(Region.BODIES), Need.write(Region.TALLY));
        Scope bodies = world.access("c", other.recorder(), LIMIT_NS).scope("s", Need.write(Region.BODIES));
        assertTrue(other.ask(tally::enter));
        assertFalse(lane.ask(both::enter));
        assertTrue(other.ask(bodies::enter), "the guard taken first was kept");
        other.tell(bodies::exit);
        other.tell(tally::exit);
        assertTrue(lane.ask(both::enter), "it can be entered again");
        lane.tell(both::exit);
    }

    @Test
    void withHoldTickATimeLimitGivesBackWhatWasTaken() throws Exception {
        World world = mutexed(Granularity.REGION, Hold.TICK, Faults.NONE);
        Access b = world.access("b", other.recorder(), LIMIT_NS, Need.write(Region.TALLY));
        Access a = world.access("a", lane.recorder(), LIMIT_NS, Need.write(Region.BODIES), Need.write(Region.TALLY));
        Scope bodies = world.access("c", other.recorder(), LIMIT_NS).scope("s", Need.write(Region.BODIES));
        assertTrue(other.ask(() -> b.enterTick(1)));
        assertFalse(lane.ask(() -> a.enterTick(1)));
        assertTrue(other.ask(bodies::enter));
        other.tell(bodies::exit);
        other.tell(b::exitTick);
        assertTrue(lane.ask(() -> a.enterTick(1)));
        lane.tell(a::exitTick);
    }

    @Test
    void anInterruptGivesBackWhatWasTaken() throws Exception {
        World world = mutexed(Granularity.REGION, Hold.COPY, Faults.NONE);
        Scope tally = world.access("b", other.recorder(), Guard.NO_LIMIT).scope("s", Need.write(Region.TALLY));
        Scope both = world.access("a", lane.recorder(), Guard.NO_LIMIT).scope("s",
            Need.write(Region.BODIES), Need.write(Region.TALLY));
        Scope bodies = world.access("c", other.recorder(), LIMIT_NS).scope("s", Need.write(Region.BODIES));
        assertTrue(other.ask(tally::enter));
        Future<Boolean> waits = lane.begin(both::enter);
        TestLane.until(lane::sleeps);
        lane.thread().interrupt();
        assertThrows(InterruptedException.class, () -> TestLane.result(waits));
        assertTrue(other.ask(bodies::enter));
        other.tell(bodies::exit);
        other.tell(tally::exit);
    }

    @Test
    void everyHoldOfALockIsRecordedWithItsGuard() throws Exception {
        World world = mutexed(Granularity.REGION, Hold.COPY, Faults.NONE);
        Scope s = world.access("a", lane.recorder(), 0).scope("s", Need.write(Region.BODIES), Need.write(Region.TALLY));
        lane.tell(() -> {
            for (int i = 0; i < 3; i++) {
                s.enter();
                s.exit();
            }
        });
        Spans spans = new Spans(16);
        spans.readNewest(lane.recorder().ring());
        assertEquals(6, spans.count());
        for (int i = 0; i < 6; i++) {
            assertEquals(SpanKind.HOLD, spans.kind(i));
            assertEquals(world.guardOf(i % 2 == 0 ? Region.TALLY : Region.BODIES).number(), spans.what(i));
            assertTrue(spans.endNs(i) >= spans.startNs(i));
        }
        assertEquals(3, world.guardOf(Region.BODIES).stats().holds().getTotalCount());
        assertEquals(0, world.guardOf(Region.SECTORS).stats().holds().getTotalCount());
    }

    @Test
    void theTimeOfAHoldIsCounted() throws Exception {
        long[] nowNs = {1_000_000};
        World world = mutexed(Granularity.REGION, Hold.COPY, Faults.NONE);
        Scope s = world.access("a", new LaneRecorder(1, "one", () -> nowNs[0]), 0).scope("s", Need.write(Region.BODIES));
        s.enter();
        nowNs[0] += 700;
        s.exit();
        assertEquals(700, world.guardOf(Region.BODIES).stats().holds().getMaxValue(), 700 / 100);
    }

    @Test
    void aGuardThatDoesNotExcludeIsNeverHeld() throws Exception {
        World world = new World(8, 4, new World.Sharing("none", Granularity.REGION, Order.SORTED, Hold.TICK), false, Faults.NONE);
        Access a = world.access("a", lane.recorder(), 0, Need.write(Region.BODIES));
        a.enterTick(1);
        a.exitTick();
        assertEquals(0, lane.recorder().ring().written());
    }

    @Test
    void granularitySaysHowManyGuardsThereAreAndWhatTheyAreCalled() {
        assertEquals(List.of("world"),
            mutexed(Granularity.WORLD, Hold.COPY, Faults.NONE).guards().stream().map(Guard::name).toList());
        assertEquals(List.of("intents", "bodies", "tally", "sectors"),
            mutexed(Granularity.REGION, Hold.COPY, Faults.NONE).guards().stream().map(Guard::name).toList());
        assertTrue(Guards.names().contains("mutex"));
    }

    @Test
    void aFaultInTheHoldFiresOnceAfterTheFirstGuardOfEachOutermostScope() throws Exception {
        Faults faults = new Faults(List.of(FaultSpec.parse("a.hold=yield@every=1")));
        World world = mutexed(Granularity.REGION, Hold.TICK, faults);
        Access a = world.access("a", lane.recorder(), 0, Need.write(Region.BODIES), Need.write(Region.TALLY));
        Scope inner = a.scope("s", Need.write(Region.BODIES));
        a.enterTick(1);
        inner.enter();
        inner.exit();
        a.exitTick();
        assertEquals(1, faults.log().fired());
    }

    @Test
    void aFaultInTheHoldCanBePlantedInOneTick() throws Exception {
        Faults faults = new Faults(List.of(FaultSpec.parse("a.hold=yield@tick=5")));
        World world = mutexed(Granularity.WORLD, Hold.COPY, faults);
        Access a = world.access("a", lane.recorder(), 0, Need.write(Region.BODIES));
        Scope s = a.scope("s", Need.write(Region.BODIES));
        for (int tick = 1; tick <= 9; tick++) {
            a.enterTick(tick);
            s.enter();
            s.exit();
            a.exitTick();
            assertEquals(tick < 5 ? 0 : 1, faults.log().fired(), "after tick " + tick);
        }
    }
}
