package lockstep.blame;

import java.util.List;
import java.util.Map;

/**
 * The evidence for a late frame, as it was recorded around it. Immutable.
 *
 * @param guards names of the guards by the numbers in the spans, as they were then: a change of granularity gives them others
 */
public record Frozen(LateFrame late, List<FrozenLane> lanes, Map<Integer, String> guards) {
    /** Kept from before the frame began, ns. */
    public static final long BEFORE_NS = 250_000_000;
    /** Kept from after its end, ns. */
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
