package lockstep.overlay.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.blame.Names;
import lockstep.overlay.draw.Figures;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.SpanTrack;

/** The figures of a span in words. */
record TimelineInfo(Names names) {

    /** The label of a span: a few words. */
    String label(Frozen frozen, SpanTrack spans, int i) {
        SpanKind kind = spans.kind(i);
        return switch (kind) {
            case WORK -> names.role(spans.role(i));
            case GUARD_WAIT, HOLD -> kind.word() + " '" + guard(frozen, spans.what(i)) + "'";
            case PACE -> spans.what(i) == Pacer.PAUSED ? "paused" : kind.word();
            case BARRIER_WAIT, PERMIT_WAIT, IO, UPLOAD, SWAP -> kind.word();
        };
    }

    /** The planted fault that fired in a span, in words; empty if none did. */
    String planted(SpanTrack spans, int i) {
        String fault = names.fault(spans.fault(i));
        return fault.isEmpty() ? "" : "planted: " + fault;
    }

    /** The guard's name at the time of the frame. */
    private String guard(Frozen frozen, int number) {
        String then = frozen.guards().get(number);
        return then != null ? then : names.guard(number);
    }

    /** The heading for a span's figures. */
    String head(Frozen frozen, TimelineRow row, int i) {
        SpanTrack s = row.spans();
        return label(frozen, s, i) + (s.kind(i) == SpanKind.WORK ? " at work, " : ", ") + ms(s.endNs(i) - s.startNs(i)) + " ms"
            + (row.goesOn(i) ? " so far" : "");
    }

    /** All that is known of a span, line by line. */
    List<String> lines(Frozen frozen, TimelineRow row, int i) {
        SpanTrack s = row.spans();
        LateFrame late = frozen.late();
        SpanKind kind = s.kind(i);
        List<String> lines = new ArrayList<>();
        lines.add("lane " + row.name() + "   \u00b7   role " + names.role(s.role(i))
            + (kind == SpanKind.WORK ? ", run " + s.detail(i) : ""));
        lines.add("from " + signed(s.startNs(i) - late.startNs()) + (row.goesOn(i) ? " ms of the frame, not over yet"
            : " to " + signed(s.endNs(i) - late.startNs()) + " ms of the frame"));
        if (!planted(s, i).isEmpty()) {
            lines.add(planted(s, i));
        }
        if (kind == SpanKind.GUARD_WAIT || kind == SpanKind.BARRIER_WAIT || kind == SpanKind.PERMIT_WAIT) {
            lines.add((row.goesOn(i) ? "waits for " : "waited for ")
                + (s.whom(i) == SpanRing.NOBODY ? "an unknown lane" : "lane " + lane(frozen, s.whom(i))));
        }
        detail(lines, s, i);
        if (s.cpuNs(i) >= 0) {
            lines.add("CPU time " + ms(s.cpuNs(i)) + " ms of " + ms(s.endNs(i) - s.startNs(i)) + " ms");
        }
        return lines;
    }

    private void detail(List<String> lines, SpanTrack s, int i) {
        long detail = s.detail(i);
        switch (s.kind(i)) {
            case IO, UPLOAD -> asset(lines, detail);
            case HOLD -> {
                if (s.what(i) == names.decodeGuard()) {
                    asset(lines, detail - 1);
                }
            }
            case PACE -> {
                if (s.what(i) != Pacer.PAUSED) {
                    lines.add("woke " + ms(Math.abs(s.endNs(i) - detail)) + " ms " + (s.endNs(i) < detail ? "before" : "after")
                        + " its deadline");
                }
            }
            case WORK, GUARD_WAIT, BARRIER_WAIT, PERMIT_WAIT, SWAP -> {}
        }
    }

    private void asset(List<String> lines, long number) {
        lines.add("asset " + names.asset((int) number));
    }

    private static String lane(Frozen frozen, int number) {
        return frozen.lanes().stream().filter(l -> l.number() == number).map(l -> l.name()).findFirst()
            .orElse("number " + number);
    }

    static String ms(long ns) {
        return Figures.ms(new StringBuilder(), ns).toString();
    }

    private static String signed(long ns) {
        return String.format(Locale.ROOT, "%+.2f", ns / 1e6);
    }
}
