package lockstep.overlay.panel;

import java.util.List;
import java.util.Locale;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.blame.Sentence;

/**
 * What the overlay shows about late frames: the newest one and the main culprits. Only the rendering lane calls it. It looks at
 * most four times a second and allocates only if there is a new verdict.
 */
public final class LateNews {
    private static final long LOOK_NS = 250_000_000;
    private static final int CULPRITS = 3;

    private final LateFrames late;
    private long version;
    private long lookedNs;
    private LateFrame newest;
    private long newestNs;
    private long count;
    private String culprit = "";
    private List<String> culprits = List.of();

    /** News from {@code late}. */
    public LateNews(LateFrames late) {
        this.late = late;
    }

    /** Looks for a new verdict; once a frame. */
    public void look(long nowNs) {
        long now = late.version();
        if (now == version || version != 0 && nowNs - lookedNs < LOOK_NS) {
            return;
        }
        version = now;
        lookedNs = nowNs;
        count = late.count();
        List<Frozen> frozen = late.frozen();
        LateFrame last = frozen.get(frozen.size() - 1).late();
        if (newest == null || last.frame() != newest.frame()) {
            newestNs = nowNs;
        }
        newest = last;
        culprit = last.causes().isEmpty() ? "late: nothing took longer than usual"
            : "late: " + Sentence.of(last.causes().get(0), last.lane());
        culprits = mostOf(late.totals());
    }

    private static List<String> mostOf(List<LateFrames.Total> totals) {
        return totals.stream().limit(CULPRITS)
            .map(t -> String.format(Locale.ROOT, "%.0f ms %s", t.ns() / 1e6, Sentence.culprit(t))).toList();
    }

    /** The newest late frame, or null. */
    public LateFrame newest() {
        return newest;
    }

    /** When the newest was first looked at. */
    public long newestNs() {
        return newestNs;
    }

    /** Frames judged so far. */
    long count() {
        return count;
    }

    /** What made the newest late frame late; empty if there is none. */
    public String culprit() {
        return culprit;
    }

    /** The three biggest culprits of this run and for how long, biggest first; empty if there is none. */
    public List<String> culprits() {
        return culprits;
    }
}
