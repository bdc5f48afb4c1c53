package lockstep.trace.timeline;

import java.io.IOException;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;

/**
 * The verdicts on late frames as instants at the frames' ends. A verdict is kept until it is final, because it may be revised.
 * The thread that judges calls {@link #tell}; the tracing thread calls the rest.
 */
final class LateMarks {
    private final int track;
    private final Queue<LateFrame> told = new ConcurrentLinkedQueue<>();
    private final NavigableMap<Long, LateFrame> open = new TreeMap<>();
    private long written;
    private volatile boolean closed;

    LateMarks(int track) {
        this.track = track;
    }

    /** Takes a verdict, or a revised one. */
    void tell(LateFrame late) {
        if (!closed) {
            told.add(late);
        }
    }

    /** Writes the verdicts that are final at {@code nowNs}; with {@code all} also the others. */
    void write(TraceFormat format, long nowNs, boolean all) throws IOException {
        for (LateFrame f = told.poll(); f != null; f = told.poll()) {
            if (f.frame() > written) {
                open.put(f.frame(), f);
            }
        }
        while (!open.isEmpty() && (all || open.firstEntry().getValue().endNs() + LateFrames.FINAL_NS <= nowNs)) {
            LateFrame f = open.pollFirstEntry().getValue();
            format.instant(track, f.endNs(), f.sentence());
            written = f.frame();
        }
    }

    /** Takes no more verdicts. */
    void close() {
        closed = true;
        told.clear();
    }
}
