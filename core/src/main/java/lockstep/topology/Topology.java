package lockstep.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import org.tomlj.MutableTomlTable;

/**
 * Which roles run on which lanes at what rate, and how the lanes meet. Immutable; any thread may read it.
 *
 * @param name what the user called it: a shipped name, or a file's name without its ending
 * @param about one sentence for lists and the overlay; may be empty
 * @param lanes the lanes in the order of the file
 * @param hz requested runs per second by role; 0 means as fast as possible, for render as fast as the display
 * @param sync guard, permits and barrier
 */
public record Topology(String name, String about, List<LaneSpec> lanes, Map<String, Double> hz, Sync sync) {
    private static final double MAX_HZ = 10_000;
    private static final double MIN_PHYSICS_HZ = 30;
    private static final double MAX_PHYSICS_HZ = 1000;
    /** The most lanes a topology may have. */
    public static final int MAX_LANES = 64;
    /** Pumps window events; its lane is the process main thread. */
    public static final String INPUT = "input";
    /** Steps the simulation. */
    public static final String PHYSICS = "physics";
    /** Loads assets; the only role that may be on several lanes. */
    public static final String ASSETS = "assets";
    /** Draws frames. */
    public static final String RENDER = "render";
    /** The roles that every topology must place. */
    public static final List<String> STANDARD_ROLES = List.of(INPUT, PHYSICS, ASSETS, RENDER);
    /** Rate in Hz of a role that is not one of the four and has no rate of its own in the file. */
    public static final double OTHER_ROLE_HZ = 60;
    /** The rates of {@code four}, in Hz. */
    public static final Map<String, Double> DEFAULT_HZ = defaultHz();

    public Topology {
        lanes = List.copyOf(lanes);
        hz = Collections.unmodifiableMap(new LinkedHashMap<>(hz));
    }

    private static Map<String, Double> defaultHz() {
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put(INPUT, 1000.0);
        rates.put(PHYSICS, 120.0);
        rates.put(RENDER, 0.0);
        rates.put(ASSETS, 0.0);
        return Collections.unmodifiableMap(rates);
    }

    /** The lane with {@code input}. It is the process main thread, as window systems require. */
    public LaneSpec mainLane() {
        return laneOf(INPUT);
    }

    /** The first lane that runs the role; throws {@link IllegalStateException} if none does. */
    public LaneSpec laneOf(String role) {
        for (LaneSpec lane : lanes) {
            if (lane.runs(role)) {
                return lane;
            }
        }
        throw new IllegalStateException("topology '" + name + "' places role '" + role + "' on no lane");
    }

    /** Every role that is placed, once each, in the order of the lanes. */
    public Set<String> roles() {
        Set<String> placed = new LinkedHashSet<>();
        lanes.forEach(lane -> placed.addAll(lane.roles()));
        return placed;
    }

    /** The requested rate of a role in Hz; 0 means as fast as possible, for render as fast as the display. */
    public double hz(String role) {
        Double rate = hz.get(role);
        return rate != null ? rate : DEFAULT_HZ.getOrDefault(role, OTHER_ROLE_HZ);
    }

    /**
     * True if a role may be asked to run at this rate, in Hz. The game's step is one of whole rates, in a range it was
     * tuned for.
     */
    public static boolean takesHz(String role, double hz) {
        return role.equals(PHYSICS) ? hz >= MIN_PHYSICS_HZ && hz <= MAX_PHYSICS_HZ && hz == Math.rint(hz)
            : hz >= 0 && hz <= MAX_HZ;
    }

    /** What {@link #takesHz} allows, in words. */
    public static String hzRange(String role) {
        return role.equals(PHYSICS) ? "a whole number from 30 to 1000" : "a number from 0 to 10000";
    }

    /** This topology with another way to share the world. */
    public Topology withSync(Sync value) {
        return new Topology(name, about, lanes, hz, value);
    }

    /** This topology with another rate, in Hz, for one role. */
    public Topology withHz(String role, double value) {
        Map<String, Double> rates = new LinkedHashMap<>(hz);
        rates.put(role, value);
        return new Topology(name, about, lanes, rates, sync);
    }

    /** The settings of {@code [sync]} that have no effect together with the others, each with the reason. */
    public Map<String, String> noEffect() {
        Map<String, String> idle = new LinkedHashMap<>();
        if (Guards.kind(sync.guard()) != Guard.Kind.LOCK) {
            String why = "with guard " + sync.guard();
            idle.put("granularity", why);
            idle.put("hold", why);
            idle.put("order", why);
        } else if (sync.granularity() == Granularity.WORLD) {
            idle.put("order", "with granularity world");
        }
        if (roles().containsAll(List.of(PHYSICS, RENDER)) && laneOf(PHYSICS).runs(RENDER)) {
            idle.put("barrier", "with physics and render on one lane");
        }
        if (sync.permits() >= lanes.size()) {
            idle.put("permits", "with " + lanes.size() + (lanes.size() == 1 ? " lane" : " lanes"));
        }
        return idle;
    }

    /** This topology as a file: {@link TopologyFile#parse} reads it back as an equal one. */
    public String toToml() {
        MutableTomlTable file = MutableTomlTable.create();
        file.set("about", about);
        MutableTomlTable laneTable = file.getOrCreateTable("lanes");
        lanes.forEach(lane -> laneTable.set(List.of(lane.name()), lane.roles()));
        MutableTomlTable rates = file.getOrCreateTable("hz");
        hz.forEach((role, rate) -> rates.set(List.of(role), number(rate)));
        file.getOrCreateTable("sync")
            .set("guard", sync.guard())
            .set("permits", (long) sync.permits())
            .set("granularity", sync.granularity().word())
            .set("order", sync.order().word())
            .set("hold", sync.hold().word())
            .set("barrier", sync.barrier().word());
        return file.toToml();
    }

    private static Object number(double rate) {
        return rate == Math.rint(rate) ? (Object) (long) rate : (Object) rate;
    }
}
