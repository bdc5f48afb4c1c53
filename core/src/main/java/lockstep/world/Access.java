package lockstep.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lockstep.sync.Fault;
import lockstep.sync.Hold;
import lockstep.time.LaneRecorder;

/**
 * One role's way to the shared world. Only the lane of the role makes its {@link Section}s and its {@link WholeTick} here, when
 * the role starts; the counts may be read by any thread. Where the role goes its access follows: a live change moves it to
 * the role's new lane or takes it away, see {@link World#move} and {@link World#leave}.
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
    private final WorldReader in;
    private final WorldWriter out;
    private final String role;
    private final Need[] needs;
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
        in = new WorldReader(world, this, copy);
        out = new WorldWriter(world, this, between, copy);
        this.role = role;
        this.needs = needs;
        trace = new Trace(world);
        random = new SplittableRandom(lane.lane());
        reshare(tally);
    }

    /** The world is shared in another way, and the role adds to {@code to} now; at a safe point. */
    void reshare(Tally to) {
        tally = to;
        out.planted();
        ends = world.exchange() == null ? null : new Ends(world.exchange(), role, out::copyIn, needs);
        wholeTick =
            world.sharing().hold() == Hold.TICK ? new Scope(world, this, role + " (whole tick)", lane, null, needs) : null;
        scopes.forEach(s -> s.reshare(world, wholeTick));
    }

    /** Other faults are planted; at a safe point. */
    void planted() {
        out.planted();
    }

    /**
     * A critical section of this role, to be made when the role starts.
     *
     * @param site a class and the section's name, for those who read of a race
     * @param reads copies out of the world, or {@link Section.Reads#NOTHING}
     * @param writes copies into the world, or {@link Section.Writes#NOTHING}
     * @param needs the regions it reads and writes, in the order in which the guard order {@code as-written} takes them
     */
    public Section section(String site, Section.Reads reads, Section.Writes writes, Need... needs) {
        return new Section(this, scope(site, needs), reads, writes);
    }

    /** The whole tick, frame or run of this role, to be made when the role starts. */
    public WholeTick wholeTick(WholeTick.Body body) {
        return new WholeTick(this, body);
    }

    /** The guards of a section; site as in {@link #section}. */
    Scope scope(String site, Need... needs) {
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

    /** Begins a tick, frame or run: with hold {@code tick} takes all guards the role needs. False as {@link Scope#enter}. */
    boolean enterTick(long number) throws InterruptedException {
        tick = number;
        return wholeTick == null || wholeTick.enterWith(false);
    }

    /** Ends what a successful {@link #enterTick} began. */
    void exitTick() {
        if (wholeTick != null) {
            wholeTick.exit();
        }
    }

    /** How the reading parts of its sections get at the world. */
    WorldReader in() {
        return in;
    }

    /** How the writing parts of its sections get at the world. */
    WorldWriter out() {
        return out;
    }

    /** The role's ends of the exchanges, or null where regions are guarded. */
    Ends ends() {
        return ends;
    }

    /** Where the role's lane records. */
    LaneRecorder recorder() {
        return lane;
    }

    /** Fails if the role is in a section: those who begin one inside another take guards out of order. */
    void refuseInsideSection() {
        if (section != null && section != wholeTick && section.entered()) {
            throw new IllegalStateException("lane '" + lane.name() + "' begins a section or a tick inside '" + section.site()
                + "': sections do not nest");
        }
    }

    /** What this role really added; any thread. */
    Ledger ledger() {
        return ledger;
    }

    /** A section of this role was entered. */
    void inside(Scope scope) {
        section = scope;
    }

    /** False if what the role reads of a region now is read without holding the guard that keeps it. */
    boolean holds(Region region) {
        return section == null || !section.isUnheld(world, region);
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

    /** True while what was copied may yet turn out to be no good. */
    boolean unsure() {
        return section != null && section.unsure();
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
