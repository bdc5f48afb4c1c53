package lockstep.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lockstep.sync.Edge;
import lockstep.sync.Guard;
import lockstep.sync.Variable;

/**
 * One way of sharing the world, in force: the guards, and which regions each one keeps. Immutable; when the sharing changes,
 * another object replaces it ({@link World#guarding}). So several questions to one object get consistent answers, on any thread,
 * even during a change.
 */
public final class Guarding {
    private final World.Sharing sharing;
    private final Guard[] guardOf;
    private final Edge[] edges;
    private final Variable[] variables;
    private final Ends.All exchange;
    private final List<Guard> ofRegions;
    private final List<Guard> all;
    private final GuardNames names;

    /**
     * @param guardOf the guard of each region, by its ordinal
     * @param variables who used each region last, by its ordinal
     * @param exchange the exchanges, or null where regions are guarded
     * @param names of guards by number
     * @param limits guards that keep no region
     */
    private Guarding(World.Sharing sharing, Guard[] guardOf, Variable[] variables, Ends.All exchange, GuardNames names,
                     List<Guard> limits) {
        this(sharing, guardOf, Arrays.stream(guardOf).distinct().map(g -> new Edge(g.letsReadersTogether())).toArray(Edge[]::new),
            variables, exchange, names, limits);
    }

    private Guarding(World.Sharing sharing, Guard[] guardOf, Edge[] edges, Variable[] variables, Ends.All exchange,
                     GuardNames names,
                     List<Guard> limits) {
        this.sharing = sharing;
        this.guardOf = guardOf;
        this.edges = edges;
        this.variables = variables;
        this.exchange = exchange;
        ofRegions = Arrays.stream(guardOf).distinct().toList();
        List<Guard> guards = new ArrayList<>(ofRegions);
        guards.addAll(limits);
        all = List.copyOf(guards);
        this.names = names.with(all);
    }

    /** The first sharing of a run. */
    static Guarding first(World.Sharing sharing, Guard[] guardOf, Variable[] variables, Ends.All exchange) {
        return new Guarding(sharing, guardOf, variables, exchange, new GuardNames(), List.of());
    }

    /** The sharing after this one, with the same limits; its guards are numbered from {@link #next}. */
    Guarding then(World.Sharing sharing, Guard[] guardOf, Ends.All exchange) {
        return new Guarding(sharing, guardOf, variables, exchange, names.next(), limits());
    }

    /** The same guards with one more limit. */
    Guarding and(Guard limit) {
        List<Guard> limits = new ArrayList<>(limits());
        limits.add(limit);
        return new Guarding(sharing, guardOf, edges, variables, exchange, names, limits);
    }

    /** The number of the first guard of the sharing after this one. */
    int next() {
        return names.next().first();
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

    /**
     * The name of the guard with that number, also of the last sharings before this one, because their spans are still read.
     * Allocates nothing for a known number.
     */
    public String nameOf(int number) {
        return names.of(number);
    }

    /** All names that {@link #nameOf} knows, by number. */
    public Map<Integer, String> names() {
        return names.all();
    }

    Guard of(Region r) {
        return guardOf[r.ordinal()];
    }

    /** The happens-before order of the guard with that number. */
    Edge edgeOf(int guard) {
        return edges[guard - names.first()];
    }

    /** The race detector's state of a region, or null under an exchange, where lanes use their own copies. */
    Variable variableOf(Region r) {
        return exchange == null ? variables[r.ordinal()] : null;
    }

    /** The exchanges, or null if regions are guarded. */
    Ends.All exchange() {
        return exchange;
    }
}
