package lockstep.world;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import lockstep.sync.Edge;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.sync.Races;
import lockstep.sync.Variable;
import lockstep.time.LaneRecorder;

/**
 * The shared world: four regions with their guards, or the exchanges in their place. Made once for a run, before its lanes start;
 * from then on a lane reaches the regions only through its roles' {@link Access}.
 */
public final class World {
    /** How the world is shared. */
    public record Sharing(String guard, Granularity granularity, Order order, Hold hold) {
    }

    final Intents intents = new Intents();
    final Bodies bodies;
    final Sectors sectors;
    private final AtomicInteger tallyTick = new AtomicInteger();
    private final AtomicInteger lastVersion = new AtomicInteger();
    private final BiFunction<Integer, String, Guard> maker;
    private final int capacity;
    private final int assets;
    private final boolean views;
    private final Faults faults;
    private final Races races = new Races();
    private final Variable[] variables = new Variable[Region.values().length];
    private volatile Guarding guarding;
    private volatile Members members = new Members();

    /**
     * @param capacity number of slots
     * @param assets how many assets have a state
     * @param views true to publish and check checksums
     */
    public World(int capacity, int assets, Sharing sharing, boolean views, Faults faults) {
        this(capacity, assets, sharing, views, faults, null);
    }

    /** As the public constructor, with guards made by {@code maker} from number and name. */
    World(int capacity, int assets, Sharing sharing, boolean views, Faults faults, BiFunction<Integer, String, Guard> maker) {
        bodies = new Bodies(capacity);
        sectors = new Sectors(assets);
        this.capacity = capacity;
        this.assets = assets;
        this.views = views;
        this.faults = faults;
        this.maker = maker;
        for (Region r : Region.values()) {
            variables[r.ordinal()] = races.variable(r.word());
        }
        guarding = guarding(sharing);
    }

    private Guarding guarding(Sharing next) {
        int first = guarding == null ? 0 : guarding.next();
        Guard[] guardOf = new Guard[Region.values().length];
        for (Region r : Region.values()) {
            int i = r.ordinal();
            if (next.granularity == Granularity.REGION || i == 0) {
                String what = next.granularity == Granularity.REGION ? r.word() : "world";
                guardOf[i] = maker != null ? maker.apply(first + i, what) : Guards.make(next.guard, first + i, what);
            } else {
                guardOf[i] = guardOf[0];
            }
        }
        Ends.All exchange = guardOf[0].kind() == Guard.Kind.EXCHANGE ? new Ends.All(capacity, assets, races) : null;
        return guarding == null ? Guarding.first(next, guardOf, variables, exchange) : guarding.then(next, guardOf, exchange);
    }

    /**
     * Changes how the world is shared: other guards or exchanges for the same content. Only while no lane is in a section and all
     * are paused at a safe point, which orders this before whatever they do next. Statistics of the old guards are forgotten;
     * ledgers and lost updates stay, and a concurrent reader never sees a loss that did not happen.
     */
    public synchronized void share(Sharing next) {
        if (next.equals(sharing())) {
            return;
        }
        Ends.All before = exchange();
        Bodies lastBodies = before == null ? bodies : before.bodies.newest();
        Intents lastIntents = before == null ? intents : before.intents.newest();
        Sectors lastSectors = before == null ? sectors : before.sectors.newest();
        guarding = guarding(next);
        lastVersion.set(lastSectors.version);
        if (exchange() != null) {
            exchange().keep(lastIntents, lastBodies, lastSectors);
        } else if (lastBodies != bodies) {
            intents.set(lastIntents);
            bodies.put(lastBodies);
            sectors.put(lastSectors);
        }
        members = members.counting(exchange() != null);
        for (int i = 0; i < members.accesses().size(); i++) {
            members.accesses().get(i).reshare(members.tallies().get(exchange() == null ? 0 : i + 1));
        }
        allHere();
    }

    /** Plants {@code specs} as in {@link Faults#widen}; only while all lanes are paused. */
    public void widen(List<FaultSpec> specs) {
        faults.widen(specs);
        members.accesses().forEach(Access::planted);
    }

    /**
     * Makes a role's access to the world. Called once for each role by the lane that runs it, before or while others run.
     *
     * @param limitNs longest wait for a guard in ns, or {@link Guard#NO_LIMIT}
     * @param needs what the role uses in a tick, in the order in which its code names it
     */
    public synchronized Access access(String role, LaneRecorder lane, long limitNs, Need... needs) {
        Tally tally = exchange() == null ? members.common() : new Tally();
        Access a = new Access(this, role, lane, limitNs, tally, needs);
        members = members.with(a, tally);
        return a;
    }

    /** An empty copy of {@code bodies} with room for every slot. */
    public Bodies newBodies() {
        return new Bodies(capacity);
    }

    /** An empty copy of {@code sectors} with room for every asset. */
    public Sectors newSectors() {
        return new Sectors(assets);
    }

    /**
     * Removes the access of a role that has left {@code lane} for good. Its counts are kept, and its last publication stays
     * readable. Only while every lane is paused.
     */
    public synchronized void leave(String role, LaneRecorder lane) {
        for (Access a : members.accesses()) {
            if (a.isOf(role, lane)) {
                members = members.without(a);
                a.leave();
            }
        }
    }

    /** Moves the access of a role that has moved to another lane; only while every lane is paused. */
    public synchronized void move(String role, LaneRecorder from, LaneRecorder to) {
        for (Access a : members.accesses()) {
            if (a.isOf(role, from)) {
                a.moveTo(to);
            }
        }
    }

    /** Makes roles that get an access from now on begin with what is newest now; only while every lane is paused. */
    public void keepNewest() {
        if (exchange() != null) {
            exchange().keepNewest();
        }
    }

    /** Says that all roles have their access. A later role gets one too, but may begin with slightly old content. */
    public void allHere() {
        if (exchange() != null) {
            exchange().close();
        }
    }

    /** How the world is shared. */
    public Sharing sharing() {
        return guarding.sharing();
    }

    /** The guards in force and what each keeps; ask one such object for answers that must be consistent. Any thread. */
    public Guarding guarding() {
        return guarding;
    }

    /** True if checksums are published and checked. */
    public boolean views() {
        return views;
    }

    /** Adds a limit for something that at most {@code atOnce} lanes may do at a time; before any lane starts. */
    public synchronized Guard limit(String what, int atOnce) {
        Guard limit = Guards.limit(atOnce, Region.values().length + guarding.limits().size(), what);
        guarding = guarding.and(limit);
        return limit;
    }

    /** The guards in force: those of regions by number, then limits. Any thread. */
    public List<Guard> guards() {
        return guarding.guards();
    }

    Guard guardOf(Region r) {
        return guarding.of(r);
    }

    /** The happens-before order of the guard with that number. */
    Edge edgeOf(int guard) {
        return guarding.edgeOf(guard);
    }

    /** The race detector's state of a region, or null under an exchange, where lanes use their own copies. */
    Variable variableOf(Region r) {
        return guarding.variableOf(r);
    }

    /**
     * True if lanes can race on a region as it is shared now: it has no guard, at least two lanes use it, and one of them writes.
     * Any thread.
     */
    public boolean mayRace(Region region) {
        if (guarding.of(region).kind() != Guard.Kind.NONE) {
            return false;
        }
        List<Access> all = members.accesses();
        return all.stream().anyMatch(w -> w.needs(region, true)
            && all.stream().anyMatch(o -> o.lane() != w.lane() && (o.needs(region, true) || o.needs(region, false))));
    }

    /** The races found among lanes that use this world. */
    public Races races() {
        return races;
    }

    Faults faults() {
        return faults;
    }

    /** The exchanges, or null if regions are guarded. */
    Ends.All exchange() {
        return guarding.exchange();
    }

    /** Version of the next publication of sectors, after {@code mine}; with an exchange writers draw numbers. */
    int nextVersion(int mine) {
        return exchange() == null ? mine + 1 : lastVersion.incrementAndGet();
    }

    int tallyTick() {
        return tallyTick.getOpaque();
    }

    void tallyTick(int tick) {
        tallyTick.setOpaque(tick);
    }

    /** How much all roles, including those that left, really added to a counter; any thread. */
    public long ledger(Counter c) {
        return members.ledger(c);
    }

    /** The value of the shared counter, or the sum of the roles' cells; any thread. */
    public long tally(Counter c) {
        return members.tally(c);
    }

    /**
     * Updates lost so far: the sum of the ledgers minus the tally. Exact in a section on {@code tally} or after the run. While
     * lanes add, the result can only be too small, because the ledgers are read first.
     */
    public long lostUpdates() {
        long lost = 0;
        for (int i = 0; i < Counter.COUNT; i++) {
            lost += ledger(Counter.of(i)) - tally(Counter.of(i));
        }
        return lost;
    }

    /** Views checked by all roles, including those that left. */
    public long viewsChecked() {
        return members.viewsChecked();
    }

    /** Views that differed from what was published. */
    public long viewsBad() {
        return members.viewsBad();
    }

    /** How many roles have an access; any thread. */
    public int accesses() {
        return members.accesses().size();
    }

    /** How many roles have an access that reads a region; under an exchange, how many have joined it to read. Any thread. */
    public int readers(Region r) {
        return registered(r, false);
    }

    /** As {@link #readers}, for roles that write. */
    public int writers(Region r) {
        return registered(r, true);
    }

    private int registered(Region r, boolean write) {
        Exchanges<?> exchanged = exchange() == null ? null : exchange().of(r);
        if (exchanged != null) {
            return write ? exchanged.writers() : exchanged.readers();
        }
        return (int) members.accesses().stream().filter(a -> a.needs(r, write)).count();
    }
}
