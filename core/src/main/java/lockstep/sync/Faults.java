package lockstep.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All faults planted in a run. Lanes ask for their points when they start. Faults planted with the run stay; at points that only
 * widen a window ({@link #WIDENING}) further faults can be planted while every lane is paused.
 *
 * <p>Any thread may call {@link #at} and {@link #widen}; the safe point makes what was planted visible to the lanes.
 */
public final class Faults {
    /** The places at which {@link #widen} plants: between two accesses to shared data. */
    public static final Set<String> WIDENING = Set.of("copy", "hold", "tally");

    /** A run without planted faults, to which none can be added. */
    public static final Faults NONE = new Faults(List.of());

    private record Point(String place, List<String> owners, Fault fault) {
    }

    private final List<FaultSpec> specs;
    private final FaultLog log;
    private final List<Point> points = new ArrayList<>();
    private volatile List<FaultSpec> widened = List.of();
    private volatile List<FaultSpec> all;

    /** The faults planted with a run. */
    public Faults(List<FaultSpec> specs) {
        this.specs = List.copyOf(specs);
        all = this.specs;
        log = new FaultLog(!specs.isEmpty());
    }

    /** The point {@code owner.place}, where owner is a role's or lane's name; {@link Fault#NONE} if nothing can be planted. */
    public synchronized Fault at(String place, String... owners) {
        FaultSpec[] here = here(place, List.of(owners));
        if (this == NONE || !WIDENING.contains(place)) {
            return here.length == 0 ? Fault.NONE : new Fault(here, log);
        }
        Point point = new Point(place, List.of(owners), new Fault(here, log));
        points.add(point);
        return point.fault;
    }

    private FaultSpec[] here(String place, List<String> owners) {
        return specs().stream().filter(s -> owners.stream().anyMatch(o -> s.point().equals(o + "." + place)))
            .toArray(FaultSpec[]::new);
    }

    /**
     * Plants {@code next} in addition to the run's own faults and in place of those planted here before; only while every lane is
     * paused. Each firing is logged like any other.
     *
     * @throws IllegalArgumentException with one line, if a place is not in {@link #WIDENING}
     */
    public synchronized void widen(List<FaultSpec> next) {
        for (FaultSpec s : next) {
            if (!s.widens()) {
                throw new IllegalArgumentException(s.point() + " cannot be planted while the game runs; it widens no window");
            }
        }
        if (!next.isEmpty()) {
            log.makeRoom();
        }
        widened = List.copyOf(next);
        List<FaultSpec> both = new ArrayList<>(specs);
        both.addAll(next);
        all = List.copyOf(both);
        for (Point p : points) {
            p.fault.plant(here(p.place, p.owners));
        }
    }

    /** Forgets points whose owner is gone; nothing is planted there any more. */
    public synchronized void forget(Fault... gone) {
        points.removeIf(p -> List.of(gone).contains(p.fault));
    }

    /** The points that belong to no lane, {@code gc} and {@code hog}, one for each fault planted there. */
    public List<Fault> alone() {
        return specs.stream().filter(s -> s.what() == FaultSpec.What.GC || s.what() == FaultSpec.What.HOG)
            .map(s -> new Fault(new FaultSpec[] {s}, log)).toList();
    }

    /** What is planted now, the run's own faults first; any thread. Each change makes a new list. */
    public List<FaultSpec> specs() {
        return all;
    }

    /** What {@link #widen} planted last; any thread. */
    public List<FaultSpec> widened() {
        return widened;
    }

    /** The faults that spans name by number, in words for people; the index is the number less 1. Any thread. */
    public List<String> named() {
        return log.numbers().words();
    }

    /** Every firing so far. */
    public FaultLog log() {
        return log;
    }
}
