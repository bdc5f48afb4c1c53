package lockstep.overlay.draw;

import java.util.Arrays;
import lockstep.time.SpanKind;

/**
 * One lane's recent time, cut into columns of equal duration at fixed instants, so that a column looks the same wherever it
 * scrolls. It keeps which kinds of span touch each column and which cover it. A column shows its most severe kind, so spans
 * narrower than a column do not vanish. For one thread; allocates nothing after construction.
 *
 * <p>Spans must be added in the order in which they ended, nested ones before outer ones.
 */
public final class Columns {
    /** How many columns are kept, a power of two. */
    public static final int ROOM = 4096;
    /** {@link #band} of a column that nothing touches. */
    public static final int NOTHING = 15;

    private static final int OPEN = 1 << 6;
    private static final int HELD = 1 << 7;
    private static final int MARKED = 1 << 8;
    /** The bits of a look by which neighbours are drawn in one piece. */
    public static final int BAND_BITS = 15 | 3 << 4 | OPEN;

    private static final int KINDS = SpanKind.values().length;
    private static final int SHADE_AT = 2 * KINDS;
    private static final int MARK = 1 << SHADE_AT + 2;
    private static final int WORK = SpanKind.WORK.ordinal();
    private static final int SWAP = SpanKind.SWAP.ordinal();
    private static final int HOLD = SpanKind.HOLD.ordinal();
    /** Most severe first. A hold is not part of the band, because a lane that holds a guard also works or waits. */
    private static final int[] SEVERITY = {
        SpanKind.GUARD_WAIT.ordinal(), SpanKind.BARRIER_WAIT.ordinal(), SpanKind.PERMIT_WAIT.ordinal(),
        SpanKind.IO.ordinal(), SpanKind.UPLOAD.ordinal(), WORK, SWAP, SpanKind.PACE.ordinal()};

    /** What to draw by the kinds that touch a column, and whether a swap covers it. */
    private static final byte[] BAND = new byte[1 << KINDS + 1];

    static {
        for (int t = 0; t < BAND.length; t++) {
            BAND[t] = NOTHING;
            for (int i = SEVERITY.length - 1; i >= 0; i--) {
                if ((t & 1 << SEVERITY[i]) != 0) {
                    BAND[t] = (byte) (SEVERITY[i] == WORK && t >> KINDS == 1 ? SWAP : SEVERITY[i]);
                }
            }
        }
    }

    private final int[] touched = new int[ROOM];
    private long nsPerColumn = 1;
    private long head;
    private long lastEnd;

    /** Forgets everything and sets the duration of a column; {@code nowNs} is a recent time. */
    public void reset(long nsPerColumn, long nowNs) {
        this.nsPerColumn = Math.max(1, nsPerColumn);
        Arrays.fill(touched, 0);
        head = column(nowNs);
        lastEnd = head - ROOM;
    }

    /** The column of an instant. */
    public long column(long ns) {
        return Math.floorDiv(ns, nsPerColumn);
    }

    /** Adds a span; {@code shade} (0 to 3) distinguishes the roles of a lane. */
    public void add(SpanKind kind, int shade, long startNs, long endNs) {
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
    public void mark(long ns) {
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

    /**
     * Writes how to draw columns {@code first} to {@code first + n - 1} into {@code looks}; decode them with {@link #band},
     * {@link #shade}, {@link #held}, {@link #marked} and {@link #open}.
     */
    public void looks(long first, int n, short[] looks) {
        for (int i = 0; i < n; i++) {
            int t = at(first + i);
            int look = BAND[t & (1 << KINDS) - 1 | (t >> SWAP + KINDS & 1) << KINDS];
            if ((look & 15) == WORK) {
                look |= (t >> SHADE_AT & 3) << 4;
            }
            if (first + i > lastEnd) {
                look |= OPEN;
            }
            looks[i] = (short) (look | ((t & 1 << HOLD) != 0 ? HELD : 0) | ((t & MARK) != 0 ? MARKED : 0));
        }
    }

    /** Ordinal of the kind to draw, or {@link #NOTHING}. */
    public static int band(int look) {
        return look & 15;
    }

    /** The shade of work, else 0. */
    public static int shade(int look) {
        return look >> 4 & 3;
    }

    /** True if the lane held a guard. */
    public static boolean held(int look) {
        return (look & HELD) != 0;
    }

    /** True if the column was marked. */
    public static boolean marked(int look) {
        return (look & MARKED) != 0;
    }

    /** True if no ended span reaches that far, so that it is not known yet what the lane does there. */
    public static boolean open(int look) {
        return (look & OPEN) != 0;
    }
}
