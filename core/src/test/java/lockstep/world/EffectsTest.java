package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import lockstep.game.Effect;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private final Effects effects = new Effects();

    @Test
    void whatHappenedArrivesInItsOrderWithItsPlace() {
        assertNull(effects.poll());
        effects.emit(Effect.SHOT, 1, 2, 3);
        effects.emit(Effect.HIT, 4, 5, 6);
        Effects.Happening shot = effects.poll();
        assertSame(Effect.SHOT, shot.effect);
        assertEquals(1, shot.x);
        assertEquals(2, shot.y);
        assertEquals(3, shot.size);
        assertSame(Effect.HIT, effects.poll().effect);
        assertNull(effects.poll());
    }

    @Test
    void whenNobodyLooksTheNewestAreDroppedAndCountedUntilRoomIsGivenBack() {
        int kept = 0;
        while (effects.dropped() == 0) {
            effects.emit(Effect.WALL, kept++, 0, 0);
        }
        effects.emit(Effect.WALL, -1, 0, 0);
        assertEquals(2, effects.dropped());
        Effects.Happening oldest = effects.poll();
        assertEquals(0, oldest.x);
        effects.emit(Effect.WALL, -1, 0, 0);
        assertEquals(3, effects.dropped(), "it is still in use");
        effects.recycle(oldest);
        effects.emit(Effect.CATCH, 7, 0, 0);
        assertEquals(3, effects.dropped());
        Effects.Happening last = null;
        for (Effects.Happening h = effects.poll(); h != null; h = effects.poll()) {
            last = h;
        }
        assertSame(Effect.CATCH, last.effect);
    }
}
