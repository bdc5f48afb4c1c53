package lockstep.engine;

import lockstep.time.LaneRecorder;

/**
 * What lanes and roles did in a whole run, for each second in which their lane was not paused. Pure.
 *
 * @param startNs when the run began, on the run's clock
 * @param endNs   when it ended, or now
 */
public record Rates(long startNs, long endNs) {
    /** Runs of a role a second on its lane; steps made while the lane was paused do not count. */
    public double hz(Lane lane, RoleStats role) {
        return role.unpausedRuns() * 1e9 / unpausedNs(lane.recorder());
    }

    /** The share of the time for which a lane's roles ran, waits taken off; 0 to 1. */
    public double busyShare(Lane lane) {
        return lane.recorder().workedNs() / (double) unpausedNs(lane.recorder());
    }

    private long unpausedNs(LaneRecorder recorder) {
        return Math.max(1, endNs - startNs - recorder.pausedNs(endNs));
    }
}
