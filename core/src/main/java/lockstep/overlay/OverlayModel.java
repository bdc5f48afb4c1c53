package lockstep.overlay;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lockstep.engine.Lane;
import lockstep.time.FrameLog;
import lockstep.topology.Topology;
import lockstep.watch.Meter;
import lockstep.world.World;

/**
 * What an overlay looks at. Made once for a run; everything in it may be read by any thread while the lanes run, and what
 * the topology in force decides is asked for anew: a running game can be changed.
 *
 * @param inForce the topology in force; another object after each change
 * @param everyLane all lanes there are, by lane number, spare ones too
 * @param meter reads the lanes five times a second
 * @param frames times of the newest frames
 * @param budgetNs what a frame may take now, ns; 0 if there is no cap
 * @param world how it is shared, and what was lost
 * @param tornFrames frames so far whose snapshot mixed ticks within a region
 * @param skewedFrames frames so far whose regions were from different ticks
 * @param redrawnFrames frames so far that showed the last snapshot again
 * @param placeholders placeholders drawn so far for assets that were not there
 * @param roleNames the roles' words by the number that spans carry
 */
public record OverlayModel(Supplier<Topology> inForce, Supplier<List<Lane>> everyLane, Meter meter, FrameLog frames,
                           LongSupplier budgetNs, World world, LongSupplier tornFrames, LongSupplier skewedFrames,
                           LongSupplier redrawnFrames, LongSupplier placeholders, List<String> roleNames) {
    public OverlayModel {
        roleNames = List.copyOf(roleNames);
    }

    /** The topology in force. */
    public Topology topology() {
        return inForce.get();
    }

    /** The lanes that run a role now, by lane number: spare ones are left out. Allocates. */
    public List<Lane> lanes() {
        return everyLane.get().stream().filter(l -> !l.stats().isEmpty()).toList();
    }

    /** The name of the lane with that number, {@code ?} if there is none. */
    public String laneName(int number) {
        List<Lane> all = everyLane.get();
        return number < all.size() ? all.get(number).name() : "?";
    }

    /** The lane that runs {@code render} now, else the first of all. Allocates. */
    public Lane rendering() {
        List<Lane> all = everyLane.get();
        return all.stream().filter(l -> l.stats().stream().anyMatch(s -> s.role().equals(Topology.RENDER)))
            .findFirst().orElse(all.get(0));
    }
}
