package lockstep.roles;

import lockstep.assets.Loader;
import lockstep.assets.Worker;
import lockstep.engine.Role;
import lockstep.engine.RoleContext;
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
import lockstep.world.WorldReader;
import lockstep.world.WorldWriter;

/**
 * Loads what the ship will need next, off the lane that draws. May run on several lanes, one instance each; they share
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
    private final Guard decodes;

    private RoleContext context;
    private Bodies bodies;
    private Sectors sectors;
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
        this(p.assets().loader(), p.assets().decodes());
    }

    /** {@code decodes} limits how many lanes decode at once. */
    AssetRole(Loader loader, Guard decodes) {
        this.loader = loader;
        this.decodes = decodes;
    }

    @Override
    public String name() {
        return "assets";
    }

    @Override
    public void start(RoleContext given) {
        context = given;
        bodies = context.newBodies();
        sectors = context.newSectors();
        checkpoint = () -> context.recorder().checkpoint();
        inRead = context.fault("read");
        inDecode = context.fault("decode");
        Need[] needs = {Need.write(Region.SECTORS), Need.read(Region.BODIES), Need.write(Region.TALLY)};
        Access access = context.access(Guard.NO_LIMIT, needs);
        look = access.section("AssetRole.look", this::see, this::tell, needs);
        wholeRun = access.wholeTick(this::lookAndLoad);
        worker = loader.worker();
        nextLookNs = context.now();
    }

    @Override
    public boolean run() throws InterruptedException {
        boolean claimed = worker.claim();
        long now = context.now();
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
        LaneRecorder recorder = context.recorder();
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
     * Decodes when few enough others do; that limit is taken after all guards, so it is in no cycle with them. Its hold names the
     * asset, plus 1.
     */
    private boolean decode(int asset) throws InterruptedException {
        LaneRecorder recorder = context.recorder();
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
    public void stop() {
        if (worker != null) {
            worker.close();
        }
    }
}
