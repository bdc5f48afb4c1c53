package lockstep.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lockstep.sync.Fault;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.time.LaneOrder;
import lockstep.time.LaneRecorder;

/**
 * One role's way to the shared world. Only the lane of the role calls it; the copying methods only inside a
 * {@link Scope} that names the region. The counts may be read by any thread. Where the role goes its access follows: a live
 * change moves it to the role's new lane or takes it away, see {@link World#move} and {@link World#leave}.
 *
 * <p>Copies go to and from the world's own regions, which the guard keeps whole, or under an exchange to and from the
 * role's own ends of it. There a role can take only what it named to be read; a region that it only writes stays as the
 * role last published it.
 */
public final class Access {
    private static final long LEAST_BACK_OFF_NS = 1_000_000;
    private static final long MOST_BACK_OFF_NS = 5_000_000;

    private final World world;
    private LaneRecorder lane;
    private final long limitNs;
    private final Fault hold;
    private final Fault between;
    private final Fault copy;
    private final String role;
    private final Need[] needs;
    private boolean slotwise;
    private Scope wholeTick;
    private final List<Scope> scopes = new ArrayList<>();
    private Ends ends;
    private Tally tally;
    private final Trace trace;
    private final Ledger ledger = new Ledger();
    private final Views views;
    private final SplittableRandom random;
    private Scope section;
    private long tick;

    Access(World world, String role, LaneRecorder lane, long limitNs, Tally tally, Need... needs) {
        this.world = world;
        this.lane = lane;
        this.limitNs = limitNs;
        views = new Views(world.views());
        hold = world.faults().at("hold", role, lane.name());
        between = world.faults().at("tally", role, lane.name());
        copy = world.faults().at("copy", "world");
        this.role = role;
        this.needs = needs;
        trace = new Trace(world);
        random = new SplittableRandom(lane.lane());
        reshare(tally);
    }

    /** The world is shared in another way, and the role adds to {@code to} now; at a safe point. */
    void reshare(Tally to) {
        tally = to;
        planted();
        ends = world.exchange() == null ? null : new Ends(world.exchange(), role, this::copyIn, needs);
        wholeTick = world.sharing().hold() == Hold.TICK ? new Scope(world, this, role + " (whole tick)", lane, null, needs) : null;
        scopes.forEach(s -> s.reshare(world, wholeTick));
    }

    /** Other faults are planted; at a safe point. */
    void planted() {
        slotwise = copy.armed() || world.guardOf(Region.BODIES).kind() == Guard.Kind.NONE;
    }

    /** A critical section of this role. Made once, at the lane's start, and entered many times. */
    public Scope scope(Need... needs) {
        return scope(role, needs);
    }

    /** As the other {@code scope}; {@code site}, a class and a method, says where it is to those who read of a race. */
    public Scope scope(String site, Need... needs) {
        Scope s = new Scope(world, this, site, lane, wholeTick, needs);
        scopes.add(s);
        return s;
    }

    /** True if it is that role's, on that lane. */
    boolean isOf(String ofRole, LaneRecorder onLane) {
        return role.equals(ofRole) && lane == onLane;
    }

    /** The role has gone; at a safe point. */
    void leave() {
        if (ends != null) {
            ends.leave();
        }
        world.faults().forget(hold, between, copy);
    }

    /** The role has moved to another lane; at a safe point. */
    void moveTo(LaneRecorder to) {
        lane = to;
        scopes.forEach(s -> s.moveTo(to));
        if (wholeTick != null) {
            wholeTick.moveTo(to);
        }
    }

    /** Begins the next run, numbered from 1. As {@link #enterTick(long)}. */
    public boolean enterTick() throws InterruptedException {
        return enterTick(tick + 1);
    }

    /**
     * Begins a tick, frame or run: with hold {@code tick} this takes all guards the role needs. False as
     * {@link Scope#enter}.
     *
     * @param number for faults that are to happen in a certain tick
     */
    public boolean enterTick(long number) throws InterruptedException {
        tick = number;
        return wholeTick == null || wholeTick.enterWith(false);
    }

    /** Ends what a successful {@link #enterTick} began. */
    public void exitTick() {
        if (wholeTick != null) {
            wholeTick.exit();
        }
    }

    /** Copies intents in. */
    public void put(Intents mine) {
        mayWrite();
        if (ends != null) {
            ends.publish(mine, lane);
        } else {
            writes(Region.INTENTS);
            world.intents.set(mine);
        }
    }

    /** Copies intents out. */
    public void take(Intents into) {
        Intents from = ends != null ? ends.intents(lane) : world.intents;
        if (from != null) {
            reads(Region.INTENTS);
            into.set(from);
        }
    }

    /** Publishes a tick: under a guard block by block, under {@code none} straight into the shared arrays. */
    public void put(Bodies mine) {
        mayWrite();
        if (world.views()) {
            mine.sign();
        }
        if (ends != null) {
            ends.publish(mine, lane);
        } else {
            writes(Region.BODIES);
            copyIn(mine, world.bodies);
        }
    }

    private void copyIn(Bodies mine, Bodies shared) {
        if (slotwise) {
            shared.putSlots(mine, copy, lane);
        } else {
            shared.put(mine);
        }
    }

    /** Copies bodies out. */
    public void take(Bodies into) {
        Bodies from = ends != null ? ends.bodies(lane) : world.bodies;
        if (from != null) {
            reads(Region.BODIES);
            into.take(from, copy, lane);
            views.note(into);
            checkUnlessUnsure();
        }
    }

    /** Publishes the assets' states. */
    public void put(Sectors mine) {
        mayWrite();
        mine.version = world.nextVersion(mine.version);
        if (world.views()) {
            mine.sign();
        }
        if (ends != null) {
            ends.publish(mine, lane);
        } else {
            writes(Region.SECTORS);
            world.sectors.put(mine);
        }
    }

    /** Copies the assets' states out. */
    public void take(Sectors into) {
        Sectors from = ends != null ? ends.sectors(lane) : world.sectors;
        if (from != null) {
            reads(Region.SECTORS);
            into.take(from);
            views.note(into);
            checkUnlessUnsure();
        }
    }

    /** Adds to a shared counter. */
    public void add(Counter counter, long n) {
        mayWrite();
        writes(Region.TALLY);
        tally.add(ledger, counter, n, between, lane, world.tallyTick());
    }

    /** The tick of physics' last addition to the tally. */
    public int tallyTick() {
        reads(Region.TALLY);
        return world.tallyTick();
    }

    /** Stamps the tally with the tick that was added to it; physics does. */
    public void stampTally(int tick) {
        mayWrite();
        writes(Region.TALLY);
        world.tallyTick(tick);
    }

    /** What this role really added; any thread. */
    public Ledger ledger() {
        return ledger;
    }

    /** A section of this role was entered. */
    void inside(Scope scope) {
        section = scope;
    }

    private void reads(Region region) {
        LaneOrder order = lane.order();
        if (order != null) {
            trace.reads(order, region, section == null || !section.isUnheld(world, region));
        }
    }

    private void writes(Region region) {
        LaneOrder order = lane.order();
        if (order != null) {
            trace.writes(order, region);
        }
    }

    /** Lets others go first for a while, 1 to 5 ms: some other while each time, so that two who do so do not meet again. */
    void backOff() throws InterruptedException {
        lane.giveUpTurn();
        try {
            TimeUnit.NANOSECONDS.sleep(random.nextLong(LEAST_BACK_OFF_NS, MOST_BACK_OFF_NS));
        } finally {
            lane.takeTurn();
        }
    }

    /** What the race detector sees of this role. */
    Trace trace() {
        return trace;
    }

    /** The tick, frame or run. */
    long tick() {
        return tick;
    }

    private boolean unsure() {
        return section != null && section.unsure();
    }

    private void mayWrite() {
        if (unsure()) {
            throw new IllegalStateException("lane '" + lane.name() + "' writes to the world before again() has said that its copies are good");
        }
    }

    private void checkUnlessUnsure() {
        if (!unsure()) {
            views.check();
        }
    }

    /** What was taken in this section is not to be looked at. */
    void forgetTaken() {
        trace.forget();
        views.forget();
    }

    long limitNs() {
        return limitNs;
    }

    /** A scope of this role has taken the first of its guards. */
    void firstTaken() {
        if (hold.armed()) {
            hold.fire(lane, tick);
        }
    }

    /** What it adds to. */
    Tally tally() {
        return tally;
    }

    /** The lane of its role, by number. */
    int lane() {
        return lane.lane();
    }

    /** True if it named that region to be written, or to be read. */
    boolean needs(Region region, boolean write) {
        return Stream.of(needs).anyMatch(n -> n.region() == region && n.write() == write);
    }

    /** What this role saw of the world; any thread reads its counts. */
    Views views() {
        return views;
    }
}
