package lockstep.blame;

import lockstep.time.SpanTrack;

/**
 * What one lane did around a late frame. Any thread may read it; nothing is appended to {@code spans} any more.
 *
 * @param number the lane's number, as in {@code whom} of spans
 * @param name the lane's name at that time
 * @param spans from 250 ms before the frame to 30 ms after it, in the order in which they ended
 * @param waits true if the last of the spans is a wait that had not ended when this was kept: it ends where the lane was last
 * seen to wait, or 30 ms after the frame
 */
public record FrozenLane(int number, String name, SpanTrack spans, boolean waits) {
    /** A lane all of whose spans had ended. */
    public FrozenLane(int number, String name, SpanTrack spans) {
        this(number, name, spans, false);
    }
}
