package lockstep.overlay.timeline;

import java.util.ArrayList;
import java.util.List;
import lockstep.blame.Step;

/**
 * A critical path over the rows of a timeline: horizontal stretches in order of time, with vertical joins from one lane to
 * another. Immutable.
 */
final class TimelinePath {
    /** A stretch on one row. */
    record Stretch(long from, long to, int row) {
    }

    private final List<Stretch> stretches = new ArrayList<>();

    /** Steps on lanes that have no row are left out. */
    TimelinePath(List<Step> steps, List<TimelineRow> rows) {
        for (Step s : steps) {
            int row = rowOf(rows, s.lane());
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (row >= 0 && last != null && last.row == row && last.to == s.startNs()) {
                stretches.set(stretches.size() - 1, new Stretch(last.from, s.endNs(), row));
            } else if (row >= 0) {
                stretches.add(new Stretch(s.startNs(), s.endNs(), row));
            }
        }
    }

    /** The row of a lane, or -1. */
    static int rowOf(List<TimelineRow> rows, int lane) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == lane) {
                return i;
            }
        }
        return -1;
    }

    int count() {
        return stretches.size();
    }

    Stretch stretch(int i) {
        return stretches.get(i);
    }

    /** The longest stretch, or null. */
    Stretch longest() {
        Stretch best = null;
        for (Stretch s : stretches) {
            if (best == null || s.to - s.from > best.to - best.from) {
                best = s;
            }
        }
        return best;
    }
}
