package lockstep.session;

import lockstep.roles.InputStats;
import lockstep.roles.Parts;
import lockstep.roles.RenderStats;
import lockstep.time.FrameLog;
import lockstep.time.Frames;
import lockstep.watch.Intervals;
import lockstep.watch.Intervals.Name;
import lockstep.watch.Intervals.Times;
import lockstep.world.World;
import org.HdrHistogram.Histogram;

/**
 * Names the figures of frames, input and the world that are followed by intervals of the run. The process main thread calls it
 * before the run.
 */
final class RunIntervals {
    private static final int FRAMES = 1024;
    private static final long LONGEST_NS = 60_000_000_000L;

    private RunIntervals() {
    }

    static void follow(Intervals intervals, Parts parts, World world) {
        frames(intervals, parts.render().stats());
        InputStats input = parts.input().stats();
        Times age = intervals.follow(new Name("input", "age"), input.emptyAge());
        Histogram recent = input.emptyAge();
        intervals.reader(() -> {
            if (input.drainAge(recent)) {
                age.add(recent);
            }
        });
        intervals.follow(new Name("world", "views"), world::viewsChecked);
        intervals.follow(new Name("world", "bad_views"), world::viewsBad);
        intervals.follow(new Name("world", "lost_updates"), world::lostUpdates);
    }

    private static void frames(Intervals intervals, RenderStats stats) {
        FrameLog log = stats.log();
        intervals.follow(new Name("frames", "count"), log::frames);
        intervals.follow(new Name("frames", "sum_ns"), log::sumNs);
        intervals.follow(new Name("frames", "late"), log::late);
        intervals.follow(new Name("frames", "over_budget"), log::overBudget);
        intervals.follow(new Name("frames", "redrawn"), stats::redrawnFrames);
        intervals.follow(new Name("world", "torn_frames"), stats::tornFrames);
        intervals.follow(new Name("world", "skewed_frames"), stats::skewedFrames);
        Times time = intervals.follow(new Name("frames", "time"), new Histogram(1_000, LONGEST_NS, 3));
        Times toFrame = intervals.follow(new Name("input", "to_frame"), new Histogram(1_000, LONGEST_NS, 3));
        Frames frames = new Frames(FRAMES);
        intervals.follow(new Name("frames", "unread"), frames::lost);
        intervals.reader(() -> {
            frames.read(log, frames.next());
            for (int i = 0; i < frames.count(); i++) {
                time.add(frames.ns(i));
                if (frames.inputNs(i) >= 0) {
                    toFrame.add(frames.inputNs(i));
                }
            }
        });
    }
}
