package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the race detector makes of sections; one thread plays both lanes. */
class TraceTest {
    private final LaneRecorder one = new LaneRecorder(1, "one", () -> 0);
    private final LaneRecorder two = new LaneRecorder(2, "two", () -> 0);
    private World world;
    private Access writer;
    private Access reader;
    private Scope publish;
    private Scope look;
    private final Bodies out = new Bodies(8);
    private final Bodies in = new Bodies(8);

    private void share(String guard) {
        world = new World(8, 4, new World.Sharing(guard, Granularity.REGION, Order.SORTED, Hold.COPY), false, Faults.NONE);
        writer = world.access("w", one, 0, Need.write(Region.BODIES), Need.write(Region.TALLY));
        reader = world.access("r", two, 0, Need.read(Region.BODIES), Need.write(Region.TALLY));
        publish = writer.scope("Writer.publish", Need.write(Region.BODIES));
        look = reader.scope("Reader.look", Need.read(Region.BODIES));
        world.races().on(List.of(one, two));
    }

    private void publish() throws InterruptedException {
        publish.enter();
        writer.out().put(out);
        publish.exit();
    }

    private void look() throws InterruptedException {
        look.enter();
        do {
            reader.in().take(in);
        } while (look.again());
        look.exit();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "rw-lock", "stamped", "monitor", "semaphore", "spin", "fair-mutex", "triple-buffer"})
    void sectionsUnderAGuardAreInOrder(String guard) throws Exception {
        share(guard);
        for (int i = 0; i < 5; i++) {
            publish();
            look();
            look();
        }
        assertEquals(List.of(), world.races().found());
    }

    @Test
    void withoutAGuardTheyRace() throws Exception {
        share("none");
        publish();
        look();
        assertEquals("Writer.publish", world.races().found().get(0).first().at());
        assertEquals("Reader.look", world.races().found().get(0).second().at());
    }

    @Test
    void aReadThatAWriterCutIntoIsThrownAwayAndTheNextOneCounts() throws Exception {
        share("stamped");
        publish();
        look.enter();
        reader.in().take(in);
        publish();
        assertTrue(look.again());
        reader.in().take(in);
        assertFalse(look.again());
        look.exit();
        publish();
        assertEquals(0, world.races().count());
    }

    /** What the failed attempt had learnt of must not put anything in order. */
    @Test
    void aFailedAttemptTeachesNothing() throws Exception {
        share("stamped");
        look.enter();
        reader.in().take(in);
        publish();
        long seen = one.order().clock().stepOf(1);
        assertTrue(look.again());
        assertTrue(two.order().clock().stepOf(1) < seen - 1, "knows of a writer that it did not wait for");
        assertFalse(look.again());
        look.exit();
    }

    @Test
    void whatAFailedAttemptLearntIsGoneInTheNextSection() throws Exception {
        share("stamped");
        look.enter();
        reader.in().take(in);
        publish();
        long seen = one.order().clock().stepOf(1);
        assertTrue(look.again());
        look.exit();
        lookAtSectors();
        assertTrue(two.order().clock().stepOf(1) < seen - 1, "knows of a writer that it did not wait for");
    }

    @Test
    void aReadThatNobodyAskedAboutIsGoneInTheNextSection() throws Exception {
        share("stamped");
        look.enter();
        reader.in().take(in);
        look.exit();
        publish();
        lookAtSectors();
        assertEquals(0, world.races().count());
    }

    private void lookAtSectors() throws InterruptedException {
        Scope sectors = reader.scope("Reader.sectors", Need.read(Region.SECTORS));
        sectors.enter();
        reader.in().take(new Sectors(4));
        assertFalse(sectors.again());
        sectors.exit();
    }

    /** Here a later write without the guard: what was read while the guard was held is remembered. */
    @Test
    void ofTwoRegionsTheOneThatIsHeldIsReadForSure() throws Exception {
        share("stamped");
        Scope both = reader.scope("Reader.both", Need.read(Region.BODIES), Need.write(Region.TALLY));
        both.enter();
        reader.in().take(in);
        reader.in().tallyTick();
        assertFalse(both.again());
        both.exit();
        writer.out().stampTally(1);
        assertEquals("Reader.both", world.races().found().get(0).first().at());
    }

    @Test
    void aRegionThatTheSectionDoesNotNameIsReadForSureAndRaces() throws Exception {
        share("stamped");
        look.enter();
        reader.in().take(in);
        reader.in().take(new Sectors(4));
        assertFalse(look.again());
        look.exit();
        Scope put = writer.scope("Writer.put", Need.write(Region.SECTORS));
        put.enter();
        writer.out().put(new Sectors(4));
        put.exit();
        assertEquals("Reader.look", world.races().found().get(0).first().at());
    }

    @Test
    void aWriterThatLeavesTheGuardOutIsFoundByAReaderThatHoldsNothing() throws Exception {
        share("stamped");
        Scope wrong = writer.scope("Writer.wrong", Need.write(Region.TALLY));
        wrong.enter();
        writer.out().put(out);
        wrong.exit();
        look();
        assertEquals("Writer.wrong", world.races().found().get(0).first().at());
    }

    @Test
    void aWriterThatLeavesTheGuardOutIsFoundUnderALock() throws Exception {
        share("mutex");
        look();
        Scope wrong = writer.scope("Writer.wrong", Need.write(Region.TALLY));
        wrong.enter();
        writer.out().put(out);
        wrong.exit();
        assertEquals(1, world.races().found().size());
    }
}
