package lockstep.desktop.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lockstep.overlay.FrameCounts;
import lockstep.overlay.FramePercentiles;
import lockstep.overlay.draw.Figures;
import lockstep.time.FrameLog;
import lockstep.watch.Reading;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Lays the overlay's figures out for a terminal, 78 columns wide. For one thread. */
final class TerminalTable {
    static final int WIDTH = 78;
    private static final int LABEL = 14;
    private static final String[] HEADS =
        {"asked", "Hz", "p50", "p99", "max", "guard", "barrier", "permit", "busy%", "CPU%", "KB/s"};
    private static final int[] COLUMNS = {6, 6, 5, 5, 5, 6, 8, 7, 6, 5, 5};
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle DIM = PLAIN.foreground(0x9b, 0xa6, 0xc6);
    private static final AttributedStyle STRONG = PLAIN.bold();
    private static final AttributedStyle WORK = PLAIN.foreground(0x30, 0xa6, 0xfa);
    private static final AttributedStyle GUARD = PLAIN.foreground(0xe6, 0x7e, 0x00);
    private static final AttributedStyle BARRIER = PLAIN.foreground(0xd5, 0x9b, 0xc9);
    private static final AttributedStyle PERMIT = PLAIN.foreground(0x00, 0xf0, 0x96);
    private static final AttributedStyle OVER = PLAIN.foreground(0xe0, 0xa6, 0x3c);
    private static final AttributedStyle BAD = PLAIN.foreground(0xff, 0x6b, 0x57);

    private final Supplier<String> settings;
    private final Sparkline sparkline;
    private final FramePercentiles stats = new FramePercentiles();
    private final StringBuilder text = new StringBuilder(128);

    /** {@code settings} is shown above; {@code unicode} is false for terminals that cannot show block characters. */
    TerminalTable(Supplier<String> settings, boolean unicode) {
        this.settings = settings;
        sparkline = new Sparkline(unicode);
    }

    /** The whole table. */
    List<AttributedString> lines(Reading reading, FrameLog frames, DamageCounts damage, long elapsedNs) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(head(elapsedNs));
        lines.add(frames(frames));
        lines.add(bars(frames));
        lines.add(new AttributedString(heads(), DIM));
        for (Reading.LaneReading lane : reading.lanes()) {
            boolean first = true;
            for (Reading.RoleReading role : reading.roles()) {
                if (role.lane().equals(lane.name())) {
                    lines.add(row(role, first ? lane : null));
                    first = false;
                }
            }
        }
        lines.add(damage(damage));
        return lines;
    }

    private AttributedString head(long elapsedNs) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        String seconds = Figures.fixed(start(), elapsedNs / 1e9, 0).append(" s").toString();
        String how = settings.get();
        line.append(how, STRONG);
        line.append(" ".repeat(Math.max(2, WIDTH - how.length() - seconds.length())), PLAIN);
        return line.append(seconds, DIM).toAttributedString();
    }

    private AttributedString frames(FrameLog frames) {
        stats.update(frames);
        Figures.fixed(start(), stats.fps(), 1).append(" fps   p50 ");
        Figures.ms(text, stats.percentileNs(50)).append("   p99 ");
        Figures.ms(text, stats.percentileNs(99)).append(" ms   ");
        return new AttributedStringBuilder().append(text.toString(), PLAIN)
            .append(FrameCounts.overBudget(start(), frames).append("   "), frames.overBudget() > 0 ? OVER : DIM)
            .append(FrameCounts.late(start(), frames), frames.late() > 0 ? BAD : DIM).toAttributedString();
    }

    private AttributedString bars(FrameLog frames) {
        int room = WIDTH - "0  50 ms".length();
        String bars = sparkline.of(frames, room);
        AttributedStringBuilder line = new AttributedStringBuilder().append("0 " + " ".repeat(room - bars.length()), DIM);
        for (int i = 0; i < bars.length(); i++) {
            line.append(bars.substring(i, i + 1),
                sparkline.late(i) ? BAD : sparkline.overBudget(i) ? OVER : sparkline.judged(i) ? PLAIN : DIM);
        }
        return line.append(" 50 ms", DIM).toAttributedString();
    }

    private static String heads() {
        StringBuilder line = new StringBuilder("role@lane" + " ".repeat(LABEL - "role@lane".length()));
        for (int i = 0; i < HEADS.length; i++) {
            right(line, HEADS[i], COLUMNS[i]);
        }
        return line.toString();
    }

    private AttributedString row(Reading.RoleReading r, Reading.LaneReading lane) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        String label = r.role().equals(r.lane()) ? r.role() : r.role() + "@" + r.lane();
        line.append(label.length() > LABEL ? label.substring(0, LABEL) : label + " ".repeat(LABEL - label.length()), STRONG);
        cell(line, 0, r.askedHz() > 0 ? Figures.amount(start(), r.askedHz()) : start().append('-'), DIM);
        cell(line, 1, Figures.amount(start(), r.hz()), r.askedHz() > 0 && r.hz() < 0.95 * r.askedHz() ? BAD : PLAIN);
        cell(line, 2, Figures.ms(start(), r.workP50()), WORK);
        cell(line, 3, Figures.ms(start(), r.workP99()), WORK);
        cell(line, 4, Figures.ms(start(), r.workMax()), WORK);
        if (lane != null) {
            cell(line, 5, Figures.ms(start(), lane.guardWaitNs()), lane.guardWaitNs() > 0 ? GUARD : DIM);
            cell(line, 6, Figures.ms(start(), lane.barrierWaitNs()), lane.barrierWaitNs() > 0 ? BARRIER : DIM);
            cell(line, 7, Figures.ms(start(), lane.permitWaitNs()), lane.permitWaitNs() > 0 ? PERMIT : DIM);
            cell(line, 8, Figures.percent(start(), lane.busyShare()), PLAIN);
            cell(line, 9, Figures.percent(start(), lane.cpuShare()), PLAIN);
            cell(line, 10, Figures.amount(start(), Math.rint(lane.bytesPerSecond() / 1024)), PLAIN);
        }
        return line.toAttributedString();
    }

    private AttributedString damage(DamageCounts d) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        count(line, "torn", d.torn());
        count(line, "skew", d.skewed());
        count(line, "lost", d.lost());
        count(line, "bad views", d.badViews());
        count(line, "placeholders", d.placeholders());
        return line.append("waits in ms/s", DIM).toAttributedString();
    }

    private static void count(AttributedStringBuilder line, String what, long n) {
        line.append(what + " ", DIM).append(n + "   ", n > 0 ? BAD : PLAIN);
    }

    private void cell(AttributedStringBuilder line, int column, StringBuilder value, AttributedStyle style) {
        StringBuilder padded = new StringBuilder();
        right(padded, value.toString(), COLUMNS[column]);
        line.append(padded.toString(), style);
    }

    private static void right(StringBuilder line, String value, int width) {
        line.append(" ".repeat(Math.max(1, width - value.length()))).append(value);
    }

    /** The figures in one line, for logs. */
    String plain(Reading reading, FrameLog frames, DamageCounts damage, long elapsedNs) {
        stats.update(frames);
        Figures.fixed(start(), elapsedNs / 1e9, 0).append(" s: ");
        Figures.fixed(text, stats.fps(), 1).append(" fps p50 ");
        Figures.ms(text, stats.percentileNs(50)).append(" p99 ");
        Figures.ms(text, stats.percentileNs(99)).append(" ms, ");
        FrameCounts.overBudget(text, frames).append(", ");
        FrameCounts.late(text, frames).append(';');
        for (Reading.RoleReading r : reading.roles()) {
            text.append(' ').append(r.role().equals(r.lane()) ? r.role() : r.role() + "@" + r.lane()).append(' ');
            Figures.amount(text, r.hz()).append("/s");
        }
        text.append("; guard wait");
        for (Reading.LaneReading lane : reading.lanes()) {
            text.append(' ').append(lane.name()).append(' ');
            Figures.ms(text, lane.guardWaitNs());
        }
        text.append(" ms/s; torn ").append(damage.torn()).append(" skew ").append(damage.skewed());
        text.append(" lost ").append(damage.lost()).append(" bad views ").append(damage.badViews());
        return text.toString();
    }

    private StringBuilder start() {
        text.setLength(0);
        return text;
    }
}
