package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lockstep.game.Scene;
import lockstep.sync.Fault;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
    static final int SLOTS = 10;
    static final LaneRecorder LANE = new LaneRecorder(0, "lane", Clock.SYSTEM);

    private static Faults faults(String... specs) {
        return new Faults(Stream.of(specs).map(FaultSpec::parse).toList());
    }

    static World world(String guard, boolean views, String... specs) {
        return new World(SLOTS, 4, new World.Sharing(guard, Granularity.REGION, Order.SORTED, Hold.COPY), views, faults(specs));
    }

    /** A recorder whose clock does something each time a planted fault looks at it. */
    static LaneRecorder during(Runnable firing) {
        AtomicInteger looks = new AtomicInteger();
        return new LaneRecorder(0, "lane", () -> {
            if (looks.getAndIncrement() % 2 == 0) {
                firing.run();
            }
            return System.nanoTime();
        });
    }

    private static final Fault EACH_SLOT = faults("world.copy=yield@every=1").at("copy", "world");

    @Test
    void aWholePublicationIsNeverTorn() {
        Bodies shared = new Bodies(SLOTS);
        Bodies seen = new Bodies(SLOTS);
        for (int tick = 1; tick < 50; tick++) {
            Bodies mine = Scenes.bodies(SLOTS, tick);
            if (tick % 2 == 0) {
                shared.put(mine);
            } else {
                shared.putSlots(mine, Fault.NONE, LANE);
            }
            seen.take(shared, tick % 3 == 0 ? EACH_SLOT : Fault.NONE, LANE);
            assertEquals(0, seen.tornSlots());
            assertEquals(tick, seen.scene.tick);
        }
    }

    /** The taker copies while the first {@code written} slots are new and the rest old: a hand-made tear. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void aTakerInTheMiddleOfAPublicationCountsTheSlotsThatAreNotOfItsTick(int written) {
        Bodies shared = new Bodies(SLOTS);
        shared.put(Scenes.bodies(SLOTS, 1));
        Bodies seen = new Bodies(SLOTS);
        AtomicInteger slot = new AtomicInteger();
        LaneRecorder recorder = during(() -> {
            if (slot.incrementAndGet() == written) {
                seen.take(shared, Fault.NONE, LANE);
            }
        });
        shared.putSlots(Scenes.bodies(SLOTS, 2), EACH_SLOT, recorder);
        assertEquals(1, seen.scene.tick, "the header is written last");
        assertEquals(written, seen.tornSlots());
        seen.take(shared, Fault.NONE, LANE);
        assertEquals(0, seen.tornSlots());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void aPublicationInTheMiddleOfATakeIsCountedToo(int taken) {
        Bodies shared = new Bodies(SLOTS);
        shared.put(Scenes.bodies(SLOTS, 1));
        Bodies seen = new Bodies(SLOTS);
        AtomicInteger slot = new AtomicInteger();
        LaneRecorder recorder = during(() -> {
            if (slot.incrementAndGet() == taken) {
                shared.put(Scenes.bodies(SLOTS, 2));
            }
        });
        seen.take(shared, EACH_SLOT, recorder);
        assertTrue(seen.tornSlots() > 0, "a mix of two ticks went by unseen");
    }

    /** A writer that was stopped between a stamp and the other: the rest is whole, but the taker cannot know. */
    @ParameterizedTest
    @CsvSource({"firstOf, 2", "firstOf, 3", "lastOf, 0", "lastOf, 1"})
    void aSlotWithOneStampOfAnotherTickIsTorn(String stamps, int stamp) throws Exception {
        Bodies shared = new Bodies(SLOTS);
        shared.putSlots(Scenes.bodies(SLOTS, 1), Fault.NONE, LANE);
        Field f = Bodies.class.getDeclaredField(stamps);
        f.setAccessible(true);
        Array.setInt(f.get(shared), 4, stamp);
        Bodies seen = new Bodies(SLOTS);
        seen.take(shared, Fault.NONE, LANE);
        assertEquals(stamp == 1 ? 0 : 1, seen.tornSlots());
    }

    @ParameterizedTest
    @CsvSource({"first, 2", "last, 0", "last, 2"})
    void aBlockWithOneStampOfAnotherTickIsTorn(String stamps, int stamp) throws Exception {
        Bodies shared = new Bodies(SLOTS);
        shared.put(Scenes.bodies(SLOTS, 1));
        Field f = Bodies.class.getDeclaredField(stamps);
        f.setAccessible(true);
        f.setInt(shared, stamp);
        Bodies seen = new Bodies(SLOTS);
        seen.take(shared, Fault.NONE, LANE);
        assertEquals(1, seen.tornSlots());
        assertTrue(seen.isTorn(0));
    }

    @Test
    void aDeadSlotWithAStampOfAnotherTickIsNoTear() throws Exception {
        Bodies shared = new Bodies(SLOTS);
        Bodies mine = Scenes.bodies(SLOTS, 1);
        mine.scene.kind[4] = 0;
        shared.putSlots(mine, Fault.NONE, LANE);
        Field f = Bodies.class.getDeclaredField("firstOf");
        f.setAccessible(true);
        Array.setInt(f.get(shared), 4, 2);
        Bodies seen = new Bodies(SLOTS);
        seen.take(shared, Fault.NONE, LANE);
        assertEquals(0, seen.tornSlots());
    }

    @Test
    void aDeadSlotOfAnotherTickIsNoTear() {
        Bodies shared = new Bodies(SLOTS);
        shared.put(Scenes.bodies(SLOTS, 1));
        Bodies fewer = Scenes.bodies(SLOTS, 2);
        fewer.scene.slots = 4;
        shared.put(fewer);
        Bodies seen = new Bodies(SLOTS);
        seen.take(shared, Fault.NONE, LANE);
        assertEquals(0, seen.tornSlots());
        assertEquals(4, seen.scene.slots);
    }

    @Test
    void sectorsPublishedWholeAreNotTornAndAMixIs() {
        Sectors shared = new Sectors(3);
        Sectors mine = new Sectors(3);
        Sectors seen = new Sectors(3);
        for (mine.version = 1; mine.version < 5; mine.version++) {
            shared.put(mine);
            seen.take(shared);
            assertTrue(!seen.isTorn());
        }
        shared.version++;
        seen.take(shared);
        assertTrue(seen.isTorn());
    }

    static Stream<String> contentOfBodies() {
        List<String> fields = new ArrayList<>(List.of("tickNs", "batchNs", "inputNs", "sectorsVersion"));
        for (Field f : Scene.class.getFields()) {
            if (!Modifier.isStatic(f.getModifiers()) && !f.getName().equals("capacity")) {
                fields.add(f.getName());
            }
        }
        return fields.stream();
    }

    @ParameterizedTest
    @MethodSource("contentOfBodies")
    void theChecksumOfBodiesKnowsEveryField(String field) throws Exception {
        Bodies b = Scenes.bodies(SLOTS, 5);
        long before = b.compute();
        Object owner = Stream.of(Bodies.class.getFields()).anyMatch(f -> f.getName().equals(field)) ? b : b.scene;
        Field f = owner.getClass().getField(field);
        if (f.getType().isArray()) {
            for (int i = 0; i < SLOTS; i++) {
                Object old = Array.get(f.get(owner), i);
                Array.set(f.get(owner), i, other(old));
                assertNotEquals(before, b.compute(), field + "[" + i + "]");
                Array.set(f.get(owner), i, old);
            }
            assertEquals(before, b.compute());
        } else {
            f.set(owner, other(f.get(owner)));
            assertNotEquals(before, b.compute());
        }
    }

    private static Object other(Object value) {
        if (value instanceof Float v) {
            return Math.nextUp(v);
        }
        if (value instanceof Long v) {
            return v + 1;
        }
        if (value instanceof Boolean v) {
            return !v;
        }
        return (Integer) value == SLOTS ? SLOTS - 1 : (Integer) value + 1;
    }

    @ParameterizedTest
    @MethodSource("contentOfBodies")
    void whatIsTakenIsWhatWasPut(String field) throws Exception {
        Bodies mine = Scenes.bodies(SLOTS, 5);
        Object owner = Stream.of(Bodies.class.getFields()).anyMatch(f -> f.getName().equals(field)) ? mine : mine.scene;
        Field f = owner.getClass().getField(field);
        if (!f.getType().isArray()) {
            f.set(owner, other(f.get(owner)));
        }
        for (String guard : List.of("mutex", "none")) {
            Access a = world(guard, false).access("r", LANE, 0);
            Bodies seen = new Bodies(SLOTS);
            a.out().put(mine);
            a.in().take(seen);
            assertEquals(mine.compute(), seen.compute(), guard);
        }
    }

    @Test
    void theChecksumOfSectorsKnowsEveryField() {
        Sectors s = new Sectors(3);
        long before = s.compute();
        s.version++;
        assertNotEquals(before, s.compute());
        s.version--;
        s.bytes++;
        assertNotEquals(before, s.compute());
        s.bytes--;
        for (int i = 0; i < 3; i++) {
            s.state[i] = Sectors.READY;
            assertNotEquals(before, s.compute());
            s.state[i] = Sectors.ABSENT;
        }
        assertEquals(before, s.compute());
    }

    @Test
    void intentsAreCopiedWhole() {
        World w = world("mutex", false);
        Access a = w.access("input", LANE, 0);
        Intents mine = new Intents();
        mine.controls.thrust = 0.5f;
        mine.controls.aiming = true;
        mine.controls.shots = 3;
        mine.batch = 9;
        mine.eventNs = 77;
        a.out().put(mine);
        Intents seen = new Intents();
        a.in().take(seen);
        assertEquals(0.5f, seen.controls.thrust);
        assertTrue(seen.controls.aiming);
        assertEquals(3, seen.controls.shots);
        assertEquals(9, seen.batch);
        assertEquals(77, seen.eventNs);
    }
}
