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
 * The shared world: four regions and the guards before them, or the exchanges in their place. Made once for a run, before
 * its lanes start; from then on a lane reaches the regions only through its roles' {@link Access}.
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
     * @param capacity slots there can be
     * @param assets how many assets have a state
     * @param views true to publish and check checksums
     */
    public World(int capacity, int assets, Sharing sharing, boolean views, Faults faults) {
        this(capacity, assets, sharing, views, faults, null);
    }

    /** With guards of one's own; each is made from its number and what it guards. */
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
     * Shares the world in another way from now on: other guards, or exchanges, before the same content. Only while no
     * lane is in a section and all stand at a safe point, which orders this before whatever they do next. What guards saw
     * so far is forgotten; ledgers and what was lost stay, and who reads them meanwhile sees no loss that is none.
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

    /** Plants these faults in place of those planted here before, see {@link Faults#widen}; only while all lanes stand. */
    public void widen(List<FaultSpec> specs) {
        faults.widen(specs);
        members.accesses().forEach(Access::planted);
    }

    /**
     * A role's way to the world. Called once for each role by the lane that runs it, before or while others run.
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
     * A role is off that lane for good: its access is no longer one of the world's. What it counted stays counted, and what it
     * published stays to be read. Only while every lane stands.
     */
    public synchronized void leave(String role, LaneRecorder lane) {
        for (Access a : members.accesses()) {
            if (a.isOf(role, lane)) {
                members = members.without(a);
                a.leave();
            }
        }
    }

    /** A role has moved to another lane, and its access with it; only while every lane stands. */
    public synchronized void move(String role, LaneRecorder from, LaneRecorder to) {
        for (Access a : members.accesses()) {
            if (a.isOf(role, from)) {
                a.moveTo(to);
            }
        }
    }

    /** Who gets an access from now on begins with what is newest now; only while every lane stands. */
    public void keepNewest() {
        if (exchange() != null) {
            exchange().keepNewest();
        }
    }

    /** All roles have their access. Whoever comes later gets one too, but may begin with something a little old. */
    public void allHere() {
        if (exchange() != null) {
            exchange().close();
        }
    }

    /** How it is shared. */
    public Sharing sharing() {
        return guarding.sharing();
    }

    /** The guards in force and what each keeps: ask one of these for all that is to belong together. */
    public Guarding guarding() {
        return guarding;
    }

    /** True if checksums are published and checked. */
    public boolean views() {
        return views;
    }

    /** Adds something that at most {@code atOnce} lanes may do at a time; before any lane starts. */
    public synchronized Guard limit(String what, int atOnce) {
        Guard limit = Guards.limit(atOnce, Region.values().length + guarding.limits().size(), what);
        guarding = guarding.and(limit);
        return limit;
    }

    /** The guards in force: those of regions by number, then limits. */
    public List<Guard> guards() {
        return guarding.guards();
    }

    Guard guardOf(Region r) {
        return guarding.of(r);
    }

    /** The order that the guard of regions with that number makes. */
    Edge edgeOf(int guard) {
        return guarding.edgeOf(guard);
    }

    /** Who used a region last, or null where lanes use copies of their own of it, as with an exchange. */
    Variable variableOf(Region r) {
        return guarding.variableOf(r);
    }

    /**
     * True if lanes can race on a region as it is shared now: nothing keeps them apart, at least two use it, and one of them
     * writes. Any thread.
     */
    public boolean mayRace(Region region) {
        if (guarding.of(region).kind() != Guard.Kind.NONE) {
            return false;
        }
        List<Access> all = members.accesses();
        return all.stream().anyMatch(w -> w.needs(region, true)
            && all.stream().anyMatch(o -> o.lane() != w.lane() && (o.needs(region, true) || o.needs(region, false))));
    }

    /** The races among lanes that use this world. */
    public Races races() {
        return races;
    }

    Faults faults() {
        return faults;
    }

    /** The exchanges, or null where regions are guarded. */
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

    /** What all roles really added to a counter, those that left too; any thread. */
    public long ledger(Counter c) {
        return members.ledger(c);
    }

    /** What the shared counter says, cells of roles summed; any thread. */
    public long tally(Counter c) {
        return members.tally(c);
    }

    /**
     * Updates lost so far: ledgers summed, minus the tally. Exact in a scope on {@code tally} or after the run; read while lanes
     * add, a loss can only look too small, because the truth is looked at first.
     */
    public long lostUpdates() {
        long lost = 0;
        for (int i = 0; i < Counter.COUNT; i++) {
            lost += ledger(Counter.of(i)) - tally(Counter.of(i));
        }
        return lost;
    }

    /** Views checked by all roles, those that left too. */
    public long viewsChecked() {
        return members.viewsChecked();
    }

    /** Views that were not what had been published. */
    public long viewsBad() {
        return members.viewsBad();
    }

    /** How many roles have an access; any thread. */
    public int accesses() {
        return members.accesses().size();
    }

    /** How many roles have an access that reads a region; under an exchange, how many really take from it. Any thread. */
    public int readers(Region r) {
        return registered(r, false);
    }

    /** As {@link #readers}, of those that write. */
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
