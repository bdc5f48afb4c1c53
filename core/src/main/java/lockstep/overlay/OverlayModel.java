package lockstep.overlay;

import java.util.List;
import java.util.function.LongSupplier;
import lockstep.engine.Lane;
import lockstep.engine.Meter;
import lockstep.sync.BarrierMode;
import lockstep.time.FrameLog;
import lockstep.time.LaneTimer;
import lockstep.world.World;

/**
 * What an overlay looks at. Made once for a run; everything in it may be read by any thread while the lanes run.
 *
 * @param lanes all lanes, by lane number
 * @param meter reads the lanes five times a second
 * @param frames times of the newest frames
 * @param budgetNs what a frame may take now, ns; 0 if there is no cap
 * @param world how it is shared, and what was lost
 * @param barrier how far physics may lead render
 * @param topology name of the topology
 * @param about one sentence on it
 * @param tornFrames frames so far whose snapshot mixed ticks within a region
 * @param skewedFrames frames so far whose regions were from different ticks
 * @param placeholders stand-ins drawn so far for assets that were not there
 * @param roleNames the roles' words by the number that spans carry
 * @param render clock and spans of the rendering lane
 */
public record OverlayModel(List<Lane> lanes, Meter meter, FrameLog frames, LongSupplier budgetNs, World world,
                           BarrierMode barrier, String topology, String about, LongSupplier tornFrames,
                           LongSupplier skewedFrames, LongSupplier placeholders, List<String> roleNames, LaneTimer render) {
    public OverlayModel {
        lanes = List.copyOf(lanes);
        roleNames = List.copyOf(roleNames);
    }
}
