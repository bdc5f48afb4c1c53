package lockstep.blame;

import java.util.List;

/** The evidence for a late frame, as it was recorded around it. Immutable. */
public record Frozen(LateFrame late, List<FrozenLane> lanes) {
    /** Kept from before the frame began, ns. */
    public static final long BEFORE_NS = 250_000_000;
    /** Kept from after its end, ns. */
    public static final long AFTER_NS = 30_000_000;

    public Frozen {
        lanes = List.copyOf(lanes);
    }
}
