package lockstep.overlay;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lockstep.engine.Lane;
import lockstep.engine.Note;
import lockstep.time.FrameLog;
import lockstep.topology.Topology;
import lockstep.watch.Meter;
import lockstep.world.World;

/**
 * What an overlay shows. Made once for a run. Any thread may read everything in it while the lanes run. What depends on the
 * topology is supplied anew on each call, because a running game can be changed.
 *
 * @param inForce the topology in force; another object after each change
 * @param everyLane all lanes by number, spare ones included
 * @param meter reads the lanes five times a second
 * @param frames times of the newest frames
 * @param budgetNs the current budget of a frame, ns; 0 if there is no cap
 * @param world the shared world
 * @param tornFrames frames so far whose snapshot mixed ticks within a region
 * @param skewedFrames frames so far whose regions were from different ticks
 * @param redrawnFrames frames so far that showed the last snapshot again
 * @param placeholders placeholders drawn so far for missing assets
 * @param roleNames the roles' words by the number that spans carry
 * @param notes what roles noted so far; grows
 */
public record OverlayModel(Supplier<Topology> inForce, Supplier<List<Lane>> everyLane, Meter meter, FrameLog frames,
                           LongSupplier budgetNs, World world, LongSupplier tornFrames, LongSupplier skewedFrames,
                           LongSupplier redrawnFrames, LongSupplier placeholders, List<String> roleNames, List<Note> notes) {
    public OverlayModel {
        roleNames = List.copyOf(roleNames);
    }

    /** The topology in force. */
    public Topology topology() {
        return inForce.get();
    }

    /** The lanes that run a role now, by number, spare ones excluded. Allocates. */
    public List<Lane> lanes() {
        return everyLane.get().stream().filter(l -> !l.stats().isEmpty()).toList();
    }

    /** The name of the lane with that number, {@code ?} if there is none. */
    public String laneName(int number) {
        List<Lane> all = everyLane.get();
        return number < all.size() ? all.get(number).name() : "?";
    }

    /** The lane that runs {@code render} now, or the first lane. Allocates. */
    public Lane rendering() {
        List<Lane> all = everyLane.get();
        return all.stream().filter(l -> l.stats().stream().anyMatch(s -> s.role().equals(Topology.RENDER)))
            .findFirst().orElse(all.get(0));
    }
}
