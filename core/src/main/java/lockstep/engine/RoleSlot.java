package lockstep.engine;

import lockstep.sync.Fault;
import lockstep.time.LaneRecorder;

/**
 * One role on a lane, its rate and its next deadline. Only the lane uses it, or the switcher while the lane pauses. While
 * the lane pauses, time stands still for the role: what is set meanwhile counts from when the pause began for it, and
 * {@link #goOn} moves all of it by the length of the pause. A role that moves to another lane takes its pause along.
 */
final class RoleSlot {
    private static final int MADE_UP_PERIODS = 4;

    final Role role;
    final RoleContext context;
    final int number;
    final RoleStats stats;
    final Fault before;
    final boolean setsPace;
    /** 0 for once a round. */
    long periodNs;
    long nextNs;
    long runs;
    private boolean paused;
    private long pausedAtNs;

    /** A role that is due at {@code nowNs}. */
    RoleSlot(Role role, RoleContext context, int number, RoleStats stats, Fault before, long periodNs, boolean setsPace,
             long nowNs) {
        this.role = role;
        this.context = context;
        this.number = number;
        this.stats = stats;
        this.before = before;
        this.periodNs = periodNs;
        this.setsPace = setsPace;
        nextNs = nowNs;
    }

    /** The same role with its deadline, in the same pause if it is in one, on a lane with other stats and faults. */
    RoleSlot(RoleSlot was, RoleStats stats, Fault before) {
        this(was.role, was.context, was.number, stats, before, was.periodNs, was.setsPace, was.nextNs);
        runs = was.runs;
        paused = was.paused;
        pausedAtNs = was.pausedAtNs;
    }

    /** The role makes ready to run; only its lane. */
    void start() throws Exception {
        role.start(context);
    }

    /** True if the role is to run now, which is then counted as its deadline met; one without a rate is due in every round. */
    boolean begins(LaneRecorder recorder) {
        if (periodNs == 0) {
            return true;
        }
        long now = recorder.now();
        if (now < nextNs) {
            return false;
        }
        advance(now);
        return true;
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

    /** Another period in ns, 0 for once a round; the first deadline is a period away. */
    void period(long ns, long nowNs) {
        if (ns != periodNs) {
            periodNs = ns;
            nextNs = (paused ? pausedAtNs : nowNs) + ns;
        }
    }

    /** The lane pauses from now on. */
    void pause(long nowNs) {
        paused = true;
        pausedAtNs = nowNs;
    }

    /** The pause is over: returns how long it was to the role, ns. */
    long goOn(long nowNs) {
        long pausedNs = nowNs - pausedAtNs;
        paused = false;
        nextNs += pausedNs;
        return pausedNs;
    }
}
