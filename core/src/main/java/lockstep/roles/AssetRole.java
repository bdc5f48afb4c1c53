package lockstep.roles;

import lockstep.assets.Loader;
import lockstep.assets.Worker;
import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.sync.Fault;
import lockstep.sync.Guard;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Counter;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.Sectors;
import lockstep.world.WholeTick;
import lockstep.world.World;
import lockstep.world.WorldReader;
import lockstep.world.WorldWriter;

/**
 * Loads what the ship will need next, off the lane that draws. May stand on several lanes, one instance each; they share
 * one {@link Loader}, in which every asset is claimed by one lane only.
 *
 * <p>A run claims at most one asset. It then looks at the world: copies {@code bodies} to know where the ship is, puts
 * the state of each asset into {@code sectors} and adds to {@code tally}; at least every 50 ms, and whenever it has
 * claimed something. Then it reads and decodes. With hold {@code copy} the guards are held for the look only; with hold
 * {@code tick} for reading and decoding too, and everyone waits: that is there to be seen.
 */
final class AssetRole implements Role {
    private static final long LOOK_NS = 50_000_000;
    private static final int POINTS_FOR_DECODED = 10;

    private final Loader loader;
    private final World world;
    private final Guard decodes;
    private final Bodies bodies;
    private final Sectors sectors;
    private LaneRecorder recorder;
    private Runnable checkpoint;
    private Section look;
    private WholeTick wholeRun;
    private Worker worker;
    private Fault inRead;
    private Fault inDecode;
    private long nextLookNs;
    private long runs;
    private int charted;

    AssetRole(Parts p) {
        this(p.loader, p.world, p.decodes, p.capacity, p.assets);
    }

    /**
     * @param decodes limits how many lanes decode at once
     * @param capacity slots there can be, as in {@code world}
     * @param assets how many assets have a state, as in {@code world}
     */
    AssetRole(Loader loader, World world, Guard decodes, int capacity, int assets) {
        this.loader = loader;
        this.world = world;
        this.decodes = decodes;
        bodies = new Bodies(capacity);
        sectors = new Sectors(assets);
    }

    @Override
    public String name() {
        return "assets";
    }

    @Override
    public void start(Lane lane) {
        recorder = lane.recorder();
        checkpoint = recorder::checkpoint;
        Need[] needs = {Need.write(Region.SECTORS), Need.read(Region.BODIES), Need.write(Region.TALLY)};
        Access access = world.access(name(), recorder, Guard.NO_LIMIT, needs);
        look = access.section("AssetRole.look", this::see, this::tell, needs);
        wholeRun = access.wholeTick(this::lookAndLoad);
        inRead = lane.faults().at("read", name(), lane.name());
        inDecode = lane.faults().at("decode", name(), lane.name());
        worker = loader.worker();
        nextLookNs = recorder.now();
    }

    @Override
    public void moved(Lane lane) {
        recorder = lane.recorder();
        checkpoint = recorder::checkpoint;
    }

    @Override
    public boolean run(Lane lane) throws InterruptedException {
        boolean claimed = worker.claim();
        long now = recorder.now();
        if (!claimed && now < nextLookNs) {
            return false;
        }
        nextLookNs = now + LOOK_NS;
        try {
            wholeRun.run();
        } finally {
            worker.giveUp();
        }
        return true;
    }

    private void lookAndLoad() throws InterruptedException {
        look.run();
        load();
    }

    private void see(WorldReader in) {
        in.take(bodies);
        in.take(sectors);
    }

    /** Tells the loader where the ship is, and the world what is there for it. */
    private void tell(WorldWriter out) {
        if (bodies.scene.ship >= 0) {
            loader.look(bodies.scene.sector, bodies.scene.x[bodies.scene.ship], bodies.scene.y[bodies.scene.ship]);
        }
        loader.states(sectors.state);
        sectors.bytes = loader.stats().bytes();
        out.put(sectors);
        out.add(Counter.RUNS, 1);
        if (charted > 0) {
            out.add(Counter.DECODED, charted);
            out.add(Counter.POINTS, (long) POINTS_FOR_DECODED * charted);
            charted = 0;
        }
    }

    private void load() throws InterruptedException {
        if (!worker.stillWanted()) {
            return;
        }
        if (read(worker.asset()) && worker.stillWanted() && decode(worker.asset())) {
            charted++;
        }
        runs++;
    }

    private boolean read(int asset) throws InterruptedException {
        long begin = recorder.beginBlocking();
        recorder.giveUpTurn();
        try {
            if (inRead.armed()) {
                inRead.fire(recorder, runs);
            }
            return worker.read();
        } finally {
            recorder.endBlocking(SpanKind.IO, begin, asset);
            recorder.takeTurn();
        }
    }

    /**
     * Decodes when few enough others do; that limit is taken after all guards, so it is in no cycle with them. Its hold
     * names the asset, plus 1.
     */
    private boolean decode(int asset) throws InterruptedException {
        long waited = recorder.guardWaitEndNs();
        decodes.acquire(recorder, true, Guard.NO_LIMIT);
        long begin = recorder.gotGuardNs(waited);
        try {
            if (inDecode.armed()) {
                inDecode.fire(recorder, runs);
            }
            return worker.decode(checkpoint);
        } finally {
            decodes.release(recorder, true);
            long end = recorder.now();
            recorder.span(SpanKind.HOLD, begin, end, SpanRing.NOBODY, decodes.number(), 1 + asset);
            decodes.stats().held(recorder.lane(), end - begin);
        }
    }

    @Override
    public void stop(Lane lane) {
        if (worker != null) {
            worker.close();
        }
    }
}
