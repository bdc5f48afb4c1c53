package lockstep.watch;

import java.util.List;

/**
 * What the meter measured over the last two seconds. Immutable. Rates are per second of wall time, shares from 0 to 1 of one
 * core, percentiles in ns. The first reading has no rates.
 *
 * @param atNs when it was read, ns of the run's clock
 * @param lanes one entry for each lane, by lane number
 * @param roles one entry for each role on each lane
 * @param heapBytes used heap
 * @param collections garbage collections so far
 */
public record Reading(long atNs, List<LaneReading> lanes, List<RoleReading> roles, long heapBytes, long collections) {
    /**
     * One lane. {@code busyShare} is the time that its roles ran, waits excluded, as a share of the time in which the lane was
     * not paused; while it is paused, the value stays. {@code cpuShare} is the CPU time that the operating system charged its
     * thread. Waits are ns per second.
     */
    public record LaneReading(String name, double busyShare, double cpuShare, double bytesPerSecond, double guardWaitNs,
                              double barrierWaitNs, double permitWaitNs, double ioNs, long longestGuardWaitNs) {
    }

    /**
     * One role on one lane. {@code askedHz} 0 means as fast as possible. {@code hz} is its runs per second in which the lane was
     * not paused; while it is paused, the value stays.
     */
    public record RoleReading(String role, String lane, double askedHz, double hz, long workP50, long workP99, long workMax) {
    }

    /** Before anything was measured. */
    public static final Reading EMPTY = new Reading(0, List.of(), List.of(), 0, 0);
}
