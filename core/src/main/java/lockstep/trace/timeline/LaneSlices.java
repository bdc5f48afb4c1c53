package lockstep.trace.timeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import lockstep.time.LaneRecorder;
import lockstep.time.Spans;

/**
 * The slices of one lane. Spans are recorded when they end, inner ones before outer ones. They are kept until the surrounding run
 * is known and then written in the order of time, properly nested. One thread.
 */
final class LaneSlices {
    /** The most slices kept, and the longest time, until the surrounding run ends; then they are written without it. */
    private static final int MOST = 20_000;
    private static final long LONGEST_NS = 10_000_000_000L;
    private static final Comparator<Slice> OUTER_FIRST = Comparator.<Slice>comparingLong(s -> s.startNs)
        .thenComparing(Comparator.<Slice>comparingLong(s -> s.endNs).reversed());

    private final LaneRecorder recorder;
    private final int track;
    private final List<Slice> pending = new ArrayList<>();
    private long next;
    private long writtenNs = Long.MIN_VALUE;

    LaneSlices(LaneRecorder recorder, int track) {
        this.recorder = recorder;
        this.track = track;
    }

    /** Reads what the lane has recorded since the last call and passes each slice to {@code each}. */
    void read(Spans spans, int room, Consumer<Slice> each) {
        do {
            spans.read(recorder.ring(), next);
            next = spans.next();
            for (int i = 0; i < spans.count(); i++) {
                Slice s = Slice.of(spans, i);
                pending.add(s);
                each.accept(s);
            }
        } while (spans.count() == room);
    }

    /** The slices read but not written yet, in the order in which they ended. */
    List<Slice> pending() {
        return pending;
    }

    /** Writes the runs that ended up to {@code toNs}; with {@code all} also unfinished ones. */
    void write(TraceFormat format, SliceNames names, long toNs, boolean all) throws IOException {
        boolean force = all || pending.size() > MOST || !pending.isEmpty() && pending.get(0).endNs < toNs - LONGEST_NS;
        int n = 0;
        for (int i = 0; i < pending.size() && pending.get(i).endNs <= toNs; i++) {
            n = force || pending.get(i).isOutermost() ? i + 1 : n;
        }
        if (n == 0) {
            return;
        }
        List<Slice> whole = pending.subList(0, n);
        List<Slice> own = new ArrayList<>(n);
        for (int i = n - 1; i >= 0; i--) {
            if (!whole.get(i).isOfGuard()) {
                own.add(whole.get(i));
            }
        }
        own.sort(OUTER_FIRST);
        nest(own, format, names);
        whole.clear();
    }

    /** Writes slices properly nested. Slices that overlap without nesting, which a lane does not normally record, are cut. */
    private void nest(List<Slice> outerFirst, TraceFormat format, SliceNames names) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        for (Slice s : outerFirst) {
            long start = Math.max(s.startNs, writtenNs);
            while (!open.isEmpty() && open.peek().endNs <= start) {
                end(open.pop(), format);
            }
            long end = open.isEmpty() ? s.endNs : Math.min(s.endNs, open.peek().endNs);
            if (end > start) {
                Open o = new Open(names.of(s), end);
                format.begin(track, start, o.name, s.flows());
                open.push(o);
                writtenNs = start;
            }
            s.wasWritten();
        }
        while (!open.isEmpty()) {
            end(open.pop(), format);
        }
    }

    private void end(Open o, TraceFormat format) throws IOException {
        format.end(track, o.endNs, o.name);
        writtenNs = o.endNs;
    }

    private record Open(String name, long endNs) {
    }
}
