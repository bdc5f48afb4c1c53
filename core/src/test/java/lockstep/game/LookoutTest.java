package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the autopilot thinks of a scene: the ship rests at (60, 36) and heads for +x. */
class LookoutTest {
    private final Scene scene = new Scene(200);
    private final Watcher watcher = new Watcher();
    private final Lookout lookout = new Lookout();

    LookoutTest() {
        scene.hz = 60;
        scene.right = Rules.SECTOR_WIDTH;
        scene.top = Rules.SECTOR_HEIGHT;
        scene.gateX = Rules.SECTOR_WIDTH;
        scene.gateY = 36;
        scene.gateHalf = Rules.GATE_HALF;
        scene.ship = thing(Kind.SHIP, 60, 36, Rules.SHIP_RADIUS);
    }

    private int thing(Kind kind, float x, float y, float size) {
        int slot = scene.slots++;
        scene.kind[slot] = kind.pack(0, 0);
        scene.id[slot] = slot + 1;
        scene.x[slot] = x;
        scene.y[slot] = y;
        scene.size[slot] = size;
        return slot;
    }

    private void look() {
        watcher.see(scene);
        lookout.look(scene, watcher);
    }

    /** Lets a second pass in which rock {@code slot} flies so far. */
    private void fly(int slot, float dx, float dy) {
        scene.x[slot] -= dx / 10;
        scene.y[slot] -= dy / 10;
        watcher.see(scene);
        scene.tick += 6;
        scene.x[slot] += dx / 10;
        scene.y[slot] += dy / 10;
    }

    @Test
    void aShotStrikesWhatIsAheadWithinItsReachAndNothingElse() {
        int rock = thing(Kind.ROCK, 75, 36, 1);
        look();
        assertTrue(lookout.inLine(scene));
        scene.y[rock] = 37.2f;
        look();
        assertFalse(lookout.inLine(scene), "it passes beside the rock");
        scene.y[rock] = 36;
        scene.x[rock] = 45;
        look();
        assertFalse(lookout.inLine(scene), "the rock is behind");
        scene.x[rock] = 60 + 28 * 1.1f + 5;
        look();
        assertFalse(lookout.inLine(scene), "it is gone before it gets there");
    }

    @Test
    void aShotIsLedByAsMuchAsTheRockFlies() {
        int rock = thing(Kind.ROCK, 70, 36, 0.7f);
        fly(rock, 0, 4);
        look();
        assertEquals(Math.atan2(4 * 10 / 28.0, 10), lookout.lead(scene, lookout.target(scene)), 0.01);
        assertFalse(lookout.inLine(scene), "fired straight ahead it misses");
        scene.angle[scene.ship] = lookout.lead(scene, 0);
        assertTrue(lookout.inLine(scene));
    }

    @Test
    void theRockThatComesNearerIsWorthAShotBeforeTheOneThatLeaves() {
        int near = thing(Kind.ROCK, 67, 36, 1);
        int coming = thing(Kind.ROCK, 50, 36, 1);
        fly(coming, 8, 0);
        look();
        assertEquals(1, lookout.target(scene), "the second rock");
        scene.x[near] = 80;
        scene.x[coming] = 25;
        watcher.see(scene);
        scene.tick++;
        look();
        assertEquals(-1, lookout.target(scene), "none is worth one");
    }

    @Test
    void flyingTowardsTheGoalCostsLessThanFlyingAway() {
        look();
        assertTrue(lookout.cost(scene, 0, 1, 80, 36) < lookout.cost(scene, (float) Math.PI, 1, 80, 36));
        assertTrue(lookout.cost(scene, 0, 1, 80, 36) < lookout.cost(scene, 0, 0, 80, 36), "and less than staying");
    }

    @Test
    void aRockInTheWayCostsMoreThanAnythingButNotDuringGrace() {
        look();
        float free = lookout.cost(scene, 0, 1, 80, 36);
        thing(Kind.ROCK, 66, 36, 2.4f);
        look();
        float blocked = lookout.cost(scene, 0, 1, 80, 36);
        assertTrue(blocked > free + 20, blocked + " against " + free);
        scene.graceSeconds = 2;
        assertTrue(lookout.cost(scene, 0, 1, 80, 36) < free + (blocked - free) / 5);
    }

    @Test
    void aWallCostsButAnOpenGateInItDoesNot() {
        scene.x[scene.ship] = 117;
        scene.shipVx = 10;
        look();
        float closed = lookout.cost(scene, 0, 0, 124, 36);
        scene.gateOpen = true;
        float open = lookout.cost(scene, 0, 0, 124, 36);
        assertTrue(closed > open, closed + " against " + open);
        scene.gateY = 50;
        assertEquals(closed, lookout.cost(scene, 0, 0, 124, 36), "the gate is elsewhere");
        scene.gateY = 36 + Rules.GATE_HALF - 0.5f;
        assertEquals(closed, lookout.cost(scene, 0, 0, 124, 36), "the ship would touch the gate's edge");
    }

    @Test
    void whoTouchesAWallPaysThoughItsCentreIsInside() {
        look();
        float free = lookout.cost(scene, 0, 0, 60, 36);
        for (float[] at : new float[][] {{0.5f, 36}, {Rules.SECTOR_WIDTH - 0.5f, 36}, {60, 0.5f},
            {60, Rules.SECTOR_HEIGHT - 0.5f}}) {
            scene.x[scene.ship] = at[0];
            scene.y[scene.ship] = at[1];
            look();
            float touching = lookout.cost(scene, 0, 0, at[0], at[1]);
            assertTrue(touching > free + 20, touching + " against " + free);
        }
    }

    @Test
    void whereThereAreTooManyRocksTheNearestCount() {
        for (int i = 0; i < 120; i++) thing(Kind.ROCK, 60 + 20 * Angle.cos(i), 36 + 20 * Angle.sin(i), 0.7f);
        thing(Kind.ROCK, 66, 36, 0.7f);
        look();
        assertTrue(lookout.inLine(scene));
        assertTrue(lookout.target(scene) >= 0);
    }
}
