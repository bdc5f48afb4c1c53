package lockstep.engine;

import lockstep.sync.Fault;

/** One role on a lane, its rate and its next deadline. Only the lane uses it, or the switcher while the lane stands. */
final class RoleSlot {
    private static final int MADE_UP_PERIODS = 4;

    final Role role;
    final int number;
    final RoleStats stats;
    final Fault before;
    final boolean setsPace;
    /** 0 for once a round. */
    long periodNs;
    long nextNs;
    long runs;

    RoleSlot(Role role, int number, RoleStats stats, Fault before, long periodNs, boolean setsPace) {
        this.role = role;
        this.number = number;
        this.stats = stats;
        this.before = before;
        this.periodNs = periodNs;
        this.setsPace = setsPace;
    }

    /**
     * The role runs now: sets the next deadline, and gives time up if more than four periods were missed. A frame makes up for
     * none: more than one drawn at a time shows nobody anything.
     */
    void advance(long now) {
        if (now - nextNs > periodNs) {
            stats.wasLate();
        }
        if (now - nextNs > (setsPace ? 1 : MADE_UP_PERIODS) * periodNs) {
            stats.dropped(now - nextNs);
            nextNs = now;
        }
        nextNs += periodNs;
    }
}
