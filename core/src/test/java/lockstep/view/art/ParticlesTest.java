package lockstep.view.art;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ParticlesTest {
    private final Particles particles = new Particles(new Dice(1));

    private void add(int count, float seconds) {
        for (int i = 0; i < count; i++) {
            particles.add(Particles.Look.SPARK, 0, 0, 1, 1, seconds, 1, GamePalette.WHITE, 1);
        }
    }

    @Test
    void theyDieWhenTheirTimeIsUp() {
        add(10, 0.5f);
        add(5, 1);
        particles.step(0.6f);
        assertEquals(5, particles.live());
        particles.step(0.6f);
        assertEquals(0, particles.live());
    }

    @Test
    void theRoomIsNeverExceeded() {
        add(Particles.ROOM + 100, 1);
        assertEquals(Particles.ROOM, particles.live());
    }

    @Test
    void aLowerLimitLetsTheOthersLiveOut() {
        add(100, 1);
        particles.limit(50);
        add(10, 1);
        assertEquals(100, particles.live());
        particles.step(2);
        add(60, 1);
        assertEquals(50, particles.live());
    }

    @Test
    void aBurstHasSoManyAndLastsNoLonger() {
        particles.burst(Particles.Look.CHIP, 30, 0, 0, 0, 0, 1, 2, 0.8f, 1, GamePalette.WHITE, 1);
        assertEquals(30, particles.live());
        particles.step(0.39f);
        assertEquals(30, particles.live());
        particles.step(0.42f);
        assertEquals(0, particles.live());
    }

    @Test
    void diceStayInTheirRange() {
        Dice dice = new Dice(7);
        float least = 1, most = 0;
        for (int i = 0; i < 10_000; i++) {
            float u = dice.unit();
            least = Math.min(least, u);
            most = Math.max(most, u);
        }
        assertTrue(least >= 0 && least < 0.01f && most < 1 && most > 0.99f);
    }
}
