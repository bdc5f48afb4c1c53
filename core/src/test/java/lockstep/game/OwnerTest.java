package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OwnerTest {
    @Test
    void everyOtherThreadIsRefusedByName() {
        Game game = new Game(1, 0, 60);
        on("physics", () -> game.step(new Controls()));
        Scene scene = new Scene(game.capacity());
        Runnable[] touches = {() -> game.step(new Controls()), game::hash, () -> game.copyTo(scene), () -> game.setBest(1),
            game::dispose};
        for (Runnable touch : touches) {
            Throwable thrown = on("render", touch);
            assertEquals(IllegalStateException.class, thrown.getClass());
            assertEquals("Box2D world of lane 'physics' touched from lane 'render'", thrown.getMessage());
        }
        game.handOver();
        game.dispose();
    }

    @Test
    void afterAHandOverTheNextThreadThatStepsOwnsTheWorld() {
        Game game = new Game(1, 0, 60);
        on("a", () -> game.step(new Controls()));
        game.handOver();
        AtomicReference<Throwable> refused = new AtomicReference<>();
        Throwable thrown = on("b", () -> {
            game.step(new Controls());
            refused.set(on("a", game::hash));
            game.dispose();
        });
        assertNull(thrown);
        assertEquals("Box2D world of lane 'b' touched from lane 'a'", refused.get().getMessage());
    }

    @Test
    void aDisposedGameSaysSo() {
        Game game = new Game(1, 0, 60);
        game.dispose();
        assertThrows(IllegalStateException.class, () -> game.step(new Controls()));
        assertThrows(IllegalStateException.class, game::dispose);
    }

    private static Throwable on(String name, Runnable work) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable t) {
                thrown.set(t);
            }
        }, name);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return thrown.get();
    }
}
