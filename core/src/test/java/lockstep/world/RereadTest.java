package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.TestLane;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections that read without holding a guard, and read again when a writer came. */
class RereadTest {
    private static final int SLOTS = 10;
    private static final long LIMIT_NS = 5_000_000;

    private final TestLane writerLane = new TestLane(1, "physics");
    private final TestLane readerLane = new TestLane(2, "render");

    @AfterEach
    void close() {
        writerLane.close();
        readerLane.close();
    }

    private static World world(String guard, Hold hold) {
        return new World(SLOTS, 4, new World.Sharing(guard, Granularity.REGION, Order.SORTED, hold), true, Faults.NONE);
    }

    /** A writer and a reader of a world under {@code stamped}. */
    private final class Pair {
        final World world;
        final Access writer;
        final Access reader;
        final Scope publish;
        final Scope look;
        final Scope lookAndAdd;
        final Bodies seen = new Bodies(SLOTS);

        Pair(Hold hold) {
            world = world("stamped", hold);
            Need[] both = {Need.read(Region.BODIES), Need.write(Region.TALLY)};
            writer = world.access("physics", writerLane.recorder(), Guard.NO_LIMIT, Need.write(Region.BODIES));
            publish = writer.scope("s", Need.write(Region.BODIES));
            reader = world.access("render", readerLane.recorder(), LIMIT_NS, both);
            look = reader.scope("s", Need.read(Region.BODIES));
            lookAndAdd = reader.scope("s", both);
        }

        void publish(int tick) throws Exception {
            writerLane.tell(() -> {
                publish.enter();
                writer.out().put(Scenes.bodies(SLOTS, tick));
                publish.exit();
            });
        }
    }

    static List<String> otherGuards() {
        return Guards.names().stream().filter(name -> !name.equals("stamped")).toList();
    }

    @ParameterizedTest
    @MethodSource("otherGuards")
    void underOtherGuardsOneReadIsEnough(String guard) throws Exception {
        World w = world(guard, Hold.COPY);
        Access a = w.access("render", readerLane.recorder(), 0, Need.read(Region.BODIES));
        Scope s = a.scope("s", Need.read(Region.BODIES));
        assertTrue(s.enter());
        assertFalse(s.again());
        assertFalse(s.missed());
        s.exit();
    }

    @Test
    void aReadThatNobodyCutIntoIsGoodAndHoldsNothing() throws Exception {
        Pair p = new Pair(Hold.COPY);
        p.publish(1);
        p.look.enter();
        p.reader.in().take(p.seen);
        assertEquals(0, p.world.viewsChecked(), "not known to be good yet");
        assertFalse(p.look.again());
        p.look.exit();
        assertEquals(1, p.world.viewsChecked());
        assertEquals(0, readerLane.recorder().totalNs(SpanKind.HOLD));
    }

    @Test
    void aReadThatAWriterCutIntoLeavesNoTraceButACount() throws Exception {
        Pair p = new Pair(Hold.COPY);
        p.publish(1);
        p.look.enter();
        p.reader.in().take(p.seen);
        p.publish(2);
        p.seen.scene.x[3]++;
        assertTrue(p.look.again());
        assertEquals(0, p.world.viewsChecked());
        p.reader.in().take(p.seen);
        assertFalse(p.look.again());
        p.look.exit();
        assertEquals(2, p.seen.scene.tick);
        assertEquals(1, p.world.viewsChecked());
        assertEquals(0, p.world.viewsBad());
        assertEquals(1, p.world.guards().get(Region.BODIES.ordinal()).stats().discarded());
    }

    @Test
    void afterThreeAttemptsTheReaderHoldsTheGuardAndKeepsTheWriterOut() throws Exception {
        Pair p = new Pair(Hold.COPY);
        p.look.enter();
        for (int attempt = 1; attempt <= 3; attempt++) {
            p.publish(attempt);
            assertTrue(p.look.again());
        }
        Guard bodies = p.world.guards().get(Region.BODIES.ordinal());
        assertFalse(writerLane.ask(() -> bodies.acquire(writerLane.recorder(), true, LIMIT_NS)),
            "it reads without keeping writers out");
        p.reader.in().take(p.seen);
        assertFalse(p.look.again());
        p.look.exit();
        assertEquals(3, p.seen.scene.tick);
        assertTrue(writerLane.ask(() -> bodies.acquire(writerLane.recorder(), true, LIMIT_NS)));
    }

    @Test
    void aReaderThatIsNotLetInAgainInTimeHasMissedItsSection() throws Exception {
        Pair p = new Pair(Hold.COPY);
        p.lookAndAdd.enter();
        writerLane.tell(p.publish::enter);
        assertFalse(p.lookAndAdd.again());
        assertTrue(p.lookAndAdd.missed());
        p.lookAndAdd.exit();
        Guard tally = p.world.guards().get(Region.TALLY.ordinal());
        assertTrue(writerLane.ask(() -> tally.acquire(writerLane.recorder(), true, LIMIT_NS)), "it still holds another guard");
    }

    @Test
    void aSectionMayNotWriteBeforeItsCopiesAreKnownToBeGood() throws Exception {
        Pair p = new Pair(Hold.COPY);
        p.lookAndAdd.enter();
        assertThrows(IllegalStateException.class, () -> p.reader.out().add(Counter.FRAMES, 1));
        p.publish(1);
        assertTrue(p.lookAndAdd.again());
        assertFalse(p.lookAndAdd.again());
        p.reader.out().add(Counter.FRAMES, 1);
        p.lookAndAdd.exit();
        assertEquals(1, p.world.tally(Counter.FRAMES));
        assertEquals(0, p.world.lostUpdates());
    }

    @Test
    void withHoldTickReadersReallyHoldTheGuard() throws Exception {
        Pair p = new Pair(Hold.TICK);
        assertTrue(p.reader.enterTick(1));
        p.look.enter();
        Guard bodies = p.world.guards().get(Region.BODIES.ordinal());
        assertFalse(writerLane.ask(() -> bodies.acquire(writerLane.recorder(), true, LIMIT_NS)));
        assertFalse(p.look.again());
        p.look.exit();
        p.reader.exitTick();
        assertTrue(writerLane.ask(() -> bodies.acquire(writerLane.recorder(), true, LIMIT_NS)));
    }
}
