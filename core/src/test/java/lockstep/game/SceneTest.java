package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class SceneTest {
    @Test
    void aCopyIsEqualInEveryField() throws Exception {
        Scene from = played(), to = new Scene(from.capacity);
        int n = 0;
        for (Field f : Scene.class.getFields()) {
            if (!Modifier.isFinal(f.getModifiers())) change(from, f, ++n);
        }
        from.slots = 40;
        to.set(from);
        for (Field f : Scene.class.getFields()) {
            if (!f.getType().isArray()) {
                assertEquals(f.get(from), f.get(to), f.getName());
                continue;
            }
            for (int i = 0; i < from.slots; i++) {
                assertEquals(Array.get(f.get(from), i), Array.get(f.get(to), i), f.getName());
            }
        }
        assertEquals(from.checksum(), to.checksum());
    }

    @Test
    void theChecksumKnowsEveryField() throws Exception {
        Scene s = played();
        for (Field f : Scene.class.getFields()) {
            if (f.getName().equals("capacity")) continue;
            long before = s.checksum();
            change(s, f, 1);
            assertNotEquals(before, s.checksum(), f.getName());
        }
    }

    @Test
    void theChecksumKnowsTwoSwappedSlots() {
        Scene s = played();
        long before = s.checksum();
        float x = s.x[1];
        s.x[1] = s.x[2];
        s.x[2] = x;
        assertNotEquals(before, s.checksum());
    }

    @Test
    void slotsBeyondThoseInUseDoNotCount() {
        Scene s = played();
        long before = s.checksum();
        s.x[s.slots]++;
        assertEquals(before, s.checksum());
    }

    private static Scene played() {
        Game game = new Game(2, 0, 60);
        Scene s = new Scene(game.capacity());
        Controls c = new Controls();
        for (int i = 0; i < 10; i++) game.step(c);
        game.copyTo(s);
        game.dispose();
        return s;
    }

    private static void change(Scene s, Field f, int by) throws IllegalAccessException {
        Object value = f.get(s);
        if (value instanceof float[] floats) floats[s.slots / 2] += by;
        else if (value instanceof int[] ints) ints[s.slots / 2] += by;
        else if (value instanceof Integer i) f.setInt(s, i + by);
        else if (value instanceof Float x) f.setFloat(s, x + by);
        else if (value instanceof Boolean b) f.setBoolean(s, !b);
        else throw new AssertionError("a field of a type this test does not know: " + f);
    }
}
