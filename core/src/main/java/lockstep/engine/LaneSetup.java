package lockstep.engine;

import lockstep.sync.Faults;
import lockstep.time.Clock;
import lockstep.world.World;

/**
 * What all lanes of a run have in common.
 *
 * @param faults planted in this run
 * @param safePoint where the lanes can be made to pause
 * @param unpaced true for lanes that keep no rates but run as fast as they go
 * @param world what roles share, or null if none of them asks for an access
 * @param seed of the roles' random numbers
 * @param notes where roles show what they found
 */
public record LaneSetup(Clock clock, Faults faults, SafePoint safePoint, boolean unpaced, World world, long seed, Notes notes) {
}
