package lockstep.time;

/**
 * How long a lane has paused. The lane's own thread calls {@link #begin} and {@link #end}; any thread reads. Ordering: one
 * volatile store publishes an immutable state, so a reader sees the time before a pause or all of it, never half. A pause
 * allocates its two states.
 */
final class PausedTime {
    /** {@code sinceNs} has a meaning only while {@code paused}. */
    private record State(long totalNs, boolean paused, long sinceNs) {
    }

    private volatile State state = new State(0, false, 0);

    void begin(long nowNs) {
        state = new State(state.totalNs, true, nowNs);
    }

    void end(long nowNs) {
        state = new State(ns(nowNs), false, 0);
    }

    /** Ns paused up to {@code nowNs}, the pause that goes on included. */
    long ns(long nowNs) {
        State s = state;
        return s.totalNs + (s.paused ? Math.max(0, nowNs - s.sinceNs) : 0);
    }
}
