package lockstep.blame;

import java.util.List;
import java.util.Map;

/**
 * The evidence recorded around a late frame. Immutable.
 *
 * @param guards guard names by the numbers in the spans, as of then: a change of granularity renumbers them
 */
public record Frozen(LateFrame late, List<FrozenLane> lanes, Map<Integer, String> guards) {
    /** How much is kept from before the frame began, ns. */
    public static final long BEFORE_NS = 250_000_000;
    /** How much is kept from after the frame ended, ns. */
    public static final long AFTER_NS = 30_000_000;

    public Frozen {
        lanes = List.copyOf(lanes);
        guards = Map.copyOf(guards);
    }

    /** The same evidence for another verdict. */
    Frozen with(LateFrame revised) {
        return new Frozen(revised, lanes, guards);
    }
}
