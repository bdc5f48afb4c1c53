package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AutopilotTest {
    @Test
    void itUsuallyLivesForAMinuteAndScores() {
        int alive = 0;
        for (int seed = 1; seed <= 4; seed++) {
            Scene s = play(seed, 61);
            if (s.run == 1 && s.mode == Mode.PLAYING.ordinal()) alive++;
            assertTrue(s.best > 1000, "scored " + s.best);
        }
        assertTrue(alive >= 3, alive + " of 4 are alive");
    }

    @Test
    void itGetsThroughGates() {
        int sectors = 0;
        for (int seed = 1; seed <= 3; seed++) sectors += play(seed, 120).sector;
        assertTrue(sectors >= 2, sectors + " gates passed");
    }

    @Test
    void itStartsAgainTwoSecondsAfterTheEndAndOnlyOnce() {
        Scene s = new Scene(8);
        s.hz = 60;
        s.mode = Mode.OVER.ordinal();
        Controls c = new Controls();
        Autopilot pilot = new Autopilot(1);
        for (s.tick = 500; s.tick < 620; s.tick++) pilot.steer(s, c);
        assertEquals(0, c.starts);
        for (int i = 0; i < 10; i++) pilot.steer(s, c);
        assertEquals(1, c.starts);
    }

    @Test
    void whilePausedItLetsEverythingGo() {
        try (Table t = new Table()) {
            t.step();
            Autopilot pilot = new Autopilot(1);
            t.scene.mode = Mode.PAUSED.ordinal();
            t.controls.thrust = 1;
            t.controls.fire = true;
            for (int i = 0; i < 300; i++) {
                t.scene.tick++;
                pilot.steer(t.scene, t.controls);
            }
            assertEquals(0, t.controls.thrust);
            assertTrue(!t.controls.fire && !t.controls.aiming);
            assertEquals(0, t.controls.starts);
        }
    }

    private static Scene shipAt(float x, float y) {
        Scene s = new Scene(8);
        s.hz = 60;
        s.mode = Mode.PLAYING.ordinal();
        s.right = Rules.SECTOR_WIDTH;
        s.top = Rules.SECTOR_HEIGHT;
        s.gateX = Rules.SECTOR_WIDTH;
        s.gateY = 36;
        s.gateHalf = Rules.GATE_HALF;
        s.ship = thing(s, Kind.SHIP, x, y);
        return s;
    }

    private static int thing(Scene s, Kind kind, float x, float y) {
        int slot = s.slots++;
        s.kind[slot] = kind.pack(0, 0);
        s.id[slot] = slot + 1;
        s.x[slot] = x;
        s.y[slot] = y;
        return slot;
    }

    @Test
    void aTokenThatItDoesNotReachInTenSecondsIsLeftAloneForAnother() {
        Scene s = shipAt(60, 36);
        thing(s, Kind.TOKEN, 70, 36);
        thing(s, Kind.TOKEN, 40, 36);
        Autopilot pilot = new Autopilot(1);
        Controls c = new Controls();
        for (s.tick = 1; s.tick < 1_800; s.tick++) {
            pilot.steer(s, c);
            boolean changes = s.tick % 600 < 30;
            boolean nearer = s.tick / 600 % 2 == 0;
            assertTrue(changes || c.aimX > 60 == nearer, "at tick " + s.tick + " it aims for " + c.aimX);
        }
    }

    @Test
    void nearTheGateButBesideItItTakesARunUpFirst() {
        for (int seed = 1; seed <= 5; seed++) {
            Scene s = shipAt(Rules.SECTOR_WIDTH - 4, 36 - Rules.GATE_HALF + 0.5f);
            s.gateOpen = true;
            s.tick = 1;
            Controls c = new Controls();
            new Autopilot(seed).steer(s, c);
            assertTrue(c.aimX < s.x[s.ship], "it aims for " + c.aimX);
        }
    }

    @Test
    void theSameScenesAndSeedGiveTheSameControls() {
        assertEquals(play(4, 20).checksum(), play(4, 20).checksum());
    }

    @Test
    void repeatedAndSkippedTicksDoNotDisturbIt() {
        Game game = new Game(6, 0, 120);
        Scene s = new Scene(game.capacity());
        Controls c = new Controls();
        Autopilot pilot = new Autopilot(6);
        Rng rng = new Rng(1);
        for (int i = 0; i < 120 * 60; i++) {
            if (rng.below(3) == 0) game.copyTo(s);
            if (i > 3) pilot.steer(s, c);
            game.step(c);
        }
        game.copyTo(s);
        assertTrue(s.best > 500, "scored " + s.best);
        game.dispose();
    }

    private static Scene play(int seed, int seconds) {
        Game game = new Game(seed, 0, 60);
        Scene s = new Scene(game.capacity());
        Controls c = new Controls();
        Autopilot pilot = new Autopilot(seed);
        for (int i = 0; i < seconds * 60; i++) {
            game.copyTo(s);
            pilot.steer(s, c);
            game.step(c);
        }
        game.copyTo(s);
        game.dispose();
        return s;
    }
}
