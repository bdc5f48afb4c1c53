package lockstep.overlay.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import lockstep.blame.Frozen;
import lockstep.time.SpanTrack;
import lockstep.view.menu.Command;

/**
 * What the timeline of a late frame shows: which frame, stretch of time, lanes and span; it does no drawing. Only the rendering
 * lane calls it. The frame shown stays until a person steps to another, whatever else becomes late.
 */
final class TimelineModel {
    /** A span of a row. */
    record Pick(int row, int span) {
    }

    /** Share of the frame's length that is shown before and after it. */
    private static final double MARGIN = 0.15;
    private static final double ZOOM = 1.25;

    private final Consumer<Command> commands;
    private final TimelineAxis axis = new TimelineAxis();
    private KeptFrames kept = KeptFrames.NONE;
    private Frozen shown;
    private List<TimelineRow> rows = List.of();
    private List<TimelineArrow> arrows = List.of();
    private TimelinePath path;
    private Pick chosen;
    private Pick hovered;
    private boolean isOpen;
    private int first;
    private int visible = 1;

    TimelineModel(Consumer<Command> commands) {
        this.commands = commands;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Opens with the newest frame; while it is open, the ship gets no input. */
    void open(List<Frozen> frozen, long count) {
        if (!isOpen) {
            isOpen = true;
            commands.accept(Command.HANDS_OFF);
        }
        kept = new KeptFrames(frozen, count);
        to(kept.newest());
    }

    void close() {
        if (isOpen) {
            isOpen = false;
            shown = null;
            rows = List.of();
            arrows = List.of();
            kept = KeptFrames.NONE;
            path = null;
            commands.accept(Command.HANDS_ON);
        }
    }

    /** Takes new verdicts: other frames may be kept now, and the verdict on the frame shown may have changed. */
    void refresh(List<Frozen> frozen, long count) {
        kept = new KeptFrames(frozen, count);
        if (shown == null) {
            to(kept.newest());
            return;
        }
        Frozen now = kept.same(shown);
        if (now != null && now.late() != shown.late()) {
            shown = now;
            path = new TimelinePath(shown.late().path(), rows);
        }
    }

    /** Shows another frame; does nothing if {@code frame} is null. */
    private void to(Frozen frame) {
        if (frame == null) {
            return;
        }
        shown = frame;
        rows = shown.lanes().stream().filter(l -> l.spans().count() > 0).sorted(Comparator.comparingInt(l -> l.number()))
            .map(TimelineRow::new).toList();
        arrows = TimelineArrow.of(rows);
        path = new TimelinePath(shown.late().path(), rows);
        chosen = null;
        hovered = null;
        show(path.longest());
        axis.bounds(shown.late().startNs() - Frozen.BEFORE_NS, shown.late().endNs() + Frozen.AFTER_NS);
        fit();
    }

    /** Goes to the previous or next of the kept late frames. */
    void step(int by) {
        if (shown != null) {
            to(by > 0 ? kept.after(shown) : kept.before(shown));
        }
    }

    /** Goes to the worst of those kept. */
    void worst() {
        to(kept.worst());
    }

    void newest() {
        to(kept.newest());
    }

    /** Shows the frame with a margin. */
    void fit() {
        if (shown != null) {
            long margin = (long) (MARGIN * shown.late().ns());
            axis.show(shown.late().startNs() - margin, shown.late().endNs() + margin);
        }
    }

    /** Zooms by {@code notches}, in if positive, keeping the instant at {@code px} in place. */
    void zoom(float px, float notches) {
        axis.zoom(px, Math.pow(ZOOM, -notches));
    }

    /** Zooms about the chosen span or the middle. */
    void zoom(float notches) {
        float middle = (axis.left() + axis.right()) / 2f;
        if (chosen != null) {
            float at = axis.px(spans(chosen).startNs(chosen.span));
            middle = at >= axis.left() && at <= axis.right() ? at : middle;
        }
        zoom(middle, notches);
    }

    /** Goes {@code by} spans on from the chosen one on its lane, or begins with the longest stretch of the critical path. */
    void next(int by) {
        if (rows.isEmpty()) {
            return;
        }
        if (chosen == null) {
            TimelinePath.Stretch s = path.longest();
            int row = s == null ? 0 : s.row();
            long middle = s == null ? shown.late().startNs() + shown.late().ns() / 2 : s.from() + (s.to() - s.from()) / 2;
            choose(row, pieceAt(row, middle));
            return;
        }
        TimelineRow row = rows.get(chosen.row);
        int at = row.pieceEndingAfter(spans(chosen).startNs(chosen.span));
        while (at < row.pieces() - 1 && row.span(at) != chosen.span) {
            at++;
        }
        int to = at + by;
        while (to > 0 && to < row.pieces() - 1 && row.span(to) == chosen.span) {
            to += by;
        }
        choose(chosen.row, to);
    }

    /** Goes to the lane above or below at about the same time; scrolls the lanes if nothing is chosen. */
    void lane(int by) {
        if (chosen == null) {
            scroll(by);
            return;
        }
        int row = chosen.row + by;
        if (row >= 0 && row < rows.size()) {
            long from = Math.max(axis.fromNs(), spans(chosen).startNs(chosen.span));
            long to = Math.min(axis.toNs(), spans(chosen).endNs(chosen.span));
            choose(row, pieceAt(row, from + Math.max(0, to - from) / 2));
        }
    }

    private int pieceAt(int row, long ns) {
        return Math.min(rows.get(row).pieceEndingAfter(ns), rows.get(row).pieces() - 1);
    }

    private void choose(int row, int piece) {
        TimelineRow r = rows.get(row);
        if (piece >= 0 && piece < r.pieces()) {
            choose(new Pick(row, r.span(piece)));
            axis.reveal(r.from(piece), r.to(piece));
        }
    }

    /** Chooses a span, or none if null. */
    void choose(Pick pick) {
        chosen = pick;
        if (pick != null) {
            inSight(pick.row);
        }
    }

    private void show(TimelinePath.Stretch s) {
        scroll(0);
        if (s != null) {
            inSight(s.row());
        }
    }

    private void inSight(int row) {
        first = Math.max(row - visible + 1, Math.min(first, row));
    }

    /** Scrolls the lanes. */
    void scroll(int by) {
        first = Math.max(0, Math.min(rows.size() - visible, first + by));
    }

    /** Sets how many lanes fit. */
    void fits(int lanes) {
        visible = Math.max(1, lanes);
        scroll(0);
        if (chosen == null && path != null) {
            show(path.longest());
        }
    }

    /** The span at px from the left on a row, a hold if {@code strip} and there is one; or null. */
    Pick pick(float px, int row, boolean strip) {
        if (row < 0 || row >= rows.size() || px < axis.left() || px > axis.right()) {
            return null;
        }
        long ns = axis.ns(px);
        long slack = Math.round(axis.nsPerPx() * 2);
        int hold = strip ? rows.get(row).pickHold(ns, slack) : -1;
        int span = hold >= 0 ? hold : rows.get(row).pick(ns, slack);
        return span < 0 ? null : new Pick(row, span);
    }

    /** Sets the span under the pointer, or null; true if that has changed. */
    boolean hover(Pick pick) {
        boolean news = pick == null ? hovered != null : !pick.equals(hovered);
        hovered = pick;
        return news;
    }

    /** The position of the frame shown among the others, in words. */
    String position() {
        return kept.position(shown);
    }

    private SpanTrack spans(Pick pick) {
        return rows.get(pick.row).spans();
    }

    TimelineAxis axis() {
        return axis;
    }

    /** The frame shown, or null if there is no late frame yet. */
    Frozen shown() {
        return shown;
    }

    List<TimelineRow> rows() {
        return rows;
    }

    List<TimelineArrow> arrows() {
        return arrows;
    }

    TimelinePath path() {
        return path;
    }

    /** The span whose figures are shown: the one under the pointer, else the chosen one; or null. */
    Pick told() {
        return hovered != null ? hovered : chosen;
    }

    Pick chosen() {
        return chosen;
    }

    /** The first row shown. */
    int first() {
        return first;
    }

    /** How many rows are shown. */
    int visible() {
        return Math.min(visible, rows.size() - first);
    }
}
