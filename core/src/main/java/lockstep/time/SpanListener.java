package lockstep.time;

/**
 * Notified when a lane waits, records spans or steps the simulation. The lane's own thread calls it through its
 * {@link LaneRecorder}, often while it holds a guard, so a listener must neither wait nor allocate.
 */
public interface SpanListener {
    /** No listener: the lane compares with this instance and calls nothing. */
    SpanListener NONE = new SpanListener() {
        @Override
        public void tickBegins() {
        }

        @Override
        public void tickEnded(int tick) {
        }

        @Override
        public void waitBegins(SpanKind kind) {
        }

        @Override
        public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
        }
    };

    /** A tick of the simulation begins. */
    void tickBegins();

    /** Tick {@code tick} is done; not called if it was interrupted. */
    void tickEnded(int tick);

    /** A wait for a guard, at the barrier or for a permit begins; its span is the next of that kind. */
    void waitBegins(SpanKind kind);

    /** A span of any kind ended; the getters of {@link Spans} say what the values mean. */
    void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail);
}
