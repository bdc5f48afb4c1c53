package lockstep.trace.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which lanes held a guard when. Holds need not nest in a lane's other slices, so they have tracks of their own: one, or as many
 * as there were lanes that held the guard at the same time. One thread.
 */
final class GuardRows {
    /** Makes the {@code n}-th track, counted from 0, and returns its number. */
    interface NewRow {
        int make(int n) throws IOException;
    }

    private record Held(Slice slice, String lane) {
    }

    private final NewRow newRow;
    private final List<Held> pending = new ArrayList<>();
    private final List<Integer> tracks = new ArrayList<>();
    private final List<Long> writtenNs = new ArrayList<>();

    GuardRows(NewRow newRow) {
        this.newRow = newRow;
    }

    void add(Slice hold, String lane) {
        pending.add(new Held(hold, lane));
    }

    /** Writes the holds that ended up to {@code toNs}. */
    void write(TraceFormat format, long toNs) throws IOException {
        pending.sort(Comparator.comparingLong(h -> h.slice.startNs));
        for (Held h : pending) {
            Slice s = h.slice;
            if (s.endNs <= toNs && s.endNs > s.startNs) {
                int row = rowFree(s.startNs);
                format.begin(tracks.get(row), s.startNs, h.lane, s.flows());
                format.end(tracks.get(row), s.endNs, h.lane);
                writtenNs.set(row, s.endNs);
            }
            if (s.endNs <= toNs) {
                s.wasWritten();
            }
        }
        pending.removeIf(h -> h.slice.isWritten());
    }

    private int rowFree(long ns) throws IOException {
        int row = 0;
        while (row < tracks.size() && writtenNs.get(row) > ns) {
            row++;
        }
        if (row == tracks.size()) {
            tracks.add(newRow.make(row));
            writtenNs.add(0L);
        }
        return row;
    }
}
