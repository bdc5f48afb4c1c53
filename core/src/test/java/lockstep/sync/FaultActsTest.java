package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.WrittenTurns;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What planted faults do to the lane in which they fire. */
class FaultActsTest {
    private static Faults faults(String... specs) {
        return new Faults(Arrays.stream(specs).map(FaultSpec::parse).toList());
    }

    private static Fault tick(String fault) {
        return faults("a.tick=" + fault).at("tick", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep:1us", "park:1us", "yield"})
    void whoDoesNotRunLetsAnotherRun(String what) {
        LaneRecorder lane = new LaneRecorder(1, "lane", () -> 0);
        WrittenTurns turns = new WrittenTurns();
        lane.turn(turns);
        tick(what + "@every=1").fire(lane, 1);
        assertEquals(List.of("given up", "taken"), turns.calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep:60s", "park:60s"})
    void aSleepingLaneSleeps(String what) throws Exception {
        try (TestLane lane = new TestLane(1, "lane")) {
            Future<Boolean> slept = lane.begin(() -> {
                tick(what + "@every=1").fire(lane.recorder(), 1);
                return Thread.interrupted();
            });
            TestLane.until(lane::sleeps);
            assertFalse(slept.isDone());
            lane.thread().interrupt();
            assertTrue(TestLane.result(slept), "and keeps the interrupt that woke it");
        }
    }

    @Test
    void aCollectionReallyCollects() {
        long before = collections();
        faults("gc=@every=1").alone().get(0).fire(new LaneRecorder(1, "lane", () -> 0), 1);
        assertTrue(collections() > before);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionCount)
            .sum();
    }

    @Test
    void busyWorkIsSoMuchCpuTimeWhateverTheMachineTakes() {
        long[] now = {0};
        long[] cpu = {3_000_000};
        LaneRecorder lane = new LaneRecorder(1, "lane", new Clock() {
            @Override
            public long nanos() {
                return now[0] += 1_000;
            }

            @Override
            public long cpuNanos() {
                now[0] += 1_000_000;
                return (cpu[0] += 100) - 100;
            }
        });
        tick("20us@every=1").fire(lane, 1);
        assertEquals(3_000_000 + 20_000 + 100, cpu[0]);
    }

    @Test
    void whereCpuTimeIsUnknownWhatItWaitedForAPermitIsNoWork() {
        long[] now = {5_000_000};
        LaneRecorder lane = new LaneRecorder(1, "lane", () -> now[0]);
        lane.beginRun(1);
        lane.span(SpanKind.PERMIT_WAIT, 0, 700, 0);
        lane.turn(new WrittenTurns() {
            @Override
            public void checkpoint() {
                super.checkpoint();
                now[0] += 1_000;
                lane.span(SpanKind.PERMIT_WAIT, 0, 400, 0);
            }
        });
        tick("6us@every=1").fire(lane, 1);
        assertEquals(5_000_000 + 10_000, now[0], "of each 1000 ns 400 were waits");
    }

    @Test
    void probabilityIsThatOfAKnownGenerator() {
        Faults faults = faults("a.tick=yield@p=0.3,seed=7");
        Fault fault = faults.at("tick", "a");
        LaneRecorder lane = new LaneRecorder(1, "lane", () -> 0);
        SplittableRandom same = new SplittableRandom(7);
        int expected = 0;
        for (int call = 1; call <= 1_000; call++) {
            fault.fire(lane, call);
            expected += same.nextDouble() < 0.3 ? 1 : 0;
            assertEquals(expected, faults.log().fired(), "after call " + call);
        }
    }

    @Test
    void aFaultOfTickNothingFiresAtOnceAndOnce() {
        Faults faults = faults("a.tick=yield@tick=0");
        Fault fault = faults.at("tick", "a");
        LaneRecorder lane = new LaneRecorder(1, "lane", () -> 0);
        fault.fire(lane, 0);
        assertEquals(1, faults.log().fired());
        fault.fire(lane, 1);
        assertEquals(1, faults.log().fired());
    }

    @Test
    void collectionsAndHogsBelongToNoLane() {
        assertEquals(List.of(), faults("a.tick=yield@every=1", "b.tick=7us@every=1").alone());
        Faults mixed = faults("a.tick=yield@every=1", "gc=@every=1s", "hog=2@every=1s");
        assertEquals(2, mixed.alone().size());
        assertFalse(mixed.at("tick", "b").armed());
    }
}
