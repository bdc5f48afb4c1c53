package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FlyingTest {
    @Test
    void theShipTurnsTwoHundredAndFortyDegreesASecond() {
        try (Table t = new Table()) {
            t.controls.turn = 1;
            t.steps(Table.HZ);
            assertEquals(Math.toRadians(240), t.scene.angle[t.scene.ship], 0.01);
            t.controls.turn = -1;
            t.steps(Table.HZ);
            assertEquals(0, t.scene.angle[t.scene.ship], 0.01);
        }
    }

    @Test
    void theShipTurnsToWhereItAims() {
        try (Table t = new Table()) {
            t.controls.aiming = true;
            t.controls.aimX = t.game.ship.x - 10;
            t.controls.aimY = t.game.ship.y - 10;
            t.steps(Table.HZ);
            assertEquals(Math.toRadians(-135), t.scene.angle[t.scene.ship], 0.01);
        }
    }

    @Test
    void thrustNeverPassesTopSpeedAndDragSlowsTheShip() {
        try (Table t = new Table()) {
            t.controls.thrust = 1;
            t.steps(5);
            assertEquals(14 * 5f / Table.HZ, t.scene.shipVx, 0.05);
            assertTrue(t.scene.thrusting);
            for (int i = 0; i < 115; i++) {
                t.step();
                assertTrue(t.scene.shipVx <= Rules.SHIP_TOP);
            }
            assertEquals(Rules.SHIP_TOP, t.scene.shipVx, 0.5);
            t.controls.thrust = 0;
            t.steps(Table.HZ);
            assertEquals(Rules.SHIP_TOP * Math.exp(-0.35), t.scene.shipVx, 0.4);
            assertFalse(t.scene.thrusting);
        }
    }

    @Test
    void valuesOutOfRangeAndNotANumberAreHarmless() {
        try (Table t = new Table()) {
            t.controls.thrust = Float.NaN;
            t.controls.turn = Float.NaN;
            t.step();
            t.controls.thrust = 1e9f;
            t.controls.turn = -1e9f;
            t.steps(10);
            t.controls.aiming = true;
            t.controls.aimX = Float.NaN;
            t.controls.aimY = Float.POSITIVE_INFINITY;
            t.steps(10);
            assertTrue(Float.isFinite(t.scene.x[t.scene.ship]) && Float.isFinite(t.scene.angle[t.scene.ship]));
        }
    }

    @Test
    void wallsHoldTheShip() {
        try (Table t = new Table()) {
            t.ship().setTransform(3, 3, (float) Math.PI * 1.25f);
            t.ship().setLinearVelocity(-11, -11);
            t.controls.thrust = 1;
            for (int i = 0; i < 120; i++) {
                t.step();
                assertTrue(t.game.sector.holds(t.game.ship.x, t.game.ship.y));
            }
            assertEquals(3, t.scene.shields, "walls do not hurt");
        }
    }

    @Test
    void aHitCostsAShieldAndGrantsTwoSecondsOfGrace() {
        try (Table t = new Table()) {
            t.hitShip();
            assertEquals(2, t.scene.shields);
            assertEquals(2, t.scene.graceSeconds, 0.02);
            t.hitShip();
            t.steps(2 * Table.HZ - 10);
            t.hitShip();
            assertEquals(2, t.scene.shields);
            t.steps(10);
            assertEquals(0, t.scene.graceSeconds);
            t.hitShip();
            assertEquals(1, t.scene.shields);
        }
    }

    @Test
    void aHitWithoutShieldsEndsTheRunAndTheRocksDriftOn() {
        try (Table t = new Table()) {
            t.rockAhead(15, 2);
            die(t);
            assertEquals(Mode.OVER, t.mode());
            assertEquals(-1, t.scene.ship);
            assertEquals(0, t.game.things.count(Kind.SHIP));
            assertEquals(0, t.scene.endedByTier);
            float seconds = t.scene.runSeconds;
            long before = t.game.hash();
            t.controls.fire = true;
            t.controls.shots++;
            assertEquals(0, t.count(Effect.SHOT, 60));
            assertTrue(t.game.hash() != before);
            assertEquals(seconds, t.scene.runSeconds);
        }
    }

    @Test
    void theLossOfTheShipIsSeenOnceWhereItHappened() {
        try (Table t = new Table()) {
            for (int hit = 0; hit < Rules.SHIELDS; hit++) {
                t.game.ship.graceTicks = 0;
                t.hitShip();
            }
            t.game.ship.graceTicks = 0;
            t.rockAhead(0.5f, 0);
            t.step();
            int deaths = 0;
            for (int i = 0; i < t.game.effects(); i++) {
                if (t.game.effect(i) != Effect.DEATH) continue;
                deaths++;
                assertEquals(t.game.ship.x, t.game.effectX(i));
                assertEquals(t.game.ship.y, t.game.effectY(i));
            }
            assertEquals(1, deaths);
            assertEquals(0, t.count(Effect.DEATH, 30));
        }
    }

    @Test
    void shotsInFlightEndWithTheRunSoThatItsScoreStands() {
        try (Table t = new Table()) {
            t.rockAhead(12, 0);
            t.controls.shots++;
            t.steps(4);
            assertEquals(0, t.scene.rocksHit);
            die(t);
            int score = t.scene.score;
            assertEquals(0, t.count(Effect.HIT, Table.HZ));
            assertEquals(score, t.scene.score);
        }
    }

    @Test
    void aStartAfterDeathBeginsAFreshRunAndKeepsTheBestScore() {
        try (Table t = new Table()) {
            t.catchTokens(2);
            die(t);
            int score = t.scene.score;
            assertTrue(score > 0 && t.scene.newBest);
            t.controls.starts++;
            assertEquals(1, t.count(Effect.START, 3));
            assertEquals(Mode.PLAYING, t.mode());
            assertEquals(2, t.scene.run);
            assertEquals(0, t.scene.score);
            assertEquals(score, t.scene.best);
            assertFalse(t.scene.newBest);
            assertEquals(3, t.scene.shields);
            assertEquals(1, t.scene.multiplier);
            assertEquals(0, t.scene.tokens);
        }
    }

    @Test
    void aStartIsTakenFromAnyMode() {
        try (Table t = new Table()) {
            t.controls.starts++;
            t.step();
            assertEquals(2, t.scene.run);
            t.controls.pauses++;
            t.step();
            assertEquals(Mode.PAUSED, t.mode());
            t.controls.starts++;
            t.step();
            assertEquals(3, t.scene.run);
            assertEquals(Mode.PLAYING, t.mode());
        }
    }

    @Test
    void whilePausedOnlyTheTickMovesOn() {
        try (Table t = new Table()) {
            t.rockAhead(5, 0);
            t.ship().setLinearVelocity(3, 0);
            t.controls.pauses++;
            t.step();
            int tick = t.game.tick();
            float x = t.scene.x[t.scene.ship];
            t.steps(30);
            assertEquals(Mode.PAUSED, t.mode());
            assertEquals(tick + 30, t.game.tick());
            assertEquals(x, t.scene.x[t.scene.ship]);
            t.controls.pauses++;
            t.step();
            assertEquals(Mode.PLAYING, t.mode());
            assertTrue(t.scene.x[t.scene.ship] > x);
        }
    }

    @Test
    void twoPausesInOneTickChangeNothing() {
        try (Table t = new Table()) {
            t.controls.pauses += 2;
            t.step();
            assertEquals(Mode.PLAYING, t.mode());
        }
    }

    private static void die(Table t) {
        for (int i = 0; i < 4; i++) {
            t.game.ship.graceTicks = 0;
            t.hitShip();
        }
    }
}
