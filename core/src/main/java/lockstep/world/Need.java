package lockstep.world;

/** A region and whether it will be written. */
public record Need(Region region, boolean write) {
    /** The region will only be read. */
    public static Need read(Region region) {
        return new Need(region, false);
    }

    /** The region will be written. */
    public static Need write(Region region) {
        return new Need(region, true);
    }
}
