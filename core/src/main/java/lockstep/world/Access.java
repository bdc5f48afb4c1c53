package lockstep.world;

import java.util.concurrent.atomic.AtomicLong;
import lockstep.sync.Fault;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.time.LaneTimer;

/**
 * One role's way to the shared world. Only the lane of the role calls it; the copying methods only inside a
 * {@link Scope} that names the region. The counts may be read by any thread.
 */
public final class Access {
    private final World world;
    private final LaneTimer lane;
    private final long limitNs;
    private final Fault hold;
    private final Fault between;
    private final Fault copy;
    private final Scope wholeTick;
    private final Ledger ledger = new Ledger();
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();

    Access(World world, String role, LaneTimer lane, long limitNs, Need... needs) {
        this.world = world;
        this.lane = lane;
        this.limitNs = limitNs;
        hold = world.faults().at("hold", role, lane.name());
        between = world.faults().at("tally", role, lane.name());
        copy = world.faults().at("copy", "world");
        wholeTick = world.sharing().hold() == Hold.TICK ? new Scope(world, lane, limitNs, null, hold, needs) : null;
    }

    /** A critical section of this role. Made once, at the lane's start, and entered many times. */
    public Scope scope(Need... needs) {
        return new Scope(world, lane, limitNs, wholeTick, hold, needs);
    }

    /** Begins a tick or run: with hold {@code tick} this takes all guards the role needs. False as {@link Scope#enter}. */
    public boolean enterTick() throws InterruptedException {
        return wholeTick == null || wholeTick.enter();
    }

    /** Ends what a successful {@link #enterTick} began. */
    public void exitTick() {
        if (wholeTick != null) {
            wholeTick.exit();
        }
    }

    /** Copies intents in. */
    public void put(Intents mine) {
        world.intents.set(mine);
    }

    /** Copies intents out. */
    public void take(Intents into) {
        into.set(world.intents);
    }

    /** Publishes a tick: under a guard block by block, under {@code none} straight into the shared arrays. */
    public void put(Bodies mine) {
        long sum = world.views() ? mine.compute() : 0;
        if (copy.armed() || world.guardOf(Region.BODIES).kind() == Guard.Kind.NONE) {
            world.bodies.putSlots(mine, sum, copy, lane);
        } else {
            world.bodies.put(mine, sum);
        }
    }

    /** Copies bodies out. */
    public void take(Bodies into) {
        into.take(world.bodies, copy, lane);
        if (world.views() && into.scene.slots > 0) {
            count(into.isWhole());
        }
    }

    /** Publishes the assets' states. */
    public void put(Sectors mine) {
        mine.version++;
        world.sectors.put(mine, world.views() ? mine.compute() : 0);
    }

    /** Copies the assets' states out. */
    public void take(Sectors into) {
        into.take(world.sectors);
        if (world.views() && into.version > 0) {
            count(into.isWhole());
        }
    }

    /** Adds to a shared counter. */
    public void add(Counter counter, long n) {
        world.tally.add(ledger, counter, n, between, lane);
    }

    /** The tick of physics' last addition to the tally. */
    public int tallyTick() {
        return world.tally.tick();
    }

    /** Stamps the tally with the tick that was added to it; physics does. */
    public void stampTally(int tick) {
        world.tally.setTick(tick);
    }

    /** What this role really added; any thread. */
    public Ledger ledger() {
        return ledger;
    }

    private void count(boolean whole) {
        checked.setOpaque(checked.getPlain() + 1);
        if (!whole) {
            bad.setOpaque(bad.getPlain() + 1);
        }
    }

    long viewsChecked() {
        return checked.getOpaque();
    }

    long viewsBad() {
        return bad.getOpaque();
    }
}
