package lockstep.time;

/**
 * How long a lane has paused. The lane's own thread calls {@link #begin} and {@link #end}; any thread reads. Ordering: one
 * volatile store publishes an immutable state, so a reader never sees part of a change. Each pause allocates two states.
 */
final class PausedTime {
    /** {@code sinceNs} is valid only while {@code paused}. */
    private record State(long totalNs, boolean paused, long sinceNs) {
    }

    private volatile State state = new State(0, false, 0);

    void begin(long nowNs) {
        state = new State(state.totalNs, true, nowNs);
    }

    void end(long nowNs) {
        state = new State(ns(nowNs), false, 0);
    }

    /** Ns paused up to {@code nowNs}, a pause in progress included. */
    long ns(long nowNs) {
        State s = state;
        return s.totalNs + (s.paused ? Math.max(0, nowNs - s.sinceNs) : 0);
    }
}
