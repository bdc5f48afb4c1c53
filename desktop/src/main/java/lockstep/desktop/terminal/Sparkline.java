package lockstep.desktop.terminal;

import lockstep.overlay.draw.BarColumns;
import lockstep.time.FrameLog;

/** Frame times as a row of characters on a fixed axis from 0 to 50 ms. For one thread. */
final class Sparkline {
    private static final double AXIS_NS = 50e6;
    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final String ASCII = "_.-~=+*#";

    private final String levels;
    private final BarColumns columns = new BarColumns();

    /** {@code unicode} is false for terminals that cannot show block characters. */
    Sparkline(boolean unicode) {
        levels = unicode ? BLOCKS : ASCII;
    }

    /**
     * The newest frames in {@code width} characters, each showing the longest of its frames; the other methods then say more
     * about each character.
     */
    String of(FrameLog frames, int width) {
        columns.update(frames, width);
        StringBuilder line = new StringBuilder(width);
        for (int i = 0; i < columns.count(); i++) {
            int level = (int) (columns.ns(i) / AXIS_NS * levels.length());
            line.append(levels.charAt(Math.min(levels.length() - 1, level)));
        }
        return line.toString();
    }

    /** True if the frame at that place of the last line was late. */
    boolean late(int at) {
        return columns.late(at);
    }

    /** True if the frame at that place of the last line was over budget. */
    boolean overBudget(int at) {
        return columns.overBudget(at);
    }

    /** True if the rule judged the frame at that place of the last line. */
    boolean judged(int at) {
        return columns.judged(at);
    }
}
