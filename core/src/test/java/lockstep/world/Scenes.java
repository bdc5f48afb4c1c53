package lockstep.world;

import java.util.Random;
import lockstep.game.Scene;

/** Publications with something in every field. */
final class Scenes {
    private Scenes() {
    }

    /** A publication of {@code tick}: all slots are live and every number differs from tick to tick. */
    static Bodies bodies(int slots, int tick) {
        Bodies b = new Bodies(slots);
        fill(b.scene, slots, tick);
        b.tickNs = tick * 1_000L;
        b.batchNs = tick * 2_000L;
        b.inputNs = tick * 3_000L;
        b.sectorsVersion = tick;
        return b;
    }

    private static void fill(Scene s, int slots, int tick) {
        Random random = new Random(tick);
        s.slots = slots;
        s.tick = tick;
        s.hz = 120;
        s.score = tick * 10;
        s.ship = 0;
        for (int i = 0; i < slots; i++) {
            s.x[i] = random.nextFloat();
            s.y[i] = random.nextFloat();
            s.angle[i] = random.nextFloat();
            s.size[i] = random.nextFloat();
            s.kind[i] = 1 + random.nextInt(3);
            s.id[i] = tick * slots + i;
        }
    }
}
