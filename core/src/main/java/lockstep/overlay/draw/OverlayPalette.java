package lockstep.overlay.draw;

import com.badlogic.gdx.graphics.Color;
import lockstep.blame.Blame;
import lockstep.time.SpanKind;

/**
 * The overlay's colours. Those of the span kinds can be distinguished with normal, protan, deutan and tritan vision; waits for
 * another lane are also hatched.
 */
public final class OverlayPalette {
    public static final Color PANEL = Color.valueOf("0B1020");
    public static final Color ROW = Color.valueOf("131A30");
    public static final Color LINE = Color.valueOf("2C3656");
    public static final Color FRAME_MARK = Color.valueOf("56628C");
    public static final Color NOW = Color.valueOf("F2F5FF");
    public static final Color TEXT = Color.valueOf("EEF1FB");
    public static final Color DIM = Color.valueOf("9BA6C6");
    static final Color BAR = Color.valueOf("414C76");
    static final Color BAR_TOP = Color.valueOf("C8D2F5");
    public static final Color LATE = Color.valueOf("FF6B57");
    /** Frames over budget that are not late. */
    public static final Color OVER = Color.valueOf("E0A63C");
    /** As {@link #OVER}, for frames that are not judged. */
    static final Color OVER_DIM = Color.valueOf("7D6033");
    public static final Color BUDGET = Color.valueOf("65DFB3");
    public static final Color WORK_TEXT = Color.valueOf("6FC3FF");
    public static final Color GUARD_TEXT = Color.valueOf("FF9A2E");
    public static final Color BARRIER_TEXT = Color.valueOf("D59BC9");
    public static final Color PERMIT_TEXT = Color.valueOf("4BF5B4");
    public static final Color HOLD_TEXT = Color.valueOf("F5FF37");
    public static final Color WARN = Color.valueOf("FFB454");
    public static final Color HATCH = Color.valueOf("0B1020B0");
    public static final Color CHOSEN = Color.valueOf("F2F5FF40");
    public static final Color SHADE = Color.valueOf("0B102099");

    private static final Color[] KINDS = new Color[SpanKind.values().length];
    private static final Color[] WORK = {
        Color.valueOf("30A6FA"), Color.valueOf("1E74B8"), Color.valueOf("8CCBFB"), Color.valueOf("15527F")};

    static {
        set(SpanKind.WORK, "30A6FA");
        set(SpanKind.GUARD_WAIT, "E67E00");
        set(SpanKind.HOLD, "F5FF37");
        set(SpanKind.BARRIER_WAIT, "9D6192");
        set(SpanKind.PERMIT_WAIT, "00F096");
        set(SpanKind.IO, "5F7E63");
        set(SpanKind.UPLOAD, "CEFFFF");
        set(SpanKind.SWAP, "B7ACA7");
        set(SpanKind.PACE, "2A3350");
    }

    private OverlayPalette() {
    }

    private static void set(SpanKind kind, String hex) {
        KINDS[kind.ordinal()] = Color.valueOf(hex);
    }

    /** The colour of a span. */
    public static Color of(SpanKind kind) {
        return KINDS[kind.ordinal()];
    }

    /** The colour of what a late frame is attributed to. */
    public static Color of(Blame kind) {
        return switch (kind) {
            case WORK -> of(SpanKind.WORK);
            case GUARD -> of(SpanKind.GUARD_WAIT);
            case BARRIER -> of(SpanKind.BARRIER_WAIT);
            case PERMIT -> of(SpanKind.PERMIT_WAIT);
            case IO -> of(SpanKind.IO);
            case UPLOAD -> of(SpanKind.UPLOAD);
            case SWAP -> of(SpanKind.SWAP);
            case GC -> LATE;
            case MACHINE -> WARN;
            case PACE, UNEXPLAINED -> FRAME_MARK;
        };
    }

    /** Work of a lane's first, second, third or fourth role. */
    public static Color work(int shade) {
        return WORK[shade & 3];
    }

    /** True if a span of that kind is hatched: the lane waits for another lane. */
    public static boolean hatched(SpanKind kind) {
        return kind == SpanKind.GUARD_WAIT || kind == SpanKind.BARRIER_WAIT || kind == SpanKind.PERMIT_WAIT;
    }
}
