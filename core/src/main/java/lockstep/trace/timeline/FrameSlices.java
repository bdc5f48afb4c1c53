package lockstep.trace.timeline;

import java.io.IOException;
import java.util.Locale;
import lockstep.time.FrameLog;
import lockstep.time.Frames;

/** The frames as slices; frames that are late, over budget or not judged are marked. One thread. */
final class FrameSlices {
    private static final int ROOM = 256;

    private final FrameLog log;
    private final int track;
    private final Frames frames = new Frames(ROOM);
    private long next;
    private long writtenNs = Long.MIN_VALUE;

    FrameSlices(FrameLog log, int track) {
        this.log = log;
        this.track = track;
    }

    void write(TraceFormat format) throws IOException {
        do {
            frames.read(log, next);
            next = frames.next();
            for (int i = 0; i < frames.count(); i++) {
                long start = Math.max(frames.startNs(i), writtenNs);
                if (frames.endNs(i) > start) {
                    String name = name(i);
                    format.beginOnce(track, start, name);
                    format.end(track, frames.endNs(i), name);
                    writtenNs = frames.endNs(i);
                }
            }
        } while (frames.count() == ROOM);
    }

    private String name(int i) {
        if (frames.late(i)) {
            return String.format(Locale.ROOT, "late frame %d (%.1f ms)", frames.number(i), frames.ns(i) / 1e6);
        }
        String over = frames.overBudget(i) ? String.format(Locale.ROOT, " over budget (%.1f ms)", frames.ns(i) / 1e6) : "";
        return "frame " + frames.number(i) + over + (frames.judged(i) ? "" : ", not judged");
    }

    /** Frames that were overwritten before they could be read. */
    long lost() {
        return frames.lost();
    }
}
