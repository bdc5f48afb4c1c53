package lockstep.overlay;

import java.util.Arrays;
import lockstep.time.SpanKind;

/**
 * One lane's recent time cut into columns of equal length at fixed instants, so that a column looks the same wherever it
 * has scrolled to. Holds, for each column, which kinds of span touch it and which cover it whole; spans narrower than a
 * column thus keep the most severe kind instead of vanishing. Belongs to one thread; allocates nothing after
 * construction.
 *
 * <p>Spans come in the order in which they ended, nested ones before what they nest in.
 */
final class Columns {
    /** Columns remembered, a power of two. */
    static final int ROOM = 4096;
    /** {@link #band} of a column that nothing touches. */
    static final int NOTHING = 15;

    private static final int KINDS = SpanKind.values().length;
    private static final int SHADE_AT = 2 * KINDS;
    private static final int MARK = 1 << SHADE_AT + 2;
    private static final int WORK = SpanKind.WORK.ordinal();
    private static final int SWAP = SpanKind.SWAP.ordinal();
    private static final int HOLD = SpanKind.HOLD.ordinal();
    /** Most severe first. A hold is no part of the band: a lane that holds also works or waits. */
    private static final int[] SEVERITY = {
        SpanKind.GUARD_WAIT.ordinal(), SpanKind.BARRIER_WAIT.ordinal(), SpanKind.PERMIT_WAIT.ordinal(),
        SpanKind.IO.ordinal(), SpanKind.UPLOAD.ordinal(), WORK, SWAP, SpanKind.PACE.ordinal()};

    private final int[] touched = new int[ROOM];
    private long nsPerColumn = 1;
    private long head;
    private long lastEnd;

    /** Forgets everything; columns last {@code nsPerColumn} from now on. {@code nowNs} is some recent time. */
    void reset(long nsPerColumn, long nowNs) {
        this.nsPerColumn = Math.max(1, nsPerColumn);
        Arrays.fill(touched, 0);
        head = column(nowNs);
        lastEnd = head - ROOM;
    }

    /** The column of an instant. */
    long column(long ns) {
        return Math.floorDiv(ns, nsPerColumn);
    }

    /** Adds a span; {@code shade} (0 to 3) tells the roles of a lane apart. */
    void add(SpanKind kind, int shade, long startNs, long endNs) {
        long last = column(endNs);
        advance(last);
        lastEnd = Math.max(lastEnd, last);
        long first = Math.max(column(startNs), head - ROOM + 1);
        int touch = 1 << kind.ordinal();
        int cover = touch << KINDS;
        int keep = kind == SpanKind.WORK ? ~(3 << SHADE_AT) : ~0;
        int shadeBits = kind == SpanKind.WORK ? (shade & 3) << SHADE_AT : 0;
        for (long c = first; c <= last; c++) {
            int at = (int) (c & (ROOM - 1));
            boolean whole = startNs <= c * nsPerColumn && endNs >= (c + 1) * nsPerColumn;
            touched[at] = touched[at] & keep | touch | (whole ? cover : 0) | shadeBits;
        }
    }

    /** Marks the column of an instant, such as the end of a frame. */
    void mark(long ns) {
        long c = column(ns);
        advance(c);
        if (c > head - ROOM) {
            touched[(int) (c & (ROOM - 1))] |= MARK;
        }
    }

    private void advance(long column) {
        if (column - head >= ROOM) {
            Arrays.fill(touched, 0);
            head = column;
        }
        while (head < column) {
            head++;
            touched[(int) (head & (ROOM - 1))] = 0;
        }
    }

    private int at(long column) {
        return column > head || column <= head - ROOM ? 0 : touched[(int) (column & (ROOM - 1))];
    }

    /** Ordinal of the kind to draw in a column, or {@link #NOTHING}. */
    int band(long column) {
        int t = at(column);
        for (int kind : SEVERITY) {
            if ((t & 1 << kind) != 0) {
                return kind == WORK && (t & 1 << SWAP + KINDS) != 0 ? SWAP : kind;
            }
        }
        return NOTHING;
    }

    /** True if the lane held a guard in that column. */
    boolean held(long column) {
        return (at(column) & 1 << HOLD) != 0;
    }

    /** The shade of the work in that column. */
    int shade(long column) {
        return at(column) >> SHADE_AT & 3;
    }

    /** True if that column was marked. */
    boolean marked(long column) {
        return (at(column) & MARK) != 0;
    }

    /** True if no span that has ended reaches that far: what the lane does there is not known yet. */
    boolean open(long column) {
        return column > lastEnd;
    }
}
