package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SectorTest {
    @Test
    void tokensPayTwentyFiveTimesTheMultiplierWhichRisesToEight() {
        try (Table t = new Table()) {
            int expected = 0;
            for (int i = 1; i <= 10; i++) {
                expected += 25 * Math.min(i, 8);
                t.catchTokens(1);
                assertEquals(expected, t.scene.score);
            }
            assertEquals(8, t.scene.multiplier);
            assertEquals(8, t.scene.highestMultiplier);
            assertEquals(10, t.scene.tokensCaught);
        }
    }

    @Test
    void theMultiplierFallsByOneEveryFourSecondsWithoutACatch() {
        try (Table t = new Table()) {
            t.catchTokens(3);
            assertEquals(4, t.scene.multiplier);
            t.steps(4 * Table.HZ - 1);
            assertEquals(4, t.scene.multiplier);
            t.step();
            assertEquals(3, t.scene.multiplier);
            t.steps(4 * Table.HZ);
            assertEquals(2, t.scene.multiplier);
            t.steps(20 * Table.HZ);
            assertEquals(1, t.scene.multiplier);
            assertEquals(0, t.scene.multiplierSeconds);
        }
    }

    @Test
    void theFifthTokenOpensTheGate() {
        try (Table t = new Table()) {
            t.catchTokens(4);
            assertFalse(t.scene.gateOpen);
            assertEquals(0, gateVariant(t));
            t.tokenAtShip();
            assertEquals(1, t.count(Effect.GATE, 1));
            assertTrue(t.scene.gateOpen);
            assertEquals(1, gateVariant(t));
            t.tokenAtShip();
            assertEquals(0, t.count(Effect.GATE, 1), "it opens once");
        }
    }

    @Test
    void theClosedGateIsAWall() {
        try (Table t = new Table()) {
            flyAtGate(t);
            t.steps(60);
            assertEquals(0, t.scene.sector);
            assertTrue(t.game.ship.x < Rules.SECTOR_WIDTH);
        }
    }

    @Test
    void theOpenGateLeadsToTheNextSectorAndClosesBehind() {
        try (Table t = new Table()) {
            t.catchTokens(5);
            flyAtGate(t);
            assertEquals(1, t.count(Effect.SECTOR, 60));
            assertEquals(1, t.scene.sector);
            assertEquals(Rules.SECTOR_WIDTH, t.scene.left);
            assertEquals(0, t.scene.tokens);
            assertFalse(t.scene.gateOpen);
            t.ship().setLinearVelocity(-16, 0);
            for (int i = 0; i < 60; i++) {
                t.step();
                assertTrue(t.game.ship.x > t.scene.left);
            }
        }
    }

    @Test
    void theOpenGateHoldsRocksBack() {
        try (Table t = new Table()) {
            t.catchTokens(5);
            int rock = t.game.things.add(Kind.ROCK, 0, 0, t.scene.gateX - 2, t.scene.gateY, 2, 0, 0, 0, 0.7f);
            int id = t.game.things.id[rock];
            t.steps(120);
            assertEquals(id, t.scene.id[rock]);
            assertTrue(t.scene.x[rock] < t.scene.gateX);
            assertTrue(t.game.things.body[rock].getLinearVelocity().x < 0);
        }
    }

    @Test
    void theNextSectorIsDenserAndLeavesRoomForTheShip() {
        Game game = new Game(5, 0, 60);
        int first = game.things.count(Kind.ROCK);
        game.sector.open();
        game.things.body[game.ship.slot].setTransform(game.sector.right + 1, game.sector.gateY, 0);
        Controls none = new Controls();
        game.step(none);
        Scene s = new Scene(game.capacity());
        game.copyTo(s);
        assertEquals(1, s.sector);
        assertTrue(game.things.count(Kind.ROCK) > first);
        for (int i = 0; i < s.slots; i++) {
            if (Kind.of(s.kind[i]) != Kind.ROCK) continue;
            assertTrue(game.sector.holds(s.x[i], s.y[i]));
            assertTrue(Math.hypot(s.x[i] - game.ship.x, s.y[i] - game.ship.y) > Rules.CLEARING);
        }
        game.dispose();
    }

    @Test
    void aThinFieldIsFilledAgainOutOfSight() {
        try (Table t = new Table()) {
            int[] seen = new int[t.game.capacity()];
            t.rockAhead(40, 1);
            t.step();
            t.game.copyTo(t.scene);
            System.arraycopy(t.scene.id, 0, seen, 0, t.scene.slots);
            for (int i = 0; i < 60 * 60; i++) {
                t.step();
                for (int k = 0; k < t.scene.slots; k++) {
                    boolean fresh = t.scene.id[k] != seen[k] && Kind.of(t.scene.kind[k]) == Kind.ROCK;
                    seen[k] = t.scene.id[k];
                    assertTrue(!fresh || Math.abs(t.scene.x[k] - t.game.ship.x) > 27
                        || Math.abs(t.scene.y[k] - t.game.ship.y) > 17);
                }
                t.game.ship.graceTicks = 100;
            }
            assertEquals(1 + (110 - 2) / 4, t.game.things.count(Kind.ROCK), "a medium one weighs 2, large ones 4, all 110");
        }
    }

    @Test
    void aThinFieldGetsOneRockASecond() {
        try (Table t = new Table()) {
            t.steps(5 * Table.HZ);
            assertEquals(5, t.game.things.count(Kind.ROCK));
        }
    }

    @Test
    void aRockThatGotOutOfTheSectorIsTakenAway() {
        try (Table t = new Table()) {
            int rock = t.rockAhead(-20, 0);
            int id = t.game.things.id[rock];
            t.steps(64);
            assertNotEquals(id, t.game.things.id[rock]);
        }
    }

    @Test
    void whereThereIsNoRoomNoTokenIsSetAfloat() {
        try (Table t = new Table()) {
            for (float x = 2; x < Rules.SECTOR_WIDTH; x += 4) {
                for (float y = 2; y < Rules.SECTOR_HEIGHT; y += 4) t.game.things.add(Kind.ROCK, 0, 2, x, y, 0, 0, 0, 0, 2);
            }
            t.game.ship.graceTicks = 10 * Table.HZ;
            t.steps(2 * Table.HZ);
            assertEquals(0, t.game.things.count(Kind.TOKEN));
        }
        try (Table t = new Table()) {
            t.steps(2 * Table.HZ);
            assertEquals(1, t.game.things.count(Kind.TOKEN), "where there is room one is");
        }
    }

    @Test
    void aRockThatStandsStillIsSentOff() {
        try (Table t = new Table()) {
            int rock = t.rockAhead(15, 0);
            t.steps(64);
            assertEquals(Rules.ROCK_SLOWEST, t.game.things.body[rock].getLinearVelocity().len(), 0.001);
        }
    }

    @Test
    void manyRocksAreSmallerAndSlowerSoThatTheyCoverAboutAFifthOfTheSector() {
        Game game = new Game(3, 4_000, 60);
        double area = 0;
        float fastest = 0, smallest = Float.MAX_VALUE;
        for (int i = 0; i < game.things.used(); i++) {
            if (!game.things.is(i, Kind.ROCK)) continue;
            area += Math.PI * game.things.radius[i] * game.things.radius[i];
            fastest = Math.max(fastest, game.things.body[i].getLinearVelocity().len());
            smallest = Math.min(smallest, game.things.radius[i]);
        }
        assertEquals(0.22, area / (Rules.SECTOR_WIDTH * Rules.SECTOR_HEIGHT), 0.0001);
        assertEquals(Rules.ROCK_FASTEST * smallest / Rules.ROCK_RADIUS[0], fastest, 0.01);
        game.dispose();
    }

    @Test
    void exactlyTheWantedRocksAreMadeAndKept() {
        for (int bodies : new int[] {1, 1000, 20_000}) {
            Game game = new Game(3, bodies, 60);
            assertEquals(bodies, game.things.count(Kind.ROCK));
            Controls none = new Controls();
            for (int i = 0; i < 10; i++) game.step(none);
            assertEquals(bodies, game.things.count(Kind.ROCK));
            game.dispose();
        }
    }

    @Test
    void aWantedNumberOfRocksMovesAlongToTheNextSectorAndBack() {
        Game game = new Game(3, 500, 60);
        Controls c = new Controls();
        game.sector.open();
        game.things.body[game.ship.slot].setTransform(game.sector.right + 1, game.sector.gateY, 0);
        game.step(c);
        assertAllIn(game, 1);
        c.starts++;
        game.step(c);
        assertAllIn(game, 0);
        game.dispose();
    }

    private static void assertAllIn(Game game, int sector) {
        assertEquals(sector, game.sector.number);
        assertEquals(500, game.things.count(Kind.ROCK));
        for (int i = 0; i < game.things.used(); i++) {
            if (game.things.is(i, Kind.ROCK)) assertTrue(game.things.isIn(game.sector, i));
        }
    }

    private static void flyAtGate(Table t) {
        t.ship().setTransform(t.game.sector.right - 4, t.game.sector.gateY, 0);
        t.ship().setLinearVelocity(12, 0);
    }

    private static int gateVariant(Table t) {
        for (int i = 0; i < t.scene.slots; i++) {
            if (Kind.of(t.scene.kind[i]) == Kind.GATE) return Kind.variant(t.scene.kind[i]);
        }
        return -1;
    }
}
