package lockstep.game;

import com.badlogic.gdx.physics.box2d.Body;

/** A game for tests to set up: the ship at rest in the first sector, nothing near it, no grace left. */
final class Table implements AutoCloseable {
    static final int HZ = 60;

    final Game game;
    final Controls controls = new Controls();
    final Scene scene;

    Table() {
        this(HZ);
    }

    Table(int hz) {
        game = new Game(1, 0, hz);
        game.things.removeAll(Kind.ROCK);
        game.things.removeAll(Kind.TOKEN);
        game.ship.graceTicks = 0;
        scene = new Scene(game.capacity());
    }

    Body ship() {
        return game.things.body[game.ship.slot];
    }

    /** A resting rock ahead of the ship by so many meters. */
    int rockAhead(float meters, int tier) {
        return rockAhead(meters, tier, Rules.ROCK_RADIUS[tier]);
    }

    int rockAhead(float meters, int tier, float radius) {
        return game.things.add(Kind.ROCK, 0, tier, game.ship.x + meters, game.ship.y, 0, 0, 0, 0, radius);
    }

    /** A resting token where the ship is. */
    void tokenAtShip() {
        game.things.add(Kind.TOKEN, 0, 0, game.ship.x, game.ship.y, 0, 0, 0, 0, Rules.TOKEN_RADIUS);
    }

    void catchTokens(int count) {
        for (int i = 0; i < count; i++) {
            tokenAtShip();
            step();
        }
    }

    /** Sets a rock onto the ship and steps once. */
    void hitShip() {
        int rock = rockAhead(0.5f, 0);
        step();
        game.things.remove(rock);
    }

    void step() {
        game.step(controls);
        game.copyTo(scene);
    }

    void steps(int ticks) {
        for (int i = 0; i < ticks; i++) step();
    }

    /** Steps so many ticks and counts how often something happened. */
    int count(Effect effect, int ticks) {
        int count = 0;
        for (int i = 0; i < ticks; i++) {
            step();
            for (int k = 0; k < game.effects(); k++) if (game.effect(k) == effect) count++;
        }
        return count;
    }

    int rocks(int tier) {
        int count = 0;
        for (int i = 0; i < scene.slots; i++) {
            boolean near = Math.abs(scene.x[i] - game.ship.x) < 20 && Math.abs(scene.y[i] - game.ship.y) < 15;
            if (near && Kind.of(scene.kind[i]) == Kind.ROCK && Kind.tier(scene.kind[i]) == tier) count++;
        }
        return count;
    }

    Mode mode() {
        return Mode.values()[scene.mode];
    }

    @Override
    public void close() {
        game.dispose();
    }
}
