package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The world under {@code triple-buffer}. */
class ExchangeTest {
    private static final int SLOTS = 10;
    private static final LaneRecorder LANE = new LaneRecorder(0, "lane", Clock.SYSTEM);

    private final World world = new World(SLOTS, 4,
        new World.Sharing("triple-buffer", Granularity.REGION, Order.SORTED, Hold.COPY), true, Faults.NONE);

    private Access access(String role, Need... needs) {
        return world.access(role, LANE, 0, needs);
    }

    private static int tickSeenBy(Access reader) {
        Bodies seen = new Bodies(SLOTS);
        reader.in().take(seen);
        return seen.scene.tick;
    }

    @Test
    void everyReaderHasTheNewestToItself() {
        Access writer = access("physics", Need.write(Region.BODIES));
        Access first = access("render", Need.read(Region.BODIES));
        Access second = access("assets", Need.read(Region.BODIES));
        writer.out().put(Scenes.bodies(SLOTS, 1));
        writer.out().put(Scenes.bodies(SLOTS, 2));
        assertEquals(2, tickSeenBy(first));
        writer.out().put(Scenes.bodies(SLOTS, 3));
        assertEquals(3, tickSeenBy(second));
        assertEquals(3, tickSeenBy(first));
        assertEquals(3, tickSeenBy(first), "nothing new: the same again");
        assertEquals(0, world.viewsBad());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReaderThatComesLateBeginsWithWhatWasPublished(boolean allHere) {
        Access writer = access("physics", Need.write(Region.BODIES));
        writer.out().put(Scenes.bodies(SLOTS, 1));
        if (allHere) {
            world.allHere();
        }
        Access late = access("render", Need.read(Region.BODIES));
        assertEquals(1, tickSeenBy(late));
        writer.out().put(Scenes.bodies(SLOTS, 2));
        assertEquals(2, tickSeenBy(late));
    }

    @Test
    void aWriterThatComesAfterItsReadersReachesThem() {
        Access reader = access("physics", Need.read(Region.INTENTS));
        Access writer = access("input", Need.write(Region.INTENTS));
        Intents mine = new Intents();
        mine.controls.shots = 5;
        writer.out().put(mine);
        Intents seen = new Intents();
        reader.in().take(seen);
        assertEquals(5, seen.controls.shots);
    }

    @Test
    void ofSeveralWritersOfSectorsTheNewestIsSeenAndNeverAnOlderOne() {
        Access a = access("assets", Need.write(Region.SECTORS));
        Access b = access("assets", Need.write(Region.SECTORS));
        Access reader = access("render", Need.read(Region.SECTORS));
        Sectors mine = new Sectors(4);
        Sectors seen = new Sectors(4);
        for (int i = 0; i < 20; i++) {
            mine.bytes = i;
            (i % 3 == 0 ? a : b).out().put(mine);
            reader.in().take(seen);
            assertEquals(i, seen.bytes);
            assertEquals(i + 1, seen.version);
        }
        assertEquals(0, world.viewsBad());
    }

    @Test
    void aSecondWriterOfBodiesIsRefusedByName() {
        access("physics", Need.write(Region.BODIES));
        String message = assertThrows(IllegalStateException.class, () -> access("other", Need.write(Region.BODIES))).getMessage();
        assertTrue(message.contains("'other'") && message.contains("bodies"), message);
    }

    @Test
    void aRoleThatDidNotSayItWritesIsRefused() {
        Access reader = access("render", Need.read(Region.BODIES));
        assertThrows(IllegalStateException.class, () -> reader.out().put(Scenes.bodies(SLOTS, 1)));
    }

    /** Lanes add while others join and one reads: nothing is lost, and a sum never falls. */
    @Test
    void noUpdateOfTheTallyIsLost() throws Exception {
        int lanes = 4;
        int adds = 20_000;
        CountDownLatch start = new CountDownLatch(1);
        List<TestLane> all = new ArrayList<>();
        List<Future<Object>> done = new ArrayList<>();
        try {
            for (int i = 0; i < lanes; i++) {
                TestLane lane = new TestLane(i, "lane-" + i);
                all.add(lane);
                done.add(lane.begin(() -> {
                    Access own = world.access(lane.recorder().name(), lane.recorder(), 0, Need.write(Region.TALLY));
                    Scope s = own.scope("s", Need.write(Region.TALLY));
                    start.await();
                    for (int n = 0; n < adds; n++) {
                        s.enter();
                        own.out().add(Counter.RUNS, 1);
                        s.exit();
                    }
                    return null;
                }));
            }
            start.countDown();
            long before = 0;
            while (before < (long) lanes * adds && !done.stream().allMatch(Future::isDone)) {
                long now = world.tally(Counter.RUNS);
                assertTrue(now >= before, "a sum fell");
                before = now;
            }
            for (Future<Object> d : done) {
                TestLane.result(d);
            }
        } finally {
            all.forEach(TestLane::close);
        }
        assertEquals((long) lanes * adds, world.tally(Counter.RUNS));
        assertEquals(0, world.lostUpdates());
    }

    /** Two writers and two readers of sectors on four lanes, some of which join while others publish. */
    @Test
    void acrossLanesSectorsAreWholeAndNeverGoBack() throws Exception {
        int publications = 20_000;
        List<TestLane> all = new ArrayList<>();
        List<Future<Integer>> readers = new ArrayList<>();
        List<Future<Object>> writers = new ArrayList<>();
        CountDownLatch written = new CountDownLatch(2);
        try {
            for (int i = 0; i < 4; i++) {
                TestLane lane = new TestLane(i, "lane-" + i);
                all.add(lane);
                if (i % 2 == 0) {
                    writers.add(lane.begin(() -> {
                        Access a = world.access("assets", lane.recorder(), 0, Need.write(Region.SECTORS));
                        Sectors mine = new Sectors(4);
                        for (int n = 0; n < publications; n++) {
                            java.util.Arrays.fill(mine.state, (byte) n);
                            a.out().put(mine);
                        }
                        written.countDown();
                        return null;
                    }));
                } else {
                    readers.add(lane.begin(() -> {
                        Access a = world.access("render", lane.recorder(), 0, Need.read(Region.SECTORS));
                        Sectors seen = new Sectors(4);
                        int last = 0;
                        boolean all2;
                        do {
                            all2 = written.getCount() == 0;
                            a.in().take(seen);
                            assertTrue(!seen.isTorn() || seen.version == 0);
                            assertTrue(seen.version >= last, "went back");
                            last = seen.version;
                        } while (!all2);
                        return last;
                    }));
                }
            }
            for (Future<Object> w : writers) {
                TestLane.result(w);
            }
            for (Future<Integer> r : readers) {
                assertEquals(2 * publications, TestLane.result(r), "the last of all versions arrives");
            }
        } finally {
            all.forEach(TestLane::close);
        }
        assertEquals(0, world.viewsBad());
    }
}
