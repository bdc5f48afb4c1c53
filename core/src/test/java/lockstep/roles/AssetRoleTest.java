package lockstep.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.assets.AssetSource;
import lockstep.assets.Catalogue;
import lockstep.assets.Decoded;
import lockstep.assets.Loader;
import lockstep.assets.Samples;
import lockstep.engine.Lane;
import lockstep.engine.TestLanes;
import lockstep.game.Kind;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Counter;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.Sectors;
import lockstep.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AssetRoleTest {
    private static final int CAPACITY = 8;
    private static final long LOOK_NS = 50_000_000;
    private final AtomicLong nowNs = new AtomicLong();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

    private static World world(Hold hold, Faults faults) {
        return new World(CAPACITY, Catalogue.COUNT, new World.Sharing("mutex", Granularity.REGION, Order.AS_WRITTEN, hold), true,
            faults);
    }

    private static Loader loader() {
        return new Loader(Samples.all(), Loader.NEBULA_BYTES);
    }

    private Lane lane(int number, Clock clock, Faults faults, World world) {
        return TestLanes.lane(number, "assets" + number, clock, faults, world);
    }

    private static void fly(World world, int sector, float x, float y) throws InterruptedException {
        LaneRecorder recorder = new LaneRecorder(9, "physics", Clock.SYSTEM);
        Access access = world.access("physics", recorder, Guard.NO_LIMIT, Need.write(Region.BODIES));
        Bodies b = new Bodies(CAPACITY);
        b.scene.slots = 3;
        b.scene.ship = 2;
        b.scene.kind[2] = Kind.SHIP.ordinal();
        b.scene.x[2] = x;
        b.scene.y[2] = y;
        b.scene.sector = sector;
        b.scene.tick = 1;
        access.section("AssetRoleTest.fly", Section.Reads.NOTHING, out -> out.put(b), Need.write(Region.BODIES)).run();
    }

    private static Sectors sectors(World world) throws InterruptedException {
        LaneRecorder recorder = new LaneRecorder(10, "render", Clock.SYSTEM);
        Access access = world.access("render", recorder, Guard.NO_LIMIT, Need.read(Region.SECTORS));
        Sectors s = new Sectors(Catalogue.COUNT);
        access.section("AssetRoleTest.sectors", in -> in.take(s), Section.Writes.NOTHING, Need.read(Region.SECTORS)).run();
        return s;
    }

    private static void upload(Loader loader) {
        for (Decoded d = loader.poll(); d != null; d = loader.poll()) {
            loader.ready(d);
        }
    }

    @Test
    void followsTheShipAndTellsTheWorldWhatIsThere() throws Exception {
        World world = world(Hold.COPY, Faults.NONE);
        Loader loader = loader();
        Lane lane = lane(0, nowNs::get, Faults.NONE, world);
        AssetRole role = new AssetRole(loader, world.limit("decode", 1));
        TestLanes.start(role, lane);
        fly(world, 4, 30, 20);
        int runs = 0;
        while (role.run()) {
            upload(loader);
            runs++;
        }
        nowNs.addAndGet(LOOK_NS);
        assertTrue(role.run(), "it looks again after 50 ms");
        assertFalse(role.run());
        Sectors s = sectors(world);
        for (int i = 0; i < Catalogue.COUNT; i++) {
            boolean there = switch (Catalogue.kind(i)) {
                case TILE -> List.of(3, 4, 5).contains(Catalogue.lookOf(i));
                case FONT -> false;
                default -> true;
            };
            assertEquals(there ? Sectors.READY : Sectors.ABSENT, s.state[i], Catalogue.path(i));
        }
        assertEquals(loader.stats().bytes(), s.bytes);
        assertEquals(runs + 1, world.tally(Counter.RUNS));
        assertEquals(loader.stats().loaded(), world.tally(Counter.DECODED));
        assertEquals(10 * loader.stats().loaded(), world.tally(Counter.POINTS));
        assertEquals(0, world.lostUpdates());
        role.stop();
    }

    @Test
    void theLoadersStatesAreTheWorldsStates() {
        assertEquals(Sectors.ABSENT, Loader.ABSENT);
        assertEquals(Sectors.WANTED, Loader.WANTED);
        assertEquals(Sectors.DECODED, Loader.DECODED);
        assertEquals(Sectors.READY, Loader.READY);
        assertEquals(Sectors.FAILED, Loader.FAILED);
    }

    @Test
    void nothingToDoCostsNoAllocation() throws Exception {
        World world = world(Hold.COPY, Faults.NONE);
        Loader loader = loader();
        Lane lane = lane(0, nowNs::get, Faults.NONE, world);
        AssetRole role = new AssetRole(loader, world.limit("decode", 1));
        TestLanes.start(role, lane);
        fly(world, 0, 0, 0);
        while (role.run()) {
            upload(loader);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2_000; i++) {
                nowNs.addAndGet(2_000_000);
                role.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
        role.stop();
    }

    @Test
    void withHoldTickTheGuardsAreHeldWhileDecoding() throws Exception {
        Faults faults =
            new Faults(List.of(FaultSpec.parse("assets.decode=3ms@every=1"), FaultSpec.parse("assets.read=2ms@every=1")));
        for (Hold hold : Hold.values()) {
            World world = world(hold, faults);
            Loader loader = loader();
            Lane lane = lane(0, Clock.SYSTEM, faults, world);
            AssetRole role = new AssetRole(loader, world.limit("decode", 1));
            TestLanes.start(role, lane);
            assertTrue(role.run());
            assertEquals(hold == Hold.TICK, readsWhileHolding(lane, world), "hold " + hold);
            role.stop();
            loader.close();
        }
        assertEquals(4, faults.log().fired());
    }

    private static boolean readsWhileHolding(Lane lane, World world) {
        Spans spans = new Spans(64);
        spans.readNewest(lane.recorder().ring());
        for (int read = 0; read < spans.count(); read++) {
            for (int held = 0; held < spans.count(); held++) {
                if (spans.kind(read) == SpanKind.IO && spans.kind(held) == SpanKind.HOLD
                    && world.guarding().keepsRegion(world.guards().get(spans.what(held)))
                    && spans.startNs(held) <= spans.startNs(read) && spans.endNs(held) >= spans.endNs(read)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    @Timeout(120)
    void severalLanesPublishWholeStatesUnderAMutex() throws Exception {
        World world = world(Hold.COPY, Faults.NONE);
        Loader loader = loader();
        int lanes = 3;
        long wanted = 2 + 11 + 24;
        List<Thread> threads = new ArrayList<>();
        fly(world, 1, 0, 0);
        for (int i = 0; i < lanes; i++) {
            Lane lane = lane(i, Clock.SYSTEM, Faults.NONE, world);
            AssetRole role = new AssetRole(loader, world.limit("decode", 1));
            Thread t = new Thread(() -> {
                try {
                    TestLanes.start(role, lane);
                    while (loader.stats().loaded() < wanted || world.tally(Counter.DECODED) < wanted) {
                        role.run();
                    }
                    role.stop();
                } catch (Exception e) {
                    broken.add(e.toString());
                }
            });
            threads.add(t);
            t.start();
        }
        Sectors last = sectors(world);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            upload(loader);
            Sectors now = sectors(world);
            assertFalse(now.isTorn());
            for (int i = 0; i < Catalogue.COUNT; i++) {
                boolean back = last.state[i] == Sectors.READY && now.state[i] != Sectors.READY;
                assertFalse(back, "an older state came after a newer one");
            }
            last = now;
        }
        assertEquals(List.of(), broken);
        assertEquals(0, world.viewsBad());
        assertEquals(0, world.lostUpdates());
        assertEquals(wanted, world.tally(Counter.DECODED));
    }

    @Test
    void aFileThatCannotBeUsedIsAStateOfItsOwn() throws Exception {
        AssetSource files = Samples.all().put("sounds/hit.wav", new byte[0]);
        World world = world(Hold.COPY, Faults.NONE);
        Loader loader = new Loader(files, Loader.NEBULA_BYTES);
        Lane lane = lane(0, nowNs::get, Faults.NONE, world);
        AssetRole role = new AssetRole(loader, world.limit("decode", 1));
        TestLanes.start(role, lane);
        while (role.run()) {
            upload(loader);
        }
        nowNs.addAndGet(LOOK_NS);
        role.run();
        assertEquals(Sectors.FAILED, sectors(world).state[Catalogue.sound("hit")]);
        assertEquals(1, loader.stats().failed());
        role.stop();
    }
}
