package lockstep.world;

import static lockstep.world.WorldTest.LANE;
import static lockstep.world.WorldTest.SLOTS;
import static lockstep.world.WorldTest.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.sync.Guard;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;

class ViewTest {
    @Test
    void aViewOfWhatWasPublishedIsGood() {
        World w = world("mutex", true);
        Access writer = w.access("physics", LANE, 0);
        Access reader = w.access("render", LANE, 0);
        reader.in().take(new Bodies(SLOTS));
        reader.in().take(new Sectors(4));
        assertEquals(0, w.viewsChecked(), "nothing was published yet");
        writer.out().put(Scenes.bodies(SLOTS, 1));
        writer.out().put(new Sectors(4));
        reader.in().take(new Bodies(SLOTS));
        reader.in().take(new Sectors(4));
        assertEquals(2, w.viewsChecked());
        assertEquals(0, w.viewsBad());
    }

    @Test
    void aViewWithOneFieldThatWasNeverPublishedIsBad() {
        World w = world("mutex", true);
        Access a = w.access("physics", LANE, 0);
        a.out().put(Scenes.bodies(SLOTS, 1));
        a.out().put(new Sectors(4));
        w.bodies.scene.angle[7] = Math.nextUp(w.bodies.scene.angle[7]);
        a.in().take(new Bodies(SLOTS));
        assertEquals(1, w.viewsBad());
        w.sectors.state[2] = Sectors.FAILED;
        a.in().take(new Sectors(4));
        assertEquals(2, w.viewsBad());
        assertEquals(2, w.viewsChecked());
    }

    @Test
    void whatAFailedAttemptCopiedAndWhatNobodyAskedAboutIsNotChecked() throws Exception {
        World w = world("stamped", true);
        Access writer = w.access("physics", new LaneRecorder(1, "physics", Clock.SYSTEM), 0);
        Scope publish = writer.scope("s", Need.write(Region.BODIES));
        Access reader = w.access("render", LANE, 0);
        Scope look = reader.scope("s", Need.read(Region.BODIES));
        look.enter();
        reader.in().take(new Bodies(SLOTS));
        publish.enter();
        writer.out().put(Scenes.bodies(SLOTS, 1));
        publish.exit();
        assertTrue(look.again());
        assertFalse(look.again());
        reader.in().take(new Bodies(SLOTS));
        look.exit();
        assertEquals(1, w.viewsChecked(), "that of a copy known to be good");
        look.enter();
        reader.in().take(new Bodies(SLOTS));
        look.exit();
        look.enter();
        assertFalse(look.again());
        look.exit();
        assertEquals(1, w.viewsChecked());
    }

    @Test
    void withoutViewsNothingIsChecked() {
        World w = world("mutex", false);
        Access a = w.access("physics", LANE, 0);
        a.out().put(Scenes.bodies(SLOTS, 1));
        w.bodies.scene.x[0]++;
        a.in().take(new Bodies(SLOTS));
        assertEquals(0, w.viewsChecked());
        assertEquals(0, w.viewsBad());
    }

    /** Publishing and taking on two lanes, with the loop in the copy widened; the number of bad views. */
    private static long badViews(String guard, int publications) throws Exception {
        World w = world(guard, true, "world.copy=yield@every=3");
        try (TestLane p = new TestLane(1, "physics"); TestLane r = new TestLane(2, "render")) {
            Access writer = w.access("physics", p.recorder(), Guard.NO_LIMIT);
            Scope publish = writer.scope("s", Need.write(Region.BODIES));
            Access reader = w.access("render", r.recorder(), Guard.NO_LIMIT);
            Scope look = reader.scope("s", Need.read(Region.BODIES));
            Bodies seen = new Bodies(SLOTS);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Object> writing = p.begin(() -> {
                start.await();
                for (int tick = 1; tick <= publications; tick++) {
                    publish.enter();
                    writer.out().put(Scenes.bodies(SLOTS, tick));
                    publish.exit();
                }
                return null;
            });
            Future<Long> reading = r.begin(() -> {
                start.await();
                long torn = 0;
                do {
                    look.enter();
                    reader.in().take(seen);
                    look.exit();
                    torn += seen.tornSlots();
                } while (seen.scene.tick < publications);
                return torn;
            });
            TestLane.result(writing);
            long torn = TestLane.result(reading);
            if (w.viewsBad() == 0) {
                assertEquals(0, torn, "torn, but no view was bad");
            }
            return w.viewsBad();
        }
    }

    @Test
    void underAMutexEveryViewIsGoodHoweverWideTheWindow() throws Exception {
        assertEquals(0, badViews("mutex", 3_000));
    }

    @Test
    void withoutAGuardSomeViewIsBadSoonerOrLater() throws Exception {
        long bad = 0;
        for (int tries = 0; tries < 50 && bad == 0; tries++) {
            bad = badViews("none", 3_000);
        }
        assertTrue(bad > 0, "150,000 publications without a guard and not one bad view");
    }
}
