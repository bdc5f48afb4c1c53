package lockstep.session;

import java.util.Random;
import lockstep.game.Controls;
import lockstep.game.Game;
import lockstep.replay.IntentSource;

/** Intents made up from a seed: turns, bursts, shots, pauses and new runs. */
final class Script implements IntentSource {
    private final Controls[] copies;

    Script(long seed, int ticks) {
        copies = new Controls[ticks];
        Random random = new Random(seed);
        Controls now = new Controls();
        for (int i = 0; i < ticks; i++) {
            if (random.nextInt(20) == 0) {
                now.thrust = random.nextBoolean() ? random.nextFloat() : 0;
                now.turn = random.nextFloat() * 2 - 1;
                now.aiming = random.nextBoolean();
                now.aimX = random.nextFloat() * 80;
                now.aimY = random.nextFloat() * 40;
                now.fire = random.nextInt(3) == 0;
            }
            now.shots += random.nextInt(15) == 0 ? 1 : 0;
            now.pauses += i % 500 == 300 || i % 500 == 320 ? 1 : 0;
            now.starts += random.nextInt(700) == 0 ? 1 : 0;
            copies[i] = new Controls();
            copies[i].set(now);
        }
    }

    /** Changes what is wanted in one tick. */
    Script change(int tick) {
        Controls c = copies[tick - 1];
        c.thrust = c.thrust > 0.5f ? 0 : 1;
        return this;
    }

    @Override
    public int ticks() {
        return copies.length;
    }

    @Override
    public void copyTo(int tick, Controls into) {
        into.set(copies[tick - 1]);
    }

    /** The hash after the last tick when the game is stepped by one thread and nothing else. */
    static long hash(IntentSource source, long seed, int bodies, int hz) {
        Game game = new Game(seed, bodies, hz);
        try {
            Controls controls = new Controls();
            for (int tick = 1; tick <= source.ticks(); tick++) {
                source.copyTo(tick, controls);
                game.step(controls);
            }
            return game.hash();
        } finally {
            game.dispose();
        }
    }
}
