package lockstep.overlay.panel;

import java.util.function.BooleanSupplier;
import lockstep.blame.LateFrame;

/**
 * What is said for some seconds when a frame was late: its sentence, at most one a second however thick they come. Only the
 * rendering lane calls it; allocates only when it says something new.
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

    /** {@code wanted} says whether a person wants to be told of the threads at all. */
    public LateToast(LateNews news, BooleanSupplier wanted) {
        this.news = news;
        this.wanted = wanted;
    }

    /** The sentence to show now, empty if there is none; another object whenever it says something else. */
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

    /** The line below the sentence: how many there were, and the key. */
    String count() {
        return count;
    }
}
