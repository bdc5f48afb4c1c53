package lockstep.overlay;

import com.badlogic.gdx.utils.Align;
import java.util.List;
import lockstep.overlay.draw.Figures;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.overlay.panel.LateNews;
import lockstep.time.FrameLog;
import lockstep.time.SpanRing;

/** The lines about frames, the worst wait and late frames. Rendering lane; allocates nothing. */
final class Headline {
    private static final long CULPRIT_NS = 8_000_000_000L;

    private final OverlayModel model;
    private final LateNews news;
    private final FramePercentiles stats = new FramePercentiles();
    private final StringBuilder text = new StringBuilder(256);

    Headline(OverlayModel model, LateNews news) {
        this.model = model;
        this.news = news;
    }

    /**
     * Lays out the line about frames from {@code x} to {@code right}, px: rate, percentiles of the bars, and the run's counts of
     * late frames and frames over budget. What does not fit between the rate and the counts is left out.
     */
    void frames(TextSheet bold, TextSheet small, float x, float right, float middle) {
        FrameLog log = model.frames();
        stats.update(log);
        text.setLength(0);
        FrameCounts.late(text, log);
        float gap = small.width("00");
        float most =
            right - small.add(text, right, middle, Align.right, log.late() > 0 ? OverlayPalette.LATE : OverlayPalette.DIM) - gap;
        text.setLength(0);
        Figures.fixed(text, stats.fps(), 1).append(" fps");
        float at = x + bold.add(text, x, middle, Align.left, OverlayPalette.TEXT) + gap;
        at = percentile(bold, small, "p50", 50, at, most, middle);
        at = percentile(bold, small, "p99", 99, at + gap, most, middle);
        at += gap / 2;
        if (at + small.width("ms") <= most) {
            at += small.add("ms", at, middle, Align.left, OverlayPalette.DIM) + gap;
        }
        text.setLength(0);
        FrameCounts.overBudget(text, log);
        if (most - small.width(text) >= at) {
            small.add(text, most, middle, Align.right, log.overBudget() > 0 ? OverlayPalette.OVER : OverlayPalette.DIM);
        }
    }

    /** Lays out a percentile and its name from {@code at} if they end before {@code most}; returns where they end, px. */
    private float percentile(TextSheet bold, TextSheet small, String name, int percent, float at, float most, float middle) {
        float value = at + small.width(name) + small.width("0");
        text.setLength(0);
        Figures.ms(text, stats.percentileNs(percent));
        if (value + bold.width(text) > most) {
            return most;
        }
        small.add(name, at, middle, Align.left, OverlayPalette.DIM);
        return value + bold.add(text, value, middle, Align.left, OverlayPalette.TEXT);
    }

    /** Lays out who waited longest for whom in the last seconds. */
    void worstWait(TextSheet small, float x, float most, float middle, WorstWait guardWaits, WorstWait barrierWaits) {
        small.addCut(worst(guardWaits, barrierWaits), x, middle, most,
            guardWaits.ns() > 0 ? OverlayPalette.GUARD_TEXT : barrierWaits.ns() > 0 ? OverlayPalette.BARRIER_TEXT
                : OverlayPalette.DIM);
    }

    /** Who waited longest for whom, and at which guard; valid until the next call. */
    CharSequence worst(WorstWait guardWaits, WorstWait barrierWaits) {
        text.setLength(0);
        if (guardWaits.ns() > 0) {
            text.append("worst wait  ");
            Figures.ms(text, guardWaits.ns()).append(" ms  ");
            waited(guardWaits);
            return text.append("  (").append(model.world().guarding().nameOf(guardWaits.what())).append(')');
        }
        if (barrierWaits.ns() > 0) {
            text.append("no guard wait; barrier  ");
            Figures.ms(text, barrierWaits.ns()).append(" ms  ");
            waited(barrierWaits);
            return text;
        }
        return text.append("no lane waited for another");
    }

    /** Lays out what made the newest late frame late, if that was in the last 8 s; else returns false. */
    boolean culprit(TextSheet small, float x, float most, float middle, long nowNs) {
        if (news.newest() == null || nowNs - news.newestNs() > CULPRIT_NS) {
            return false;
        }
        small.addCut(news.culprit(), x, middle, most, OverlayPalette.LATE);
        return true;
    }

    /** Lays out who made frames late in this run: as many culprits as fit, the first one truncated if necessary. */
    void culprits(TextSheet small, float x, float most, float middle) {
        List<String> culprits = news.culprits();
        if (culprits.isEmpty()) {
            small.addCut("no late frame so far", x, middle, most, OverlayPalette.DIM);
            return;
        }
        text.setLength(0);
        text.append("late: ").append(culprits.get(0));
        for (int i = 1; i < culprits.size(); i++) {
            int before = text.length();
            text.append("  \u00b7  ").append(culprits.get(i));
            if (small.width(text) > most) {
                text.setLength(before);
                break;
            }
        }
        small.addCut(text, x, middle, most, OverlayPalette.TEXT);
    }

    private void waited(WorstWait wait) {
        text.append(model.laneName(wait.who())).append(" for ")
            .append(wait.whom() == SpanRing.NOBODY ? "a guard just freed" : model.laneName(wait.whom()));
    }
}
