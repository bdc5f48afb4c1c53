package lockstep.overlay.panel;

import java.util.function.BooleanSupplier;
import lockstep.blame.LateFrame;

/**
 * A sentence shown for some seconds when a frame was late: at most one a second, however frequent late frames are. Only the
 * rendering lane calls it; allocates only for a new sentence.
 */
public final class LateToast {
    private static final long SHOWN_NS = 4_000_000_000L;
    private static final long APART_NS = 1_000_000_000L;

    private final LateNews news;
    private final BooleanSupplier wanted;
    private LateFrame said;
    private long saidNs;
    private long sinceNs;
    private String sentence = "";
    private String count = "";

    /** {@code wanted} says whether the player wants such messages. */
    public LateToast(LateNews news, BooleanSupplier wanted) {
        this.news = news;
        this.wanted = wanted;
    }

    /** The sentence to show now, or ""; a different object for each new sentence. */
    String sentence(long nowNs) {
        news.look(nowNs);
        LateFrame newest = news.newest();
        if (!wanted.getAsBoolean()) {
            said = newest;
            sentence = "";
        } else if (newest != said && (said == null || sentence.isEmpty() || nowNs - saidNs >= APART_NS)) {
            say(newest, nowNs);
        }
        if (!sentence.isEmpty() && nowNs - sinceNs >= SHOWN_NS) {
            sentence = "";
        }
        return sentence;
    }

    private void say(LateFrame newest, long nowNs) {
        boolean another = said == null || newest.frame() != said.frame();
        if (!another && sentence.isEmpty()) {
            said = newest;
            return;
        }
        said = newest;
        saidNs = nowNs;
        sinceNs = another ? nowNs : sinceNs;
        sentence = newest.sentence();
        count = news.count() == 1 ? "F3 shows it" : news.count() + " late frames so far   \u00b7   F3 shows it";
    }

    /** The line below the sentence: the number of late frames, and the key. */
    String count() {
        return count;
    }
}
