package lockstep.sync;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import org.junit.jupiter.api.Test;

class FaultTest {
    private long nowNs = 1_000;
    private long perLookNs;
    private final LaneRecorder lane = new LaneRecorder(0, "lane", () -> nowNs += perLookNs);

    private static Faults faults(String... specs) {
        return new Faults(Arrays.stream(specs).map(FaultSpec::parse).toList());
    }

    /** Fires the point so many times, from tick 1, and returns the calls at which something was done. */
    private List<Integer> firings(Faults faults, String role, int calls, long nsApart) {
        Fault fault = faults.at("tick", role);
        List<Integer> at = new ArrayList<>();
        for (int i = 1; i <= calls; i++) {
            int before = faults.log().fired();
            fault.fire(lane, i);
            if (faults.log().fired() > before) {
                at.add(i);
            }
            nowNs += nsApart;
        }
        return at;
    }

    @Test
    void everySoManyCalls() {
        assertEquals(List.of(3, 6, 9), firings(faults("a.tick=yield@every=3"), "a", 10, 0));
    }

    @Test
    void everySoMuchTime() {
        assertEquals(List.of(5, 9), firings(faults("a.tick=yield@every=4us"), "a", 10, 1_000));
    }

    private Spans spans() {
        Spans spans = new Spans(8);
        spans.read(lane.ring(), 0);
        return spans;
    }

    @Test
    void theRunInWhichItFiresSaysSo() {
        Faults faults = faults("a.tick=yield@every=2", "a.hold=yield@every=1");
        Fault fault = faults.at("tick", "a");
        for (int i = 1; i <= 3; i++) {
            lane.beginRun(0);
            fault.fire(lane, i);
            lane.endRun(nowNs, nowNs + 9, i);
        }
        Spans spans = spans();
        assertEquals(List.of(0, 1, 0), List.of(spans.fault(0), spans.fault(1), spans.fault(2)));
        assertEquals("a.tick yield every 2", faults.named().get(0));
    }

    @Test
    void whatFiresWhileReadingOrUploadingIsNotSaidOfTheRunAround() {
        Fault read = faults("a.tick=yield@every=1").at("tick", "a");
        lane.beginRun(0);
        long begin = lane.beginBlocking();
        read.fire(lane, 1);
        lane.endBlocking(SpanKind.IO, begin, 5);
        lane.beginUpload();
        read.fire(lane, 2);
        lane.endUpload(nowNs, nowNs + 1, 6);
        lane.endRun(nowNs, nowNs + 9, 1);
        Spans spans = spans();
        assertEquals(List.of(1, 1, 0), List.of(spans.fault(0), spans.fault(1), spans.fault(2)));
    }

    @Test
    void ofSeveralThatFireInARunTheLongestIsNamed() {
        lane.beginRun(0);
        lane.fired(3, 400);
        lane.fired(4, 1_000);
        lane.fired(3, 500);
        lane.endRun(nowNs, nowNs + 9, 1);
        assertEquals(4, spans().fault(0));
    }

    @Test
    void whatIsPlantedAgainKeepsItsNumber() {
        Faults faults = faults("a.tick=yield@every=2");
        faults.at("hold", "a");
        faults.widen(List.of(FaultSpec.parse("a.hold=yield@every=1")));
        faults.widen(List.of());
        faults.widen(List.of(FaultSpec.parse("a.hold=20us@every=1")));
        faults.widen(List.of(FaultSpec.parse("a.hold=yield@every=1")));
        assertEquals(List.of("a.hold yield every 1", "a.hold 20us every 1"), faults.named());
    }

    @Test
    void timeThatWasMissedIsNotMadeUpFor() {
        assertEquals(List.of(2, 3, 4), firings(faults("a.tick=yield@every=4us"), "a", 4, 1_000_000));
    }

    @Test
    void onceInATickOrTheNextOneThatComes() {
        assertEquals(List.of(7), firings(faults("a.tick=yield@tick=7"), "a", 20, 0));
        Faults faults = faults("a.tick=yield@tick=7");
        Fault fault = faults.at("tick", "a");
        fault.fire(lane, 6);
        fault.fire(lane, 9);
        fault.fire(lane, 10);
        assertEquals(1, faults.log().fired());
    }

    @Test
    void withAProbabilityTheSameSeedFiresAtTheSameCalls() {
        List<Integer> seven = firings(faults("a.tick=yield@p=0.1,seed=7"), "a", 2_000, 0);
        assertEquals(seven, firings(faults("a.tick=yield@p=0.1,seed=7"), "a", 2_000, 0));
        assertNotEquals(seven, firings(faults("a.tick=yield@p=0.1,seed=8"), "a", 2_000, 0));
        assertTrue(seven.size() > 140 && seven.size() < 260, "about a tenth of the calls, but " + seven.size());
        assertEquals(200, firings(faults("a.tick=yield@p=1"), "a", 200, 0).size());
    }

    @Test
    void severalFaultsAtOnePointFireEachAtItsTime() {
        Faults faults = faults("a.tick=yield@every=2", "a.tick=yield@tick=3", "b.tick=yield@every=1");
        assertEquals(List.of(2, 3, 4), firings(faults, "a", 5, 0));
    }

    @Test
    void twoPlacesOfOnePointCountForThemselves() {
        Faults faults = faults("a.tick=yield@every=2");
        Fault one = faults.at("tick", "a");
        Fault two = faults.at("tick", "a");
        one.fire(lane, 1);
        two.fire(lane, 1);
        assertEquals(0, faults.log().fired());
        one.fire(lane, 2);
        assertEquals(1, faults.log().fired());
    }

    @Test
    void whereNothingIsPlantedNothingHappens() {
        assertFalse(Fault.NONE.armed());
        Fault.NONE.fire(lane, 1);
        assertFalse(Faults.NONE.at("tick", "a").armed());
        assertEquals(List.of(), Faults.NONE.alone());
        assertEquals(0, Faults.NONE.log().fired());
    }

    @Test
    void busyWorkLastsAsLongAsAskedAndTheLogTellsWhenAndHowLong() {
        perLookNs = 100;
        Faults faults = faults("a.tick=20us@every=1");
        long before = nowNs;
        faults.at("tick", "a").fire(lane, 1);
        assertTrue(nowNs - before >= 20_000);
        FaultLog log = faults.log();
        assertEquals(1, log.kept());
        assertEquals("a.tick", log.point(0));
        assertEquals("lane", log.lane(0));
        assertTrue(log.atNs(0) > before && log.atNs(0) <= before + 200);
        assertTrue(log.forNs(0) >= 20_000 && log.forNs(0) <= 20_400, "took " + log.forNs(0));
    }

    @Test
    void aSleepReallySleepsAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();
        faults("a.tick=sleep:60s@every=1").at("tick", "a").fire(lane, 1);
        assertTrue(Thread.interrupted(), "an interrupt ends the sleep and is kept");
        Thread.currentThread().interrupt();
        faults("a.tick=park:60s@every=1").at("tick", "a").fire(lane, 1);
        assertTrue(Thread.interrupted());
    }

    @Test
    void theLogKeepsEveryFiringOfEveryLaneUpToItsRoomAndCountsTheRest() throws Exception {
        Faults faults = faults("a.tick=yield@every=1", "b.tick=yield@every=2");
        int calls = 40_000;
        try (TestLane a = new TestLane(1, "one"); TestLane b = new TestLane(2, "two")) {
            Future<Object> first = a.begin(() -> fireOften(faults.at("tick", "a"), a.recorder(), calls));
            Future<Object> second = b.begin(() -> fireOften(faults.at("tick", "b"), b.recorder(), calls));
            TestLane.result(first);
            TestLane.result(second);
        }
        FaultLog log = faults.log();
        assertEquals(calls + calls / 2, log.fired());
        assertEquals(log.fired(), log.kept());
        int ones = 0;
        for (int i = 0; i < log.kept(); i++) {
            assertEquals(log.lane(i).equals("one") ? "a.tick" : "b.tick", log.point(i));
            ones += log.lane(i).equals("one") ? 1 : 0;
        }
        assertEquals(calls, ones);
        fireOften(faults.at("tick", "a"), lane, 10_000);
        assertEquals(calls + calls / 2 + 10_000, log.fired());
        assertEquals(65_536, log.kept());
    }

    private static Object fireOften(Fault fault, LaneRecorder recorder, int calls) {
        for (int i = 0; i < calls; i++) {
            fault.fire(recorder, i);
        }
        return null;
    }

    @Test
    void hogsBurnWhenTheirTimeHasComeAndTheFiringIsLogged() throws Exception {
        Faults faults = faults("hog=2@every=3s");
        Fault hog = faults.alone().get(0);
        hog.fire(lane, 0);
        nowNs += 2_999_999_999L;
        hog.fire(lane, 0);
        assertEquals(0, faults.log().fired(), "before its time");
        assertEquals(List.of(), hogsBurning());
        nowNs += 1;
        List<String> burning = new CopyOnWriteArrayList<>();
        Thread looking = new Thread(() -> await().until(() -> burning.addAll(hogsBurning()) && burning.size() == 2));
        looking.start();
        hog.fire(lane, 0);
        assertFalse(Thread.interrupted(), "it burnt to its end and is interrupted");
        looking.join();
        assertEquals(2, burning.size(), burning::toString);
        assertEquals(List.of(), hogsBurning(), "still burning");
        assertEquals(1, faults.log().fired());
        assertEquals("hog", faults.log().point(0));
        assertEquals(nowNs, faults.log().atNs(0));
        hog.fire(lane, 0);
        assertEquals(1, faults.log().fired(), "again before its time");
    }

    @Test
    void anInterruptEndsHogsAtOnce() {
        Faults faults = faults("hog=3@every=1");
        Thread.currentThread().interrupt();
        faults.alone().get(0).fire(lane, 0);
        assertTrue(Thread.interrupted(), "the interrupt was lost");
        assertEquals(List.of(), hogsBurning());
        assertEquals(1, faults.log().fired());
    }

    private static List<String> hogsBurning() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.matches("hog-\\d+"))
            .toList();
    }

    @Test
    void collectionsAndHogsAreFoundApartFromTheLanes() {
        Faults faults = faults("gc=@every=1s", "hog=2@every=1s", "hog=3@every=1s", "physics.tick=1ms@every=1s");
        assertEquals(3, faults.alone().size());
        assertTrue(faults.alone().stream().allMatch(Fault::armed));
        assertEquals(List.of(), faults().alone());
    }
}
