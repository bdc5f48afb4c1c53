package lockstep.roles;

import lockstep.engine.RoleContext;

/**
 * When physics' ticks are due, by the wall clock: tick {@code k} at {@code k} periods after the origin. Only physics' lane uses
 * it. Where more is due than physics may make up for, or no time passes for the game, the origin moves; tick numbers never do.
 */
final class TickSchedule {
    private static final int MOST_TICKS = 8;

    private final long periodNs;
    private long originNs;

    TickSchedule(int hz) {
        periodNs = 1_000_000_000L / hz;
    }

    /** The first tick is due half a period from {@code nowNs}. */
    void begin(long nowNs) {
        originNs = nowNs - periodNs / 2;
    }

    /** When a tick is due, ns of the lane's clock. */
    long atNs(int tick) {
        return originNs + tick * periodNs;
    }

    /** Ticks due after {@code done}, at most eight; of what is due beyond that the wall time is dropped. */
    int due(int done, long nowNs, RoleContext context) {
        long due = (nowNs - originNs) / periodNs - done;
        if (due > MOST_TICKS) {
            long dropped = (due - MOST_TICKS) * periodNs;
            originNs += dropped;
            context.dropped(dropped);
            due = MOST_TICKS;
        }
        return (int) Math.max(0, due);
    }

    /** No time passed for the game while its lane was paused for {@code pausedNs}. */
    void pausedFor(long pausedNs) {
        originNs += pausedNs;
    }

    /** The next tick is made while no time passes. */
    void step() {
        originNs -= periodNs;
    }
}
