package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import lockstep.TestLane;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.Spans;
import org.junit.jupiter.api.Test;

/** The world is shared in another way, again and again, while somebody who does not stand at the safe point looks at it. */
class ReshareTest {
    private static final int SHARINGS = 3_000;
    private static final LaneRecorder LANE = new LaneRecorder(0, "lane", Clock.SYSTEM);
    private static final List<String> CORRECT = Guards.names().stream().filter(g -> !g.equals("none")).toList();

    private final World world = new World(10, 4, sharing(0), true, Faults.NONE);

    private static World.Sharing sharing(int i) {
        return new World.Sharing(CORRECT.get(i % CORRECT.size()), Granularity.values()[i / CORRECT.size() % 2], Order.SORTED,
            Hold.COPY);
    }

    /** Lanes count and the world is shared anew, while {@code look} is done over and over; the most that it ever gave. */
    private long mostWhileShared(Callable<Long> look) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        long[] looks = new long[1];
        Access a = world.access("physics", LANE, 0, Need.write(Region.TALLY));
        Access b = world.access("render", LANE, 0, Need.write(Region.TALLY));
        try (TestLane onlooker = new TestLane(1, "onlooker")) {
            Future<Long> most = onlooker.begin(() -> {
                long max = 0;
                while (!over.get()) {
                    max = Math.max(max, look.call());
                    looks[0]++;
                }
                return max;
            });
            try {
                for (int i = 1; i <= SHARINGS; i++) {
                    world.share(sharing(i));
                    a.out().add(Counter.POINTS, 2);
                    b.out().add(Counter.POINTS, 3);
                    if (i % 10 == 0) {
                        world.leave("render", LANE);
                        b = world.access("render", LANE, 0, Need.write(Region.TALLY));
                    }
                }
            } finally {
                over.set(true);
            }
            long max = TestLane.result(most);
            assertTrue(looks[0] > SHARINGS / 10, "it hardly looked: " + looks[0]);
            assertEquals(5L * SHARINGS, world.tally(Counter.POINTS));
            assertEquals(5L * SHARINGS, world.ledger(Counter.POINTS));
            return max;
        }
    }

    @Test
    void nobodyEverSeesALossThatIsNone() throws Exception {
        assertEquals(0, mostWhileShared(world::lostUpdates), "points lost");
    }

    /** As the heads-up display looks: the truth first. */
    @Test
    void theTallyNeverFallsBehindTheLedgers() throws Exception {
        assertEquals(0, mostWhileShared(() -> {
            long truth = world.ledger(Counter.POINTS);
            return truth - world.tally(Counter.POINTS);
        }), "points lost");
    }

    @Test
    void countsNeverFall() throws Exception {
        long[] before = new long[2];
        assertEquals(0, mostWhileShared(() -> {
            long truth = world.ledger(Counter.POINTS);
            long said = world.tally(Counter.POINTS);
            long fell = Math.max(before[0] - truth, before[1] - said);
            before[0] = truth;
            before[1] = said;
            return fell;
        }), "points gone");
    }

    /** Every region is kept by exactly one of the guards there are, all of the sharing's kind. */
    @Test
    void theGuardsInForceAlwaysBelongTogether() throws Exception {
        assertEquals(0, mostWhileShared(() -> {
            Guarding now = world.guarding();
            long wrong = 0;
            int kept = 0;
            for (Guard g : now.guards()) {
                List<Region> regions = now.regionsOf(g);
                kept += regions.size();
                wrong += regions.isEmpty()
                    || !g.name().equals(now.sharing().granularity() == Granularity.WORLD ? "world" : regions.get(0).word())
                    || g.kind() != Guards.kind(now.sharing().guard()) ? 1 : 0;
            }
            return wrong + Math.abs(kept - Region.values().length);
        }), "guards that keep nothing, or something else");
    }

    /** Spans are looked at after a change too: the number in them still names the guard of then. */
    @Test
    void theNumberInASpanNamesItsGuardAfterTheNextSharings() throws Exception {
        Guard limit = world.limit("decode", 1);
        Access a = world.access("physics", LANE, 0, Need.write(Region.TALLY));
        Scope scope = a.scope("s", Need.write(Region.TALLY));
        Spans spans = new Spans(16);
        String[] lastNames = {"tally", "tally", "tally"};
        int[] lastNumbers = {Region.TALLY.ordinal(), Region.TALLY.ordinal(), Region.TALLY.ordinal()};
        for (int i = 1; i <= 200; i++) {
            Granularity granularity = i % 2 == 0 ? Granularity.REGION : Granularity.WORLD;
            world.share(new World.Sharing("mutex", granularity, Order.values()[i / 2 % 2], Hold.COPY));
            scope.enter();
            scope.exit();
            spans.readNewest(LANE.ring());
            lastNumbers[i % 3] = spans.what(spans.count() - 1);
            lastNames[i % 3] = granularity == Granularity.REGION ? "tally" : "world";
            for (int k = 0; k < 3 && i >= 3; k++) {
                assertEquals(lastNames[k], world.guarding().nameOf(lastNumbers[k]), "after sharing " + i);
                assertEquals(lastNames[k], world.guarding().names().get(lastNumbers[k]));
            }
            assertEquals("decode", world.guarding().nameOf(limit.number()));
        }
        int ofTheLastFour = 2 * (1 + Region.values().length);
        assertEquals(ofTheLastFour + 1, world.guarding().names().size(), "old names are forgotten");
        assertEquals("guard 255", world.guarding().nameOf(255), "that nobody has");
    }
}
