package lockstep.desktop.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.blame.Sentence;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;
import lockstep.overlay.OverlayModel;
import lockstep.sync.Guard;
import lockstep.time.FrameLog;
import lockstep.time.LaneRecorder;
import lockstep.time.OverBudget;
import lockstep.time.SpanKind;
import org.HdrHistogram.Histogram;

/** The summary of a run for people, at its end. Called once all lanes and the meter were joined and the meter has finished. */
public final class RunTable {
    private static final int CULPRITS = 5;

    private RunTable() {
    }

    /** A few lines about the frames, roles, lanes, guards and damage of a run that took {@code seconds}. */
    public static List<String> lines(OverlayModel model, LateFrames late, double seconds) {
        List<String> lines = new ArrayList<>();
        FrameLog frames = model.frames();
        Histogram all = frames.all();
        lines.add(format("%s: %.1f s", model.topology().name(), seconds));
        lines.add(format("frames %d, %.1f/s; p50 %.2f, p99 %.2f, p99.9 %.2f, max %.2f ms; 1%% low %.1f fps",
            frames.frames(), seconds > 0 ? frames.frames() / seconds : 0, ms(all.getValueAtPercentile(50)),
            ms(all.getValueAtPercentile(99)), ms(all.getValueAtPercentile(99.9)), ms(all.getMaxValue()),
            frames.low1PercentFps()));
        lines.add(slow(frames));
        lines.add(format("%-10s %-10s %9s %9s %9s %9s %9s", "role", "lane", "runs", "per s", "p50 ms", "p99 ms", "max ms"));
        for (Lane lane : model.lanes()) {
            for (RoleStats r : lane.stats()) {
                Histogram work = model.meter().total(r);
                lines.add(format("%-10s %-10s %9d %9.1f %9.3f %9.3f %9.3f", r.role(), r.lane(), r.runs(),
                    seconds > 0 ? r.runs() / seconds : 0,
                    ms(work.getValueAtPercentile(50)), ms(work.getValueAtPercentile(99)), ms(work.getMaxValue())));
            }
        }
        lines.add(format("%-10s %10s %12s %12s %10s %8s %7s %7s", "lane", "guard ms", "longest ms", "barrier ms", "permit ms",
            "busy %", "CPU s", "MB"));
        for (Lane lane : model.lanes()) {
            LaneRecorder t = lane.recorder();
            lines.add(
                format("%-10s %10.1f %12.2f %12.1f %10.1f %8.1f %7.2f %7.1f", lane.name(), ms(t.totalNs(SpanKind.GUARD_WAIT)),
                    ms(t.maxNs(SpanKind.GUARD_WAIT)), ms(t.totalNs(SpanKind.BARRIER_WAIT)),
                    ms(t.totalNs(SpanKind.PERMIT_WAIT)), seconds > 0 ? t.workedNs() / seconds / 1e7 : 0,
                    model.meter().cpuNs(lane) / 1e9, model.meter().allocatedBytes(lane) / 1048576.0));
        }
        for (Guard guard : model.world().guards()) {
            Histogram waits = guard.stats().waits();
            Histogram holds = guard.stats().holds();
            lines.add(format("guard %s (%s): taken %d times, %d waits; wait p99 %.3f, max %.3f ms; hold p99 %.3f, max %.3f ms",
                guard.name(), model.world().guarding().keepsRegion(guard) ? model.world().sharing().guard() : "limit",
                holds.getTotalCount(), waits.getTotalCount(),
                ms(waits.getValueAtPercentile(99)), ms(waits.getMaxValue()), ms(holds.getValueAtPercentile(99)),
                ms(holds.getMaxValue())));
        }
        lines.add(damage(model));
        culprits(lines, late, frames);
        return lines;
    }

    /** How many frames were over budget, how many late, and how many were not judged. */
    private static String slow(FrameLog frames) {
        long judged = frames.frames() - frames.notJudged();
        return format("%s; %s", over(frames), judged == 0 ? "late: none judged"
            : format("%d late of %d judged (%d not judged: the rule needs %d frames before)", frames.late(), judged,
                frames.notJudged(), FrameLog.MEDIAN_OF));
    }

    private static String over(FrameLog frames) {
        return frames.overBudget() == 0 && frames.budgetNs() == 0 ? "no budget"
            : format("%d over budget (%.1f %%: above %s, %.2f ms)", frames.overBudget(),
                100.0 * frames.overBudget() / Math.max(1, frames.frames()),
                OverBudget.WORDS, ms(frames.budgetNs()) * (1 + OverBudget.TOLERANCE));
    }

    private static void culprits(List<String> lines, LateFrames late, FrameLog frames) {
        if (late.count() == 0) {
            return;
        }
        lines
            .add(format("%d late %s (above %s), by what made %s late:", late.count(), frames(late.count()), frames.rule().words(),
                late.count() == 1 ? "it" : "them"));
        for (LateFrames.Total t : late.totals().stream().filter(t -> t.frames() > 0).limit(CULPRITS).toList()) {
            lines.add(format("%6d %-6s %9.1f ms  %s", t.frames(), frames(t.frames()), ms(t.ns()), Sentence.culprit(t)));
        }
        late.frozen().stream().map(Frozen::late).max(Comparator.comparingLong(LateFrame::overNs))
            .ifPresent(f -> lines.add("worst: " + f.sentence()));
    }

    private static String frames(long count) {
        return count == 1 ? "frame" : "frames";
    }

    private static String damage(OverlayModel model) {
        DamageCounts d = DamageCounts.of(model);
        String views = model.world().views() ? format("%d of %d views bad", d.badViews(), model.world().viewsChecked())
            : "views not checked";
        return format("torn frames %d, skewed %d, redrawn %d, lost updates %d, %s", d.torn(), d.skewed(), d.redrawn(), d.lost(),
            views);
    }

    private static double ms(long ns) {
        return ns / 1e6;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
