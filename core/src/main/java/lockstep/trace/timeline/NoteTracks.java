package lockstep.trace.timeline;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import lockstep.engine.Note;
import lockstep.trace.timeline.TraceFormat.Sort;
import lockstep.trace.timeline.TraceFormat.Track;

/** What roles note, a counter track for each note. One thread. */
final class NoteTracks {
    private static final int RANK = 31_000;

    private static final class Row {
        final Track track;
        double value = Double.NaN;

        Row(Track track) {
            this.track = track;
        }
    }

    private final List<Note> notes;
    private final IntSupplier nextTrack;
    private final Map<Note, Row> rows = new IdentityHashMap<>();

    /** {@code notes} may grow; {@code nextTrack} numbers tracks. */
    NoteTracks(List<Note> notes, IntSupplier nextTrack) {
        this.notes = notes;
        this.nextTrack = nextTrack;
    }

    /** Puts every value that changed. */
    void count(TraceFormat format, long nowNs) throws IOException {
        for (Note note : notes) {
            Row row = rows.get(note);
            if (row == null) {
                row = new Row(new Track(nextTrack.getAsInt(), Sort.COUNT, name(note), RANK + rows.size()));
                format.track(row.track);
                rows.put(note, row);
            }
            double value = note.value();
            if (value != row.value && Double.isFinite(value)) {
                row.value = value;
                format.count(row.track, nowNs, value);
            }
        }
    }

    /** Role and note; of several lanes that note the same, each but the first has a number. */
    private String name(Note note) {
        String name = note.role() + ": " + note.name();
        long same = rows.keySet().stream().filter(n -> n.role().equals(note.role()) && n.name().equals(note.name())).count();
        return same == 0 ? name : name + " (" + (same + 1) + ")";
    }
}
