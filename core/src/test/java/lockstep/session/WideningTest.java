package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lockstep.replay.IntentLog;
import lockstep.sync.BarrierMode;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.topology.Topology;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Windows widened and let be while the game runs. */
class WideningTest {
    private static void widen(Session session, String... specs) throws Exception {
        List<FaultSpec> all = List.of(specs).stream().map(FaultSpec::parse).toList();
        assertNull(session.switcher().whileStill(() -> session.world().widen(all)).get(20, TimeUnit.SECONDS));
    }

    @Test
    void widenedWindowsFireAreLoggedAndFallSilentWhenLetBe() throws Exception {
        Topology t =
            Run.with(Run.shipped("four"), s -> s.withGuard("none").withBarrier(BarrierMode.FREE)).withHz(Topology.RENDER, 61);
        Session session = Run.live(t, 3, 0, IntentLog.NONE);
        int[] fired = new int[1];
        Person.beside(session, () -> {
            assertEquals(0, session.faults().log().fired());
            widen(session, "world.copy=50us@every=8", "physics.tally=20us@every=4", "render.tally=20us@p=0.5,seed=3");
            Awaitility.await().until(() -> session.faults().log().fired() > 200 && session.frames().tornFrames() > 0);
            widen(session);
            fired[0] = session.faults().log().fired();
            int then = session.ticks();
            Awaitility.await().until(() -> session.ticks() > then + 20);
        });
        assertEquals(fired[0], session.faults().log().fired(), "it fired after it was taken away");
        List<String> points = IntStream.range(0, session.faults().log().kept())
            .mapToObj(session.faults().log()::point).distinct().sorted().toList();
        assertEquals(List.of("physics.tally", "render.tally", "world.copy"), points);
        assertTrue(session.faults().log().forNs(0) > 0);
    }

    @Test
    void underAGuardAWidenedWindowTearsNothing() throws Exception {
        Session session = Run.live(Run.shipped("four"), 3, 0, IntentLog.NONE);
        Person.beside(session, () -> {
            widen(session, "world.copy=50us@every=8", "physics.hold=100us@every=2");
            Awaitility.await().until(() -> session.faults().log().fired() > 200);
        });
        Run.assertClean(session);
    }

    @Test
    void whatWasPlantedWithTheRunStaysAndOnlyWindowsAreWidened() {
        FaultSpec with = FaultSpec.parse("render.hold=1ms@every=2");
        FaultSpec more = FaultSpec.parse("world.copy=20us@every=64");
        Faults faults = new Faults(List.of(with));
        faults.widen(List.of(more));
        assertEquals(List.of(with, more), faults.specs());
        assertEquals(List.of(more), faults.widened());
        assertThrows(IllegalArgumentException.class, () -> faults.widen(List.of(FaultSpec.parse("gc=now@every=1s"))));
        faults.widen(List.of());
        assertEquals(List.of(with), faults.specs());
        assertEquals("world.copy 20us every 64", more.words());
        assertEquals("render.draw sleep 20ms every 1s", FaultSpec.parse("render.draw=sleep:20ms@every=1s").words());
    }
}
