package lockstep.trace.timeline;

import java.util.ArrayList;
import java.util.List;
import lockstep.assets.Catalogue;
import lockstep.time.SpanKind;
import lockstep.time.Spans;

/** A lane's span on its way into a trace, with the arrows that begin or end at it. For the tracing thread. */
final class Slice {
    /**
     * One end of an arrow.
     *
     * @param id the same at both ends and unique to the arrow
     * @param from true where it begins
     * @param atNs a moment within the slice
     */
    record Flow(long id, boolean from, long atNs) {
    }

    final SpanKind kind;
    final long startNs;
    final long endNs;
    final int role;
    final int whom;
    final int what;
    final long detail;
    private List<Flow> flows = List.of();
    private boolean written;

    Slice(SpanKind kind, long startNs, long endNs, int role, int whom, int what, long detail) {
        this.kind = kind;
        this.startNs = startNs;
        this.endNs = endNs;
        this.role = role;
        this.whom = whom;
        this.what = what;
        this.detail = detail;
    }

    static Slice of(Spans spans, int i) {
        return new Slice(spans.kind(i), spans.startNs(i), spans.endNs(i), spans.role(i), spans.whom(i), spans.what(i),
            spans.detail(i));
    }

    /** True for a hold of a guard; a hold that names an asset is a decode and is drawn as the lane's own time. */
    boolean isOfGuard() {
        return kind == SpanKind.HOLD && asset() < 0;
    }

    /** The asset it concerns, or -1. */
    int asset() {
        long asset = switch (kind) {
            case IO, UPLOAD -> detail;
            case HOLD -> detail - 1;
            default -> -1;
        };
        return asset < Catalogue.COUNT ? (int) asset : -1;
    }

    /** The planted fault that fired in it, by number; 0 for none. */
    int fault() {
        return kind == SpanKind.WORK || kind == SpanKind.IO || kind == SpanKind.UPLOAD ? what : 0;
    }

    /** True if a span recorded later cannot lie around it: runs and sleeps follow one another. */
    boolean isOutermost() {
        return kind == SpanKind.WORK || kind == SpanKind.PACE;
    }

    /** Overlap with another slice, ns; 0 or negative if there is none. */
    long overlapNs(Slice other) {
        return Math.min(endNs, other.endNs) - Math.max(startNs, other.startNs);
    }

    void add(Flow flow) {
        if (flows.isEmpty()) {
            flows = new ArrayList<>(1);
        }
        flows.add(flow);
    }

    List<Flow> flows() {
        return flows;
    }

    /** Marks it as written, so that no more arrows can be added. */
    void wasWritten() {
        written = true;
    }

    boolean isWritten() {
        return written;
    }
}
