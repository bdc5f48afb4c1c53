package lockstep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import lockstep.game.Kind;
import lockstep.game.Scene;
import lockstep.world.Bodies;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final Snapshot shot = new Snapshot(4);

    private Bodies take(int tick, int id, float x, float angle) {
        Bodies b = shot.next();
        Scene s = b.scene;
        s.tick = tick;
        s.slots = 1;
        s.kind[0] = Kind.ROCK.ordinal();
        s.id[0] = id;
        s.x[0] = x;
        s.y[0] = 2 * x;
        s.angle[0] = angle;
        b.tickNs = tick * 100L;
        shot.taken();
        return b;
    }

    @Test
    void posesAreBetweenTheLastTwoTicks() {
        take(1, 7, 10, 0);
        take(2, 7, 20, 1);
        shot.interpolate(150);
        assertEquals(15, shot.x[0], 1e-5f);
        assertEquals(30, shot.y[0], 1e-5f);
        assertEquals(0.5f, shot.angle[0], 1e-5f);
    }

    @Test
    void nothingIsGuessedBeyondTheNewestTick() {
        take(1, 7, 10, 0);
        take(2, 7, 20, 0);
        shot.interpolate(900);
        assertEquals(20, shot.x[0], 1e-5f);
        shot.interpolate(0);
        assertEquals(10, shot.x[0], 1e-5f);
    }

    @Test
    void anotherCopyOfATickOnlyRefreshesIt() {
        take(1, 7, 10, 0);
        take(2, 7, 20, 0);
        Bodies again = take(2, 7, 20, 0);
        assertSame(again, shot.now());
        shot.interpolate(150);
        assertEquals(15, shot.x[0], 1e-5f);
    }

    @Test
    void aSlotThatWasReusedIsNotInterpolated() {
        take(1, 7, 10, 0);
        take(2, 8, 90, 0);
        shot.interpolate(150);
        assertEquals(90, shot.x[0], 1e-5f);
    }

    @Test
    void aSlotThatWasFreeIsNotInterpolated() {
        Bodies before = take(1, 7, 10, 0);
        before.scene.kind[0] = 0;
        take(2, 7, 90, 0);
        shot.interpolate(150);
        assertEquals(90, shot.x[0], 1e-5f);
    }

    @Test
    void anglesGoTheShortWayRound() {
        take(1, 7, 0, 3.1f);
        take(2, 7, 0, -3.1f);
        shot.interpolate(150);
        assertEquals(Math.PI, Math.abs(shot.angle[0]), 1e-3f);
    }
}
