package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles that leave the world, or move in it. */
class LeavingTest {
    private static final int SLOTS = 10;
    private static final LaneRecorder STAYS = new LaneRecorder(0, "stays", Clock.SYSTEM);
    private static final LaneRecorder GOES = new LaneRecorder(1, "goes", Clock.SYSTEM);

    private final Faults faults = new Faults(List.of());

    private World world(String guard) {
        return new World(SLOTS, 4, sharing(guard), true, faults);
    }

    private static World.Sharing sharing(String guard) {
        return new World.Sharing(guard, Granularity.REGION, Order.SORTED, Hold.COPY);
    }

    private static void count(Access role, long points) throws InterruptedException {
        Scope s = role.scope("s", Need.write(Region.TALLY));
        s.enter();
        role.out().add(Counter.POINTS, points);
        s.exit();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "triple-buffer"})
    void whatARoleCountedStaysCountedWhenItLeaves(String guard) throws Exception {
        World world = world(guard);
        Access stays = world.access("assets", STAYS, 0, Need.read(Region.BODIES), Need.write(Region.TALLY));
        Access goes = world.access("assets", GOES, 0, Need.read(Region.BODIES), Need.write(Region.TALLY));
        Access physics = world.access("physics", STAYS, 0, Need.write(Region.BODIES));
        physics.out().put(Scenes.bodies(SLOTS, 1));
        goes.in().take(new Bodies(SLOTS));
        stays.in().take(new Bodies(SLOTS));
        count(stays, 3);
        count(goes, 40);
        world.leave("assets", GOES);
        count(stays, 500);
        assertEquals(543, world.ledger(Counter.POINTS));
        assertEquals(543, world.tally(Counter.POINTS));
        assertEquals(0, world.lostUpdates());
        assertEquals(2, world.viewsChecked());
        world.share(sharing("spin"));
        count(stays, 6_000);
        assertEquals(6_543, world.tally(Counter.POINTS));
        assertEquals(0, world.lostUpdates());
    }

    @Test
    void whatWasCountedUnderAGuardStaysCountedWhenARoleLeavesUnderAnExchange() throws Exception {
        World world = world("mutex");
        count(world.access("assets", STAYS, 0, Need.write(Region.TALLY)), 3);
        Access goes = world.access("assets", GOES, 0, Need.write(Region.TALLY));
        world.share(sharing("triple-buffer"));
        count(goes, 40);
        world.leave("assets", GOES);
        assertEquals(43, world.tally(Counter.POINTS));
        assertEquals(0, world.lostUpdates());
    }

    @Test
    void theBadViewsOfAllRolesThatLeftStayCounted() {
        World world = world("mutex");
        world.access("physics", STAYS, 0, Need.write(Region.BODIES)).out().put(Scenes.bodies(SLOTS, 1));
        world.bodies.scene.x[0]++;
        for (LaneRecorder lane : List.of(STAYS, GOES)) {
            world.access("render", lane, 0, Need.read(Region.BODIES)).in().take(new Bodies(SLOTS));
            world.leave("render", lane);
        }
        assertEquals(2, world.viewsChecked());
        assertEquals(2, world.viewsBad());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutex", "triple-buffer"})
    void whatOthersPublishGoesToThoseWhoAreThere(String guard) throws Exception {
        World world = world(guard);
        world.access("physics", STAYS, 0, Need.write(Region.BODIES), Need.read(Region.SECTORS));
        Need[] needs = {Need.write(Region.SECTORS), Need.read(Region.BODIES), Need.read(Region.INTENTS),
            Need.write(Region.TALLY)};
        world.access("assets", STAYS, 0, needs);
        for (int i = 0; i < 50; i++) {
            world.access("assets", GOES, 0, needs);
            assertRegistered(world, 2);
            world.leave("assets", GOES);
            assertRegistered(world, 1);
        }
    }

    private static void assertRegistered(World world, int assets) {
        assertEquals(1 + assets, world.accesses());
        assertEquals(assets, world.readers(Region.BODIES));
        assertEquals(1, world.writers(Region.BODIES));
        assertEquals(1, world.readers(Region.SECTORS));
        assertEquals(assets, world.writers(Region.SECTORS));
        assertEquals(assets, world.writers(Region.TALLY));
        assertEquals(assets, world.readers(Region.INTENTS));
    }

    /** A writer that is gone has published for all times, also for those who come later. */
    @Test
    void whatARolePublishedLastIsReadWhenItIsGone() {
        World world = world("triple-buffer");
        Access stays = world.access("assets", STAYS, 0, Need.write(Region.SECTORS));
        Access goes = world.access("assets", GOES, 0, Need.write(Region.SECTORS));
        Access render = world.access("render", STAYS, 0, Need.read(Region.SECTORS));
        world.allHere();
        Sectors mine = new Sectors(4);
        mine.bytes = 1;
        stays.out().put(mine);
        mine.bytes = 2;
        goes.out().put(mine);
        world.leave("assets", GOES);
        assertEquals(2, bytesSeenBy(render));
        assertEquals(2, bytesSeenBy(world.access("physics", STAYS, 0, Need.read(Region.SECTORS))));
        mine.bytes = 3;
        stays.out().put(mine);
        assertEquals(3, bytesSeenBy(render));
        world.leave("assets", STAYS);
        assertEquals(3, bytesSeenBy(render));
        assertEquals(3, bytesSeenBy(world.access("late", STAYS, 0, Need.read(Region.SECTORS))));
        Access next = world.access("assets", GOES, 0, Need.write(Region.SECTORS));
        assertEquals(3, bytesSeenBy(render));
        mine.bytes = 4;
        next.out().put(mine);
        assertEquals(4, bytesSeenBy(render));
        world.share(sharing("mutex"));
        assertEquals(4, bytesSeenBy(render));
        assertEquals(0, world.viewsBad());
    }

    private static long bytesSeenBy(Access reader) {
        Sectors seen = new Sectors(4);
        reader.in().take(seen);
        return seen.bytes;
    }

    /** While nobody reads a region its last publication is kept for those who will. */
    @Test
    void whatIsPublishedWhileNobodyReadsIsFoundLater() {
        World world = world("triple-buffer");
        Access physics = world.access("physics", STAYS, 0, Need.write(Region.BODIES));
        world.access("render", GOES, 0, Need.read(Region.BODIES));
        world.allHere();
        physics.out().put(Scenes.bodies(SLOTS, 1));
        world.leave("render", GOES);
        physics.out().put(Scenes.bodies(SLOTS, 2));
        assertEquals(2, tickSeenBy(world.access("render", GOES, 0, Need.read(Region.BODIES))));
        physics.out().put(Scenes.bodies(SLOTS, 3));
        world.keepNewest();
        Access late = world.access("assets", GOES, 0, Need.read(Region.BODIES));
        assertEquals(3, tickSeenBy(late), "all lanes stood, so it begins with what is newest");
        world.leave("physics", STAYS);
        assertEquals(3, tickSeenBy(late));
        Access next = world.access("physics", STAYS, 0, Need.write(Region.BODIES));
        next.out().put(Scenes.bodies(SLOTS, 4));
        assertEquals(4, tickSeenBy(late));
    }

    private static int tickSeenBy(Access reader) {
        Bodies seen = new Bodies(SLOTS);
        reader.in().take(seen);
        return seen.scene.tick;
    }

    /** The section's hold is a span of the lane that ran it, and of no other. */
    @ParameterizedTest
    @EnumSource(Hold.class)
    void aRoleThatMovesRecordsOnItsNewLane(Hold hold) throws Exception {
        World world = new World(SLOTS, 4, new World.Sharing("mutex", Granularity.REGION, Order.SORTED, hold), true, faults);
        LaneRecorder from = new LaneRecorder(3, "from", Clock.SYSTEM);
        LaneRecorder to = new LaneRecorder(4, "to", Clock.SYSTEM);
        Access role = world.access("physics", from, 0, Need.write(Region.TALLY));
        Scope made = role.scope("s", Need.write(Region.TALLY));
        world.move("physics", from, to);
        world.move("physics", from, STAYS);
        role.enterTick(1);
        count(role, 1);
        role.exitTick();
        made.enter();
        made.exit();
        assertEquals(0, from.ring().written());
        assertEquals(2, to.ring().written());
        world.share(sharing("spin"));
        long before = to.ring().written();
        count(role, 1);
        assertTrue(to.ring().written() > before);
        assertEquals(0, from.ring().written());
    }

    @Test
    void faultsArePlantedOnlyWhereThereIsARole() throws Exception {
        World world = world("mutex");
        Access gone = world.access("assets", GOES, 0, Need.write(Region.TALLY));
        world.leave("assets", GOES);
        Access here = world.access("assets", GOES, 0, Need.write(Region.TALLY));
        world.widen(List.of(FaultSpec.parse("assets.tally=yield@every=1")));
        count(gone, 1);
        assertEquals(0, faults.log().fired());
        count(here, 1);
        assertEquals(1, faults.log().fired());
    }
}
