package lockstep.world;

/** The parts of the shared world, in the order in which {@code sorted} sections take their guards. */
public enum Region {
    /** What the player wants. Written by input, read by physics. */
    INTENTS,
    /** What can be seen of the simulation. Written by physics, read by render, assets and the autopilot. */
    BODIES,
    /** Counters that physics, assets and render all add to. */
    TALLY,
    /** The state of each asset. Written by assets, read by render and physics. */
    SECTORS;

    private static final Region[] ALL = values();

    /** The region with that ordinal. */
    static Region of(int i) {
        return ALL[i];
    }

    /** The name in spans, tables and files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
