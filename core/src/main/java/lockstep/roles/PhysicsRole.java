package lockstep.roles;

import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.engine.RoleStats;
import lockstep.game.Game;
import lockstep.replay.Handover;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.sync.Barrier;
import lockstep.sync.Guard;
import lockstep.time.LaneRecorder;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Counter;
import lockstep.world.Effects;
import lockstep.world.Intents;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.Sectors;
import lockstep.world.WholeTick;
import lockstep.world.World;
import lockstep.world.WorldWriter;

/**
 * Steps the game at a fixed rate: copies intents in, computes on its own truth, copies the result out.
 *
 * <p>A run is one batch: the ticks due by the wall clock, at most eight. If more are due, the rest of the wall time is
 * dropped and counted; tick numbers never are. A batch ends early when all lanes are to pause. In a replay a batch is two
 * ticks and waits for each tick's intents.
 */
public final class PhysicsRole implements Role {
    private static final int MOST_TICKS = 8;
    private static final int REPLAY_TICKS = 2;
    private static final int HASH_EVERY = 1000;

    /** What physics needs besides the world. */
    public record Plan(Game game, int hz, int lastTick, IntentLog log, Handover replay, HashListener hashes, Runnable done) {
    }

    private final World world;
    private final Barrier barrier;
    private final Effects effects;
    private final Plan plan;
    private final Game game;
    private final long periodNs;
    private final Intents intents = new Intents();
    private final Bodies mine;
    private final Sectors sectors;

    private LaneRecorder recorder;
    private RoleStats stats;
    private Section wanted;
    private Section publish;
    private Section publishAgain;
    private WholeTick wholeTick;
    private WholeTick onlyPublish;
    private long originNs;
    private long batch;
    private int epoch;
    private int score;

    PhysicsRole(Parts p) {
        world = p.world;
        barrier = p.barrier;
        effects = p.effects;
        plan = p.plan;
        game = plan.game;
        periodNs = 1_000_000_000L / plan.hz;
        mine = new Bodies(game.capacity());
        sectors = new Sectors(p.assets);
    }

    @Override
    public String name() {
        return "physics";
    }

    @Override
    public boolean countsItself() {
        return true;
    }

    @Override
    public void start(Lane lane) throws InterruptedException {
        Access access =
            world.access(name(), lane.recorder(), Guard.NO_LIMIT, Need.read(Region.INTENTS), Need.write(Region.BODIES),
                Need.write(Region.TALLY), Need.read(Region.SECTORS));
        wanted = access.section("PhysicsRole.takeIntents", in -> in.take(intents), Section.Writes.NOTHING,
            Need.read(Region.INTENTS));
        Need[] published = {Need.write(Region.BODIES), Need.write(Region.TALLY), Need.read(Region.SECTORS)};
        publish = access.section("PhysicsRole.publish", in -> in.take(sectors), this::publishTick, published);
        publishAgain = access.section("PhysicsRole.publishAgain", in -> in.take(sectors), this::publishScene, published);
        wholeTick = access.wholeTick(this::stepGame);
        onlyPublish = access.wholeTick(publishAgain::run);
        entered(lane);
        originNs = recorder.now() - periodNs / 2;
        mine.batchNs = mine.tickNs = originNs;
        game.copyTo(mine.scene);
        onlyPublish.run(game.tick());
    }

    private void entered(Lane lane) {
        recorder = lane.recorder();
        stats = lane.statsOf(this);
    }

    @Override
    public void leave(Lane lane) {
        game.handOver();
    }

    @Override
    public void moved(Lane lane) {
        entered(lane);
    }

    @Override
    public void resume(Lane lane, long stoodNs) {
        originNs += stoodNs;
    }

    @Override
    public void step(Lane lane) throws InterruptedException {
        if (game.tick() < plan.lastTick) {
            originNs -= periodNs; // a tick for which no time passes
            mine.batchNs = nextTickNs();
            tick();
        }
    }

    @Override
    public boolean run(Lane lane) throws InterruptedException {
        if (barrier.epoch() != epoch) {
            epoch = barrier.epoch();
            batch = 0;
        }
        if (!barrier.awaitTurn(recorder, batch + 1)) {
            return false;
        }
        mine.batchNs = recorder.now();
        int due = Math.min(due(lane, mine.batchNs), plan.lastTick - game.tick());
        int done = 0;
        while (done < due && !lane.asked() && tick()) {
            done++;
            recorder.checkpoint();
        }
        if (done == 0 && barrier.follows()) {
            onlyPublish.run(game.tick());
        }
        barrier.published(recorder, ++batch);
        if (game.tick() >= plan.lastTick) {
            plan.done.run();
        }
        return done > 0 || barrier.meets();
    }

    /** When the next tick is due, in ns of the lane's clock. */
    public long nextTickNs() {
        return originNs + (game.tick() + 1) * periodNs;
    }

    private int due(Lane lane, long now) {
        if (lane.unpaced()) {
            return REPLAY_TICKS;
        }
        long due = (now - originNs) / periodNs - game.tick();
        if (due > MOST_TICKS) {
            long dropped = (due - MOST_TICKS) * periodNs;
            originNs += dropped;
            stats.dropped(dropped);
            due = MOST_TICKS;
        }
        return (int) Math.max(0, due);
    }

    private boolean tick() throws InterruptedException {
        int tick = game.tick() + 1;
        if (plan.replay != null && !plan.replay.awaitOffered(recorder, tick)) {
            return false;
        }
        long start = recorder.now();
        long waited = recorder.waitedNs();
        recorder.beginTick();
        wholeTick.run(tick);
        recorder.endTick(tick);
        stats.ran(recorder.now() - start - (recorder.waitedNs() - waited));
        if (plan.replay != null && tick % HASH_EVERY == 0) {
            plan.hashes.hash(tick, game.hash());
        }
        return true;
    }

    private void stepGame() throws InterruptedException {
        int tick = game.tick() + 1;
        wanted.run();
        if (plan.replay != null) {
            plan.replay.consumed(recorder, tick);
        }
        plan.log.add(tick, intents.controls);
        game.step(intents.controls);
        game.copyTo(mine.scene);
        mine.tickNs = originNs + tick * periodNs;
        mine.inputNs = intents.eventNs;
        tellEffects();
        publish.run();
    }

    private void publishTick(WorldWriter out) {
        mine.sectorsVersion = sectors.version;
        out.put(mine);
        out.add(Counter.TICKS, 1);
        out.add(Counter.RUNS, 1);
        out.add(Counter.POINTS, Math.max(0, mine.scene.score - score));
        score = mine.scene.score;
        out.stampTally(mine.scene.tick);
    }

    private void publishScene(WorldWriter out) {
        mine.sectorsVersion = sectors.version;
        out.put(mine);
        out.stampTally(mine.scene.tick);
    }

    private void tellEffects() {
        for (int i = 0; i < game.effects(); i++) {
            effects.emit(game.effect(i), game.effectX(i), game.effectY(i), game.effectSize(i));
        }
    }

    @Override
    public void stop(Lane lane) {
        plan.hashes.last(game.tick(), mine.scene.score, game.hash());
        game.dispose();
    }
}
