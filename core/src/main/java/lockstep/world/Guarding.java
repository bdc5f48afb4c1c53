package lockstep.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.sync.Edge;
import lockstep.sync.Guard;
import lockstep.sync.Variable;

/**
 * One way of sharing the world, put into force: the guards, and which region each keeps. It never changes; when the world
 * is shared in another way another one takes its place, see {@link World#guarding}. So who asks one of these several things
 * gets answers that belong together, on any thread and while a change is made.
 */
public final class Guarding {
    private final World.Sharing sharing;
    private final Guard[] guardOf;
    private final Edge[] edges;
    private final Variable[] variables;
    private final Ends.All exchange;
    private final List<Guard> ofRegions;
    private final List<Guard> all;

    /**
     * @param guardOf the guard of each region, by its ordinal
     * @param variables who used each region last, by its ordinal
     * @param exchange the exchanges, or null where regions are guarded
     * @param limits guards that keep no region
     */
    Guarding(World.Sharing sharing, Guard[] guardOf, Variable[] variables, Ends.All exchange, List<Guard> limits) {
        this(sharing, guardOf, Arrays.stream(guardOf).distinct().map(g -> new Edge(g.letsReadersTogether())).toArray(Edge[]::new),
            variables, exchange, limits);
    }

    private Guarding(World.Sharing sharing, Guard[] guardOf, Edge[] edges, Variable[] variables, Ends.All exchange, List<Guard> limits) {
        this.sharing = sharing;
        this.guardOf = guardOf;
        this.edges = edges;
        this.variables = variables;
        this.exchange = exchange;
        ofRegions = Arrays.stream(guardOf).distinct().toList();
        List<Guard> guards = new ArrayList<>(ofRegions);
        guards.addAll(limits);
        all = List.copyOf(guards);
    }

    /** The same guards with one more limit. */
    Guarding and(Guard limit) {
        List<Guard> limits = new ArrayList<>(limits());
        limits.add(limit);
        return new Guarding(sharing, guardOf, edges, variables, exchange, limits);
    }

    /** The guards that keep no region. */
    List<Guard> limits() {
        return all.subList(ofRegions.size(), all.size());
    }

    /** How the world is shared. */
    public World.Sharing sharing() {
        return sharing;
    }

    /** The guards: those of regions by number, then limits. */
    public List<Guard> guards() {
        return all;
    }

    /** True if a guard keeps a region, false if it is only a limit. */
    public boolean keepsRegion(Guard guard) {
        return ofRegions.contains(guard);
    }

    /** The regions that a guard keeps, in their order; none for a limit. Allocates. */
    public List<Region> regionsOf(Guard guard) {
        return Arrays.stream(Region.values()).filter(r -> of(r) == guard).toList();
    }

    /** The name of the guard with that number; allocates nothing for one of {@link #guards}. */
    public String nameOf(int number) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number() == number) {
                return all.get(i).name();
            }
        }
        return "guard " + number;
    }

    Guard of(Region r) {
        return guardOf[r.ordinal()];
    }

    /** The order that the guard of regions with that number makes. */
    Edge edgeOf(int guard) {
        return edges[guard];
    }

    /** Who used a region last, or null where lanes use copies of their own of it, as with an exchange. */
    Variable variableOf(Region r) {
        return exchange == null ? variables[r.ordinal()] : null;
    }

    /** The exchanges, or null where regions are guarded. */
    Ends.All exchange() {
        return exchange;
    }
}
