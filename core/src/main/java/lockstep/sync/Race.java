package lockstep.sync;

/**
 * Two accesses to one region by two lanes, at least one of them a write, with no happens-before order between them.
 *
 * @param region what was accessed
 * @param first the access that the detector saw first
 * @param second the access that made it a race
 */
public record Race(String region, Access first, Access second) {
    /**
     * One of the two accesses.
     *
     * @param lane name of the lane
     * @param tick its tick, frame or run
     * @param write true if it wrote
     * @param at role and section in the code
     */
    public record Access(String lane, long tick, boolean write, String at) {
        /** The word for it in files: {@code write} or {@code read}. */
        public String word() {
            return write ? "write" : "read";
        }
    }

    /** One line for people. */
    public String text() {
        return "race on " + region + ": lane '" + first.lane + "' " + (first.write ? "wrote" : "read") + " in " + first.at
            + " (tick "
            + first.tick + "), lane '" + second.lane + "' " + (second.write ? "wrote" : "read") + " in " + second.at + " (tick "
            + second.tick + "); no guard, barrier or publication orders " + first.lane + " before " + second.lane;
    }
}
