package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShootingTest {
    @Test
    void aTapThatIsOverBeforeTheTickFiresOnceAndOnlyOnce() {
        try (Table t = new Table()) {
            t.controls.shots++;
            assertEquals(1, t.count(Effect.SHOT, 60));
        }
    }

    @Test
    void twoTapsInOneTickFireTwice() {
        try (Table t = new Table()) {
            t.controls.shots += 2;
            assertEquals(2, t.count(Effect.SHOT, 60));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 120, 144, 1000})
    void theHeldTriggerFiresSixASecond(int hz) {
        try (Table t = new Table(hz)) {
            t.controls.fire = true;
            t.controls.shots++;
            assertEquals(30, t.count(Effect.SHOT, 5 * hz));
            assertEquals(30, t.scene.shotsFired);
        }
    }

    @Test
    void tapsWhilePausedAreForgotten() {
        try (Table t = new Table()) {
            t.controls.pauses++;
            t.step();
            t.controls.shots++;
            t.step();
            t.controls.pauses++;
            assertEquals(0, t.count(Effect.SHOT, 60));
        }
    }

    @Test
    void pressesBeforeAnAdoptedCounterAreNotActedOn() {
        try (Table t = new Table()) {
            t.controls.shots = 7;
            t.controls.pauses = 3;
            t.controls.starts = 2;
            t.game.adopt(t.controls);
            assertEquals(0, t.count(Effect.SHOT, 10));
            assertEquals(Mode.PLAYING, t.mode());
            assertEquals(1, t.scene.run);
        }
    }

    @Test
    void noShotPassesThroughATinyRockAtTopSpeedWhereverItStarts() {
        for (float meters = 9; meters < 11; meters += 0.1f) {
            try (Table t = new Table(30)) {
                int rock = t.rockAhead(meters, 0, 0.1f);
                int id = t.game.things.id[rock];
                t.ship().setLinearVelocity(Rules.SHIP_TOP, 0);
                t.controls.shots++;
                assertEquals(1, t.count(Effect.HIT, 9), "rock at " + meters + " m");
                assertTrue(t.game.things.id[rock] != id, "the rock is gone");
            }
        }
    }

    @Test
    void noShotLeavesTheSector() {
        try (Table t = new Table(30)) {
            t.ship().setTransform(Rules.SECTOR_WIDTH - 8, 2, 0);
            t.ship().setLinearVelocity(Rules.SHIP_TOP, -3);
            t.controls.fire = true;
            int walls = 0;
            for (int i = 0; i < 60; i++) {
                walls += t.count(Effect.WALL, 1);
                for (int k = 0; k < t.scene.slots; k++) {
                    boolean shot = Kind.of(t.scene.kind[k]) == Kind.SHOT;
                    assertTrue(!shot || t.game.sector.holds(t.scene.x[k], t.scene.y[k]));
                }
            }
            assertTrue(walls >= 10, walls + " shots ended on walls");
        }
    }

    @Test
    void whereEverySlotIsTakenNoShotLeaves() {
        try (Table t = new Table()) {
            int last = 0;
            for (int i = 0; i < t.game.capacity(); i++) {
                last = t.game.things.add(Kind.TOKEN, 0, 0, 60, 60, 0, 0, 0, 0, Rules.TOKEN_RADIUS);
            }
            assertEquals(-1, last);
            assertEquals(0, t.game.things.free());
            t.controls.shots++;
            assertEquals(0, t.count(Effect.SHOT, 1));
            assertEquals(0, t.scene.shotsFired);
        }
    }

    @Test
    void aShotThatHitsNothingIsGoneAfterItsTime() {
        try (Table t = new Table()) {
            t.controls.shots++;
            t.step();
            assertEquals(1, t.game.things.count(Kind.SHOT));
            t.steps(Math.round(Rules.SHOT_LIFE * Table.HZ));
            assertEquals(0, t.game.things.count(Kind.SHOT));
        }
    }

    @Test
    void rocksSplitTwiceAndPayTwentyFiftyAndAHundred() {
        int[] points = {100, 50, 20};
        for (int tier = 2; tier >= 0; tier--) {
            try (Table t = new Table()) {
                t.rockAhead(8, tier);
                t.controls.shots++;
                assertEquals(1, t.count(Effect.HIT, 30));
                assertEquals(points[tier], t.scene.score);
                assertEquals(1, t.scene.rocksHit);
                assertEquals(0, t.rocks(tier));
                int pieces = tier == 0 ? 0 : t.rocks(tier - 1);
                assertTrue(tier == 0 ? pieces == 0 : pieces == 2 || pieces == 3, pieces + " pieces");
            }
        }
    }

    @Test
    void laterSectorsPayHalfAsMuchAgainEach() {
        assertEquals(100, Rules.pay(100, 0));
        assertEquals(150, Rules.pay(100, 1));
        assertEquals(225, Rules.pay(100, 2));
        assertEquals(337, Rules.pay(100, 3));
        assertEquals(Integer.MAX_VALUE, Rules.pay(100, 1000));
    }
}
