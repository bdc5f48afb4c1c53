package lockstep.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import lockstep.assets.Catalogue;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.SpanTrack;

/**
 * Numbers of a span in words. Pure.
 *
 * @param roles  names by number
 * @param guards names of guards by number, {@code ?} for one there is not
 */
record TimelineInfo(List<String> roles, IntFunction<String> guards) {
    private static final int DECODED = 1;

    TimelineInfo {
        roles = List.copyOf(roles);
    }

    /** A few words: what stands on the span itself. */
    String label(SpanTrack spans, int i) {
        SpanKind kind = spans.kind(i);
        return switch (kind) {
            case WORK -> role(spans.role(i));
            case GUARD_WAIT, HOLD -> kind.word() + " '" + guards.apply(spans.what(i)) + "'";
            case BARRIER_WAIT, PERMIT_WAIT, IO, UPLOAD, SWAP, PACE -> kind.word();
        };
    }

    private String role(int number) {
        return number < roles.size() ? roles.get(number) : "role " + number;
    }

    /** The head of what is told of a span. */
    String head(TimelineRow row, int i) {
        SpanTrack s = row.spans();
        String guard = s.kind(i) == SpanKind.GUARD_WAIT ? " for '" + guards.apply(s.what(i)) + "'"
            : s.kind(i) == SpanKind.HOLD ? " of '" + guards.apply(s.what(i)) + "'" : "";
        return s.kind(i).word() + guard + ", " + ms(s.endNs(i) - s.startNs(i)) + " ms";
    }

    /** All that is known of a span, line by line. */
    List<String> lines(Frozen frozen, TimelineRow row, int i) {
        SpanTrack s = row.spans();
        LateFrame late = frozen.late();
        SpanKind kind = s.kind(i);
        List<String> lines = new ArrayList<>();
        lines.add("lane " + row.name() + "   \u00b7   role " + role(s.role(i)));
        lines.add("from " + signed(s.startNs(i) - late.startNs()) + " to " + signed(s.endNs(i) - late.startNs())
            + " ms of the frame");
        if (s.cpuNs(i) >= 0) {
            lines.add("CPU time " + ms(s.cpuNs(i)) + " ms of " + ms(s.endNs(i) - s.startNs(i)) + " ms");
        }
        if (kind == SpanKind.GUARD_WAIT || kind == SpanKind.BARRIER_WAIT || kind == SpanKind.PERMIT_WAIT) {
            lines.add("waited for " + (s.whom(i) == SpanRing.NOBODY ? "nobody that is known" : "lane " + lane(frozen, s.whom(i))));
        }
        detail(lines, kind, s.detail(i), s.endNs(i));
        return lines;
    }

    private static void detail(List<String> lines, SpanKind kind, long detail, long endNs) {
        switch (kind) {
            case IO, UPLOAD -> asset(lines, detail);
            case HOLD -> asset(lines, detail - DECODED);
            case PACE -> {
                if (detail > 0) {
                    lines.add("woke " + ms(Math.abs(endNs - detail)) + " ms " + (endNs < detail ? "before" : "after") + " its deadline");
                }
            }
            case WORK -> lines.add("run " + detail + " of its role");
            case GUARD_WAIT, BARRIER_WAIT, PERMIT_WAIT, SWAP -> { }
        }
    }

    private static void asset(List<String> lines, long number) {
        if (number >= 0 && number < Catalogue.COUNT) {
            lines.add("asset " + Catalogue.path((int) number));
        }
    }

    private static String lane(Frozen frozen, int number) {
        return frozen.lanes().stream().filter(l -> l.number() == number).map(l -> l.name()).findFirst().orElse("number " + number);
    }

    static String ms(long ns) {
        return Figures.ms(new StringBuilder(), ns).toString();
    }

    private static String signed(long ns) {
        return String.format(Locale.ROOT, "%+.2f", ns / 1e6);
    }
}
