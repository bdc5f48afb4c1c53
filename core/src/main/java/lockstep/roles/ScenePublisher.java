package lockstep.roles;

import lockstep.game.Game;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Counter;
import lockstep.world.Effects;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.Sectors;
import lockstep.world.WorldWriter;

/** Shows others what the simulation did: bodies, the tally, and effects to be seen and heard. Only physics' lane uses it. */
final class ScenePublisher {
    private final Game game;
    private final Effects effects;
    private final Bodies mine;
    private final Sectors sectors;
    private final Section afterTick;
    private final Section again;
    private int score;

    /** {@code mine} and {@code sectors} are copies of the role's own. */
    ScenePublisher(Access access, Game game, Effects effects, Bodies mine, Sectors sectors) {
        this.game = game;
        this.effects = effects;
        this.mine = mine;
        this.sectors = sectors;
        Need[] needs = {Need.write(Region.BODIES), Need.write(Region.TALLY), Need.read(Region.SECTORS)};
        afterTick = access.section("PhysicsRole.publish", in -> in.take(sectors), this::tick, needs);
        again = access.section("PhysicsRole.publishAgain", in -> in.take(sectors), this::scene, needs);
    }

    /** A batch begins at {@code nowNs}; what is published from now on belongs to it. */
    void batch(long nowNs) {
        mine.batchNs = nowNs;
    }

    /** Publishes what a tick, due at {@code tickNs}, did with input whose newest event is of {@code inputNs}. */
    void publish(long tickNs, long inputNs) throws InterruptedException {
        game.copyTo(mine.scene);
        mine.tickNs = tickNs;
        mine.inputNs = inputNs;
        for (int i = 0; i < game.effects(); i++) {
            effects.emit(game.effect(i), game.effectX(i), game.effectY(i), game.effectSize(i));
        }
        afterTick.run();
    }

    /** Before the first tick, due at {@code tickNs}: there is something to see from the start. */
    void first(long tickNs) {
        game.copyTo(mine.scene);
        mine.tickNs = tickNs;
        batch(tickNs);
    }

    /** Publishes the same scene again, for a batch without a tick. */
    void publishAgain() throws InterruptedException {
        again.run();
    }

    /** The score after the last tick. */
    int score() {
        return mine.scene.score;
    }

    private void tick(WorldWriter out) {
        scene(out);
        out.add(Counter.TICKS, 1);
        out.add(Counter.RUNS, 1);
        out.add(Counter.POINTS, Math.max(0, mine.scene.score - score));
        score = mine.scene.score;
    }

    private void scene(WorldWriter out) {
        mine.sectorsVersion = sectors.version;
        out.put(mine);
        out.stampTally(mine.scene.tick);
    }
}
