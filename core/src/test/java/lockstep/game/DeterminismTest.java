package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DeterminismTest {
    private static final int TICKS = 6000;

    @Test
    void theSameSeedAndControlsGiveTheSameHashAtEveryTick() {
        Game a = new Game(11, 0, 60), b = new Game(11, 0, 60);
        Rng fingers = new Rng(4);
        Controls c = new Controls();
        for (int i = 0; i < TICKS; i++) {
            fumble(fingers, c);
            a.step(c);
            b.step(c);
            assertEquals(a.hash(), b.hash(), "tick " + a.tick());
        }
        a.dispose();
        b.dispose();
    }

    @Test
    void aThousandBodiesAreAsDeterministic() {
        assertEquals(play(5, 1000, 1500, -1), play(5, 1000, 1500, -1));
    }

    @Test
    void anotherSeedGivesAnotherHash() {
        assertNotEquals(play(11, 0, 500, -1), play(12, 0, 500, -1));
    }

    @Test
    void oneChangedTickOfIntentGivesAnotherHash() {
        assertNotEquals(play(11, 0, 400, -1), play(11, 0, 400, 60));
    }

    @Test
    void aPressCountChangesTheHashEvenWhereItDoesNothing() {
        Game a = new Game(1, 0, 60), b = new Game(1, 0, 60);
        Controls c = new Controls();
        a.step(c);
        c.pauses += 2;
        b.step(c);
        assertNotEquals(a.hash(), b.hash());
        a.dispose();
        b.dispose();
    }

    @Test
    void readingChangesNothing() {
        Game a = new Game(1, 0, 60), b = new Game(1, 0, 60);
        Scene scene = new Scene(a.capacity());
        Controls c = new Controls();
        for (int i = 0; i < 300; i++) {
            a.step(c);
            a.copyTo(scene);
            a.hash();
            b.step(c);
        }
        assertEquals(a.hash(), b.hash());
        a.dispose();
        b.dispose();
    }

    @Test
    void theBestScoreIsNoPartOfTheHash() {
        Game a = new Game(1, 0, 60);
        long before = a.hash();
        a.setBest(12345);
        assertEquals(before, a.hash());
        Scene s = new Scene(a.capacity());
        a.copyTo(s);
        assertEquals(12345, s.best);
        a.dispose();
    }

    private static long play(long seed, int bodies, int ticks, int changed) {
        Game game = new Game(seed, bodies, 60);
        Rng fingers = new Rng(4);
        Controls c = new Controls();
        for (int i = 0; i < ticks; i++) {
            fumble(fingers, c);
            float thrust = c.thrust;
            if (i == changed) c.thrust = 1 - thrust;
            game.step(c);
            c.thrust = thrust;
        }
        long hash = game.hash();
        game.dispose();
        return hash;
    }

    private static void fumble(Rng fingers, Controls c) {
        if (fingers.below(20) == 0) c.thrust = fingers.below(2);
        if (fingers.below(20) == 0) c.turn = fingers.between(-1, 1);
        if (fingers.below(30) == 0) c.shots++;
        if (fingers.below(100) == 0) c.fire = !c.fire;
        if (fingers.below(500) == 0) c.pauses++;
        if (fingers.below(1000) == 0) c.starts++;
    }
}
