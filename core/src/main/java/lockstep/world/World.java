package lockstep.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import lockstep.time.LaneTimer;

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
    private Ends.All exchange;
    private final List<Tally> tallies = new CopyOnWriteArrayList<>();
    private final AtomicInteger tallyTick = new AtomicInteger();
    private final AtomicInteger lastVersion = new AtomicInteger();
    private volatile Sharing sharing;
    private final BiFunction<Integer, String, Guard> maker;
    private final int capacity;
    private final int assets;
    private final boolean views;
    private final Faults faults;
    private final Races races = new Races();
    private final Variable[] variables = new Variable[Region.values().length];
    private final Guard[] guardOf = new Guard[Region.values().length];
    private final List<Guard> limits = new CopyOnWriteArrayList<>();
    private volatile List<Guard> guards = List.of();
    private List<Edge> edges = List.of();
    private final List<Access> accesses = new CopyOnWriteArrayList<>();

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
        guard(sharing);
        if (exchange == null) {
            tallies.add(new Tally());
        }
    }

    private void guard(Sharing next) {
        List<Guard> fresh = new ArrayList<>();
        for (Region r : Region.values()) {
            if (next.granularity == Granularity.REGION || fresh.isEmpty()) {
                String what = next.granularity == Granularity.REGION ? r.word() : "world";
                fresh.add(maker != null ? maker.apply(fresh.size(), what) : Guards.make(next.guard, fresh.size(), what));
            }
            guardOf[r.ordinal()] = fresh.get(fresh.size() - 1);
        }
        exchange = fresh.get(0).kind() == Guard.Kind.EXCHANGE ? new Ends.All(capacity, assets, races) : null;
        sharing = next;
        guards = List.copyOf(fresh);
        edges = fresh.stream().map(g -> new Edge(g.letsReadersTogether())).toList();
    }

    /**
     * Shares the world in another way from now on: other guards, or exchanges, before the same content. Only while no
     * lane is in a section and all stand at a safe point, which orders this before whatever they do next. What guards saw
     * so far is forgotten; ledgers and what was lost stay.
     */
    public void share(Sharing next) {
        if (next.equals(sharing)) {
            return;
        }
        Bodies lastBodies = exchange == null ? bodies : exchange.bodies.newest();
        Intents lastIntents = exchange == null ? intents : exchange.intents.newest();
        Sectors lastSectors = exchange == null ? sectors : exchange.sectors.newest();
        Tally sum = new Tally();
        for (Tally t : tallies) {
            sum.addAll(t);
        }
        guard(next);
        tallies.clear();
        tallies.add(sum);
        lastVersion.set(lastSectors.version);
        if (exchange != null) {
            exchange.keep(lastIntents, lastBodies, lastSectors);
        } else if (lastBodies != bodies) {
            intents.set(lastIntents);
            bodies.put(lastBodies);
            sectors.put(lastSectors);
        }
        accesses.forEach(Access::reshare);
        allHere();
    }

    /** Plants these faults in place of those planted here before, see {@link Faults#widen}; only while all lanes stand. */
    public void widen(List<FaultSpec> specs) {
        faults.widen(specs);
        accesses.forEach(Access::planted);
    }

    /**
     * A role's way to the world. Called once for each role by the lane that runs it, before or while others run.
     *
     * @param limitNs longest wait for a guard in ns, or {@link Guard#NO_LIMIT}
     * @param needs what the role uses in a tick, in the order in which its code names it
     */
    public Access access(String role, LaneTimer lane, long limitNs, Need... needs) {
        Access a = new Access(this, role, lane, limitNs, needs);
        accesses.add(a);
        return a;
    }

    /** All roles have their access. Whoever comes later gets one too, but may begin with something a little old. */
    public void allHere() {
        if (exchange != null) {
            exchange.close();
        }
    }

    /** How it is shared. */
    public Sharing sharing() {
        return sharing;
    }

    /** True if checksums are published and checked. */
    public boolean views() {
        return views;
    }

    /** Adds something that at most {@code atOnce} lanes may do at a time; before any lane starts. */
    public Guard limit(String what, int atOnce) {
        Guard limit = Guards.limit(atOnce, Region.values().length + limits.size(), what);
        limits.add(limit);
        return limit;
    }

    /** The guards by number: those of regions, then limits. */
    public List<Guard> guards() {
        List<Guard> all = new ArrayList<>(guards);
        all.addAll(limits);
        return all;
    }

    /** The name of the guard with that number, one of {@link #guards}; allocates nothing. */
    public String guardName(int number) {
        return number < guardOf.length ? guards.get(number).name() : limits.get(number - guardOf.length).name();
    }

    /** True if a guard keeps a region, false if it is only a limit. */
    public boolean keepsRegion(Guard guard) {
        return List.of(guardOf).contains(guard);
    }

    /** The regions that a guard keeps, in their order; none for a limit. Allocates. */
    public List<Region> regionsOf(Guard guard) {
        return Arrays.stream(Region.values()).filter(r -> guardOf[r.ordinal()] == guard).toList();
    }

    Guard guardOf(Region r) {
        return guardOf[r.ordinal()];
    }

    /** The order that the guard of regions with that number makes. */
    Edge edgeOf(int guard) {
        return edges.get(guard);
    }

    /** Who used a region last, or null where lanes use copies of their own of it, as with an exchange. */
    Variable variableOf(Region r) {
        return exchange == null ? variables[r.ordinal()] : null;
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
        return exchange;
    }

    /** The tally that a new role adds to. */
    Tally tallyFor() {
        if (exchange == null) {
            return tallies.get(0);
        }
        Tally own = new Tally();
        tallies.add(own);
        return own;
    }

    /** Version of the next publication of sectors, after {@code mine}; with an exchange writers draw numbers. */
    int nextVersion(int mine) {
        return exchange == null ? mine + 1 : lastVersion.incrementAndGet();
    }

    int tallyTick() {
        return tallyTick.getOpaque();
    }

    void tallyTick(int tick) {
        tallyTick.setOpaque(tick);
    }

    /** What all roles really added to a counter. */
    public long ledger(Counter c) {
        long sum = 0;
        for (int i = 0; i < accesses.size(); i++) {
            sum += accesses.get(i).ledger().get(c);
        }
        return sum;
    }

    /** What the shared counter says, cells of roles summed; any thread. */
    public long tally(Counter c) {
        long sum = 0;
        for (int i = 0; i < tallies.size(); i++) {
            sum += tallies.get(i).get(c);
        }
        return sum;
    }

    /** Updates lost so far: ledgers summed, minus the tally. Exact in a scope on {@code tally} or after the run. */
    public long lostUpdates() {
        long lost = 0;
        for (int i = 0; i < Counter.COUNT; i++) {
            lost += ledger(Counter.of(i)) - tally(Counter.of(i));
        }
        return lost;
    }

    /** Views checked by all roles. */
    public long viewsChecked() {
        return accesses.stream().mapToLong(a -> a.views().checked()).sum();
    }

    /** Views that were not what had been published. */
    public long viewsBad() {
        return accesses.stream().mapToLong(a -> a.views().bad()).sum();
    }
}
