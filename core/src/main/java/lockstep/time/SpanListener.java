package lockstep.time;

/**
 * Somebody who is told what a lane does at the moment at which it does it. The lane's own thread calls it, through its
 * {@link LaneRecorder}, often while the lane holds a guard: it must neither wait nor allocate.
 */
public interface SpanListener {
    /** Nobody: the lane asks only whether it is this one. */
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

    /** It is done; not called if it was broken off. */
    void tickEnded(int tick);

    /** A wait for a guard, at the barrier or for a permit begins; its span is the next of that kind. */
    void waitBegins(SpanKind kind);

    /** A span of any kind was recorded; for what the values mean see {@link Spans}. */
    void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail);
}
