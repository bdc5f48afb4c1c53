package lockstep.roles;

import lockstep.engine.Movable;
import lockstep.engine.Pausable;
import lockstep.engine.Role;
import lockstep.engine.RoleContext;
import lockstep.engine.Steppable;
import lockstep.game.Game;
import lockstep.sync.Barrier;
import lockstep.sync.Guard;
import lockstep.time.LaneRecorder;
import lockstep.world.Access;
import lockstep.world.Intents;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.WholeTick;

/**
 * Steps the game at a fixed rate: copies intents in, computes on its own truth, copies the result out.
 *
 * <p><b>Ticks and {@code [hz]}.</b> {@code physics} in the topology's {@code [hz]} is the number of ticks a second: each tick
 * moves the game on by 1/hz seconds, whenever it is computed. {@link TickSchedule} says which are due by the wall clock.
 *
 * <p><b>Batches.</b> A run is one batch: the ticks that are due when it starts, at most eight. If more are due, the rest of the
 * wall time is dropped and counted; tick numbers never are. A batch ends early when all lanes are to pause. In a replay a batch
 * is two ticks, due or not, and each waits for its recorded intents.
 *
 * <p><b>Lanes.</b> Which lane runs physics, and what else that lane runs, is the topology's affair and may change while the
 * game runs: nothing here belongs to a thread but the Box2D world inside {@link Game}, which is handed over in {@link #leave}.
 * If physics shares render's lane, a batch runs before each frame and the two never wait for each other.
 *
 * <p><b>Following the barrier.</b> Under {@code free} the lane runs physics at its own rate. Under every other barrier physics
 * follows frames: the lane runs it once a round, it waits at the barrier for its turn, computes the ticks that came due since,
 * and publishes the batch that the next frame shows, though it may be empty: then the same scene is published again, so that
 * frame and batch keep the same number. A rate below the frame rate thus makes some batches empty, a rate above it makes some
 * longer. When the barrier is set anew (another {@link Barrier#epoch}) batches are numbered from 1 again.
 */
public final class PhysicsRole implements Role, Movable, Pausable, Steppable {
    private static final int REPLAY_TICKS = 2;
    private static final int HASH_EVERY = 1000;

    private final Barrier barrier;
    private final Parts.Physics plan;
    private final Game game;
    private final TickSchedule schedule;
    private final Intents intents = new Intents();

    private RoleContext context;
    private Section takeIntents;
    private ScenePublisher scene;
    private WholeTick wholeTick;
    private WholeTick emptyBatch;
    private long batch;
    private int epoch;

    PhysicsRole(Parts p) {
        barrier = p.barrier();
        plan = p.physics();
        game = plan.game();
        schedule = new TickSchedule(plan.hz());
    }

    @Override
    public String name() {
        return "physics";
    }

    @Override
    public void start(RoleContext given) throws InterruptedException {
        context = given;
        context.countsItself();
        Access access =
            context.access(Guard.NO_LIMIT, Need.read(Region.INTENTS), Need.write(Region.BODIES), Need.write(Region.TALLY),
                Need.read(Region.SECTORS));
        takeIntents = access.section("PhysicsRole.takeIntents", in -> in.take(intents), Section.Writes.NOTHING,
            Need.read(Region.INTENTS));
        scene = new ScenePublisher(access, game, plan.effects(), context.newBodies(), context.newSectors());
        wholeTick = access.wholeTick(this::stepGame);
        emptyBatch = access.wholeTick(scene::publishAgain);
        schedule.begin(context.now());
        scene.first(schedule.atNs(0));
        emptyBatch.run(game.tick());
    }

    @Override
    public boolean run() throws InterruptedException {
        LaneRecorder recorder = context.recorder();
        if (barrier.epoch() != epoch) {
            epoch = barrier.epoch();
            batch = 0;
        }
        if (!barrier.awaitTurn(recorder, batch + 1)) {
            return false;
        }
        int done = runBatch(recorder);
        if (done == 0 && barrier.follows()) {
            emptyBatch.run(game.tick());
        }
        barrier.published(recorder, ++batch);
        if (game.tick() >= plan.lastTick()) {
            plan.done().run();
        }
        return done > 0 || barrier.meets();
    }

    /** Makes the ticks that are due; returns how many it made. */
    private int runBatch(LaneRecorder recorder) throws InterruptedException {
        long now = recorder.now();
        scene.batch(now);
        int due = context.unpaced() ? REPLAY_TICKS : schedule.due(game.tick(), now, context);
        int most = Math.min(due, plan.lastTick() - game.tick());
        int done = 0;
        while (done < most && !context.asked() && tick()) {
            done++;
            recorder.checkpoint();
        }
        return done;
    }

    /** Makes the next tick; false if the run ended before its recorded intents came. */
    private boolean tick() throws InterruptedException {
        LaneRecorder recorder = context.recorder();
        int tick = game.tick() + 1;
        if (plan.replay() != null && !plan.replay().awaitOffered(recorder, tick)) {
            return false;
        }
        long start = recorder.now();
        long waited = recorder.waitedNs();
        recorder.beginTick();
        wholeTick.run(tick);
        recorder.endTick(tick);
        context.ran(recorder.now() - start - (recorder.waitedNs() - waited));
        if (plan.replay() != null && tick % HASH_EVERY == 0) {
            plan.hashes().hash(tick, game.hash());
        }
        return true;
    }

    private void stepGame() throws InterruptedException {
        int tick = game.tick() + 1;
        takeIntents.run();
        if (plan.replay() != null) {
            plan.replay().consumed(context.recorder(), tick);
        }
        plan.log().add(tick, intents.controls);
        game.step(intents.controls);
        scene.publish(schedule.atNs(tick), intents.eventNs);
    }

    /** When the next tick is due, in ns of the lane's clock. */
    public long nextTickNs() {
        return schedule.atNs(game.tick() + 1);
    }

    @Override
    public void leave() {
        game.handOver();
    }

    @Override
    public void resumed(long pausedNs) {
        schedule.pausedFor(pausedNs);
    }

    /** Makes one tick, for which no time passes. */
    @Override
    public void step() throws InterruptedException {
        if (game.tick() < plan.lastTick()) {
            schedule.step();
            scene.batch(nextTickNs());
            tick();
        }
    }

    @Override
    public void stop() {
        plan.hashes().last(game.tick(), scene.score(), game.hash());
        game.dispose();
    }
}
