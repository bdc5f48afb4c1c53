package lockstep.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.LaneTimer;

/**
 * The shared world: four regions and the guards before them. Made once for a run, before its lanes start; from then on a
 * lane reaches the regions only through its roles' {@link Access}.
 */
public final class World {
    /** How the world is shared. */
    public record Sharing(String guard, Granularity granularity, Order order, Hold hold) {
    }

    final Intents intents = new Intents();
    final Bodies bodies;
    final Tally tally = new Tally();
    final Sectors sectors;
    private final Sharing sharing;
    private final boolean views;
    private final Faults faults;
    private final Guard[] guardOf = new Guard[Region.values().length];
    private final List<Guard> guards = new ArrayList<>();
    private final List<Access> accesses = new CopyOnWriteArrayList<>();

    /**
     * @param capacity slots there can be
     * @param assets how many assets have a state
     * @param views true to publish and check checksums
     */
    public World(int capacity, int assets, Sharing sharing, boolean views, Faults faults) {
        this(capacity, assets, sharing, views, faults, (number, name) -> Guards.make(sharing.guard, number, name));
    }

    /** With guards of one's own; each is made from its number and what it guards. */
    World(int capacity, int assets, Sharing sharing, boolean views, Faults faults, BiFunction<Integer, String, Guard> maker) {
        bodies = new Bodies(capacity);
        sectors = new Sectors(assets);
        this.sharing = sharing;
        this.views = views;
        this.faults = faults;
        for (Region r : Region.values()) {
            if (sharing.granularity == Granularity.REGION || guards.isEmpty()) {
                guards.add(maker.apply(guards.size(), sharing.granularity == Granularity.REGION ? r.word() : "world"));
            }
            guardOf[r.ordinal()] = guards.get(guards.size() - 1);
        }
    }

    /**
     * A role's way to the world. Called once for each role by the lane that runs it.
     *
     * @param limitNs longest wait for a guard in ns, or {@link Guard#NO_LIMIT}
     * @param needs what the role uses in a tick, in the order in which its code names it
     */
    public Access access(String role, LaneTimer lane, long limitNs, Need... needs) {
        Access a = new Access(this, role, lane, limitNs, needs);
        accesses.add(a);
        return a;
    }

    /** How it is shared. */
    public Sharing sharing() {
        return sharing;
    }

    /** True if checksums are published and checked. */
    public boolean views() {
        return views;
    }

    /** The guards, by number. */
    public List<Guard> guards() {
        return List.copyOf(guards);
    }

    Guard guardOf(Region r) {
        return guardOf[r.ordinal()];
    }

    Faults faults() {
        return faults;
    }

    /** What all roles really added to a counter. */
    public long ledger(Counter c) {
        long sum = 0;
        for (int i = 0; i < accesses.size(); i++) {
            sum += accesses.get(i).ledger().get(c);
        }
        return sum;
    }

    /** What the shared counter says; any thread. */
    public long tally(Counter c) {
        return tally.get(c);
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
        return accesses.stream().mapToLong(Access::viewsChecked).sum();
    }

    /** Views that were not what had been published. */
    public long viewsBad() {
        return accesses.stream().mapToLong(Access::viewsBad).sum();
    }
}
